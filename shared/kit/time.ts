/** Moments are UTC; the county reads its wall clock in Asia/Shanghai, which has had no summer time since 1991. */
const SHANGHAI_MS = 8 * 3_600_000
export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000

export const addMinutes = (from: Date, minutes: number) => new Date(from.getTime() + minutes * MINUTE_MS)

export const addDays = (from: Date, days: number) => new Date(from.getTime() + days * DAY_MS)

const two = (n: number) => String(n).padStart(2, '0')

/** The wall clock in Shanghai, `minute` counted from midnight, `weekday` 0 for Sunday. */
export function shanghai(at: Date) {
  const local = new Date(at.getTime() + SHANGHAI_MS)
  const year = local.getUTCFullYear()
  const month = local.getUTCMonth() + 1
  const date = local.getUTCDate()
  return {
    year,
    month,
    date,
    weekday: local.getUTCDay(),
    hour: local.getUTCHours(),
    minute: local.getUTCHours() * 60 + local.getUTCMinutes(),
    /** YYYY-MM-DD */
    day: `${year}-${two(month)}-${two(date)}`,
    /** HH:MM */
    clock: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`,
  }
}

/** The moment a Shanghai day (YYYY-MM-DD) begins, plus minutes. */
export const shanghaiMoment = (day: string, minute = 0) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_MS + minute * MINUTE_MS)

export const dayBefore = (day: string) => shanghai(addDays(shanghaiMoment(day), -1)).day

export const nextDay = (day: string) => shanghai(addDays(shanghaiMoment(day), 1)).day

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** 今天 18:00, 昨天, 6月29日 周六: what a person would say, seen from `now`. */
export function dayZh(at: Date, now: Date) {
  const day = shanghai(at)
  const apart = Math.round((shanghaiMoment(day.day).getTime() - shanghaiMoment(shanghai(now).day).getTime()) / DAY_MS)
  if (apart === 0) return '今天'
  if (apart === -1) return '昨天'
  if (apart === 1) return '明天'
  const year = day.year === shanghai(now).year ? '' : `${day.year}年`
  return `${year}${day.month}月${day.date}日`
}

export const momentZh = (at: Date, now: Date) => `${dayZh(at, now)} ${shanghai(at).clock}`

export const weekdayZh = (at: Date) => WEEKDAYS[shanghai(at).weekday] ?? ''

/** 6月29日 周六 08:30–11:30 */
export function spanZh(from: Date, to: Date) {
  const start = shanghai(from)
  return `${start.month}月${start.date}日 ${weekdayZh(from)} ${start.clock}–${shanghai(to).clock}`
}

/** 3 小时 20 分; whole minutes, rounded down; under an hour only minutes. */
export function durationZh(minutes: number) {
  const whole = Math.max(0, Math.floor(minutes))
  const days = Math.floor(whole / 1440)
  const hours = Math.floor((whole % 1440) / 60)
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`
  if (hours > 0) return whole % 60 > 0 ? `${hours} 小时 ${whole % 60} 分` : `${hours} 小时`
  return `${whole} 分`
}
