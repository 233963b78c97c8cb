import { type CalendarEvent, icsOf } from '@shared/kit/ics'

/** A file every calendar opens, made on the phone itself. */
export async function addToCalendar(event: CalendarEvent): Promise<boolean> {
  const url = URL.createObjectURL(new Blob([icsOf(event, new Date())], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = url
  link.download = '志愿活动.ics'
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return true
}
