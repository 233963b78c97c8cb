import { categories, workDays, workYears } from '../../schema/cases/register'
import { replyTemplates } from '../../schema/cases/tools'
import { categoryQuestions } from '../../schema/reports'
import { CATEGORY_SEED, type CategorySeed, GROUPS } from '../../schema/seed/categories'
import { GROUP_SHOTS, QUESTION_SEED, SHOTS } from '../../schema/seed/questions'
import { TEMPLATE_SEED } from '../../schema/seed/templates'
import { shanghai } from '../../shared/kit/time'
import { Question } from '../../shared/reports/questions'
import { PUBLISHED_SOURCE, publishedDays } from '../cases/published-days'
import type { Db } from '../db/types'

const UNITS = { h: [60, 'work'], d: [480, 'work'], H: [60, 'wall'] } as const
const REWARDS = { Y: 'money', T: 'thanks', N: 'none' } as const
/** Likely the same problem within so many metres and days; a broken cover is a point, a market is a place. */
const NEAR: Readonly<Record<string, readonly [number, number]>> = {
  D: [30, 14],
  F: [40, 14],
  G: [120, 7],
  I: [200, 7],
  J: [20, 3],
}

function limitOf(text: CategorySeed['limit']) {
  const [minutes, clock] = UNITS[text.slice(-1) as keyof typeof UNITS]
  return { minutes: Number(text.slice(0, -1)) * minutes, clock }
}

function categoryRow([code, seed]: [string, CategorySeed], ordinal: number) {
  const [groupCode, groupZh, filing, closing] = GROUPS.find(([group]) => code.startsWith(group)) ?? GROUPS[0]
  const limit = limitOf(seed.limit)
  const hazard = seed.hazard ? limitOf(seed.hazard) : null
  const [nearM, nearDays] = NEAR[groupCode] ?? [50, 7]
  return {
    ...{ code, zh: seed.zh, groupCode, groupZh, departmentZh: seed.by, ordinal, nearM, nearDays },
    ...{ limitMinutes: limit.minutes, limitClock: limit.clock },
    ...{ hazardMinutes: hazard?.minutes ?? null, hazardClock: hazard?.clock ?? null },
    ...{
      isQuick: seed.isQuick ?? false,
      isPrivate: seed.isPrivate ?? false,
      isFuzzed: Boolean(seed.isFuzzed),
      reward: REWARDS[seed.reward],
    },
    icon: seed.icon ?? 'alert-circle',
    keywords: seed.words?.split(' ') ?? [],
    hintZh: seed.hint ?? '',
    filingConditions: [filing, '属于本县职责范围', '位置在网格内，可以找到'],
    closingConditions: [closing, '与整改前同一位置、同一角度对照'],
  }
}

export async function seedCategories(db: Db) {
  await db.insert(categories).values(Object.entries(CATEGORY_SEED).map(categoryRow)).onConflictDoNothing()
  await db.insert(categoryQuestions).values(Object.keys(CATEGORY_SEED).map(questionsRow)).onConflictDoNothing()
}

/** After the classes; one that the county stopped or replaced keeps its row, and does not come back. */
export async function seedTemplates(db: Db, at: Date) {
  const rows = TEMPLATE_SEED.map(({ categoryCode = null, ...one }) => ({ ...one, categoryCode, at }))
  await db.insert(replyTemplates).values(rows).onConflictDoNothing()
}

function questionsRow(categoryCode: string) {
  const [nearZh, farZh] = SHOTS[categoryCode] ?? GROUP_SHOTS[categoryCode.slice(0, 1)] ?? ['近景', '远景']
  return {
    categoryCode,
    nearZh,
    farZh,
    questions: (QUESTION_SEED[categoryCode] ?? []).map((one) => Question.parse(one)),
  }
}

/** Where the list of a year is not published yet, a demo goes by weekends and says so; a county's own start leaves the year out. */
const PROVISIONAL = '推定：仅按周末，待公布后导入'

/**
 * Holidays and 调休 of the years around now, from the kept library. A year whose list is not published yet is left out unless
 * `provisional`: due dates that would fall into it are refused with a clear sentence until the office imports it.
 */
export async function seedWorkCalendar(db: Db, at: Date, { provisional }: { provisional: boolean }) {
  const { year } = shanghai(at)
  for (const one of [year - 1, year, year + 1]) {
    const special = publishedDays(one)
    if (special.length === 0 && !provisional) continue
    const source = special.length > 0 ? PUBLISHED_SOURCE : PROVISIONAL
    await db.insert(workYears).values({ year: one, source }).onConflictDoNothing()
    if (special.length > 0) await db.insert(workDays).values(special).onConflictDoNothing()
  }
}
