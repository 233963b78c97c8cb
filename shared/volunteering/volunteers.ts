/** 年龄段, as the person states it; the floor is what a minimum age is compared with. */
export const AGE_BANDS = ['under_8', 'under_14', '14_15', '16_17', 'adult'] as const
export type AgeBand = (typeof AGE_BANDS)[number]
export const AGE_FLOOR: Record<AgeBand, number> = { under_8: 0, under_14: 8, '14_15': 14, '16_17': 16, adult: 18 }

/** 队伍: 总队 - 分队 - 小队, and 文明实践中心 - 所 - 站. */
export const TEAM_KINDS = ['corps', 'branch', 'squad', 'centre', 'office', 'station'] as const
export type TeamKind = (typeof TEAM_KINDS)[number]

/** 陈＊: all that other volunteers read of a name. */
export const maskName = (name: string) => `${[...name.trim()][0] ?? ''}＊`

/** 星级 by hours of service; the steps are data, a county may keep others. */
const STAR_LEVELS = [
  { stars: 1, hours: 100 },
  { stars: 2, hours: 300 },
  { stars: 3, hours: 600 },
  { stars: 4, hours: 1000 },
  { stars: 5, hours: 1500 },
] as const

/** The level reached and what is left to the next, null at the top. */
export function starLevel(minutes: number) {
  const stars = STAR_LEVELS.filter(({ hours }) => minutes >= hours * 60).at(-1)?.stars ?? 0
  const next = STAR_LEVELS.find(({ hours }) => minutes < hours * 60)
  return { stars, next: next ? { stars: next.stars, hours: next.hours, minutesLeft: next.hours * 60 - minutes } : null }
}
