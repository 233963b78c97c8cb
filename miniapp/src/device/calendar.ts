import type { CalendarEvent } from '@shared/kit/ics'
import Taro from '@tarojs/taro'

/** False when the person did not want it after all. */
export async function addToCalendar({ title, startsAt, endsAt, place, words }: CalendarEvent): Promise<boolean> {
  try {
    await Taro.addPhoneCalendar({
      title,
      startTime: startsAt.getTime() / 1000,
      endTime: String(endsAt.getTime() / 1000),
      location: place,
      description: words,
      alarm: true,
      alarmOffset: 3600,
    })
    return true
  } catch {
    return false
  }
}
