import { dayZh, durationZh, shanghai, spanZh, weekdayZh } from '@shared/kit/time'

/** 今天 周六 08:30–11:30; two days where it lasts longer. */
export function whenZh(from: Date, to: Date, now: Date) {
  const [start, end] = [shanghai(from), shanghai(to)]
  if (start.day === end.day) return `${dayZh(from, now)} ${weekdayZh(from)} ${start.clock}–${end.clock}`
  return `${start.month}月${start.date}日–${end.month}月${end.date}日`
}

/** 计 3 小时; several shifts count each by itself. */
export const countsZh = ({ shiftCount, capMinutes }: { shiftCount: number; capMinutes: number }) =>
  shiftCount > 1 ? `${shiftCount} 场，每场最多计 ${durationZh(capMinutes)}` : `计 ${durationZh(capMinutes)}`

export const clockZh = (moment: string | null) => (moment === null ? '—' : shanghai(new Date(moment)).clock)

export const fullSpanZh = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  spanZh(new Date(startsAt), new Date(endsAt))

/** 12 345 678 is easier to read aloud in two halves. */
export const halves = (digits: string) => `${digits.slice(0, 4)} ${digits.slice(4)}`

const WALK_M_A_MINUTE = 75

export const walkZh = (metres: number) => `步行约 ${Math.max(1, Math.round(metres / WALK_M_A_MINUTE))} 分钟`
