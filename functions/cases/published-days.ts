import chineseDays from 'chinese-days'
import { nextDay, shanghai, shanghaiMoment } from '../../shared/kit/time'

// A CommonJS package: Node gives its names only through the default.
const { getHolidaysInRange, getWorkdaysInRange } = chineseDays

export const PUBLISHED_SOURCE = 'chinese-days 1.5.7'

export type SpecialDay = { day: string; kind: 'work' | 'rest'; note: string }

const daysOf = (year: number) => {
  const days = [`${year}-01-01`]
  while (days.at(-1) !== `${year}-12-31`) days.push(nextDay(days.at(-1) ?? ''))
  return days
}

/** The days of a year that are not as their weekday is; none where the year's list is not known. */
export function publishedDays(year: number): SpecialDay[] {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  if (getHolidaysInRange(from, to, false).length === 0) return []
  const works = new Set(getWorkdaysInRange(from, to, true))
  return daysOf(year).flatMap((day): SpecialDay[] => {
    const weekday = shanghai(shanghaiMoment(day)).weekday
    const usual = weekday >= 1 && weekday <= 5
    if (works.has(day) === usual) return []
    return usual ? [{ day, kind: 'rest', note: '节假日' }] : [{ day, kind: 'work', note: '调休上班' }]
  })
}
