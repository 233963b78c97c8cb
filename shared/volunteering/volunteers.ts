/** 年龄段, as the person states it; the floor is what a minimum age is compared with. */
export const AGE_BANDS = ['under_8', 'under_14', '14_15', '16_17', 'adult'] as const
export type AgeBand = (typeof AGE_BANDS)[number]
export const AGE_FLOOR: Record<AgeBand, number> = { under_8: 0, under_14: 8, '14_15': 14, '16_17': 16, adult: 18 }

/** 队伍: 总队 - 分队 - 小队, and 文明实践中心 - 所 - 站. */
export const TEAM_KINDS = ['corps', 'branch', 'squad', 'centre', 'office', 'station'] as const
export type TeamKind = (typeof TEAM_KINDS)[number]

/** 陈＊: all that other volunteers read of a name. */
export const maskName = (name: string) => `${[...name.trim()][0] ?? ''}＊`

/** 星级 by hours of service, lowest first: rows of the county's own. */
export type StarLevel = { readonly stars: number; readonly hours: number }

/** The level reached and what is left to the next, null at the top. */
export function starLevel(minutes: number, levels: readonly StarLevel[]) {
  const stars = levels.filter(({ hours }) => minutes >= hours * 60).at(-1)?.stars ?? 0
  const next = levels.find(({ hours }) => minutes < hours * 60)
  return { stars, next: next ? { stars: next.stars, hours: next.hours, minutesLeft: next.hours * 60 - minutes } : null }
}
