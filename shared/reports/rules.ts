import type { CaseSource } from '../cases/states'
import { type Refusal, refuse } from '../kit/refusal'
import { isIntake } from './intake'

/** A person's reports a day; more is a case for the telephone. */
export const REPORTS_A_DAY = 10

/** Another platform speaks for many people; more than this in a day is a loop gone wrong. */
export const REPORTS_A_DAY_OF_A_PLATFORM = 2_000

export function mayReport(today: number, source: CaseSource): Refusal | null {
  // Who works for the county enters what many people told.
  if (isIntake(source)) return null
  if (source !== 'open311')
    return today < REPORTS_A_DAY ? null : refuse('too_many', '今天已反映 10 件，明天再来。紧急情况请打 12345')
  return today < REPORTS_A_DAY_OF_A_PLATFORM ? null : refuse('too_many', '这个接入今天提交得太多，请明天再来')
}

/** Words that mean somebody may be in danger now, and the number to call; checked as the person types. */
export const SAFETY_WORDS: readonly {
  readonly words: readonly string[]
  readonly call: string
  readonly zh: string
}[] = [
  { words: ['着火', '起火', '冒烟', '燃气泄漏', '煤气泄漏', '爆炸'], call: '119', zh: '有人受困或着火，请先拨 119' },
  { words: ['受伤', '流血', '昏迷', '晕倒', '摔伤', '中毒'], call: '120', zh: '有人受伤，请先拨 120' },
  { words: ['打架', '抢劫', '偷窃', '持刀', '砸车'], call: '110', zh: '正在发生违法行为，请先拨 110' },
  { words: ['触电', '漏电', '电线掉', '带电'], call: '95598', zh: '电线危险，请远离并拨 95598' },
]

export const safetyHints = (words: string) =>
  SAFETY_WORDS.filter((hint) => hint.words.some((word) => words.includes(word))).map(({ call, zh }) => ({ call, zh }))

type Named = {
  readonly code: string
  readonly zh: string
  readonly keywords: readonly string[]
  readonly isQuick: boolean
}

/** Three categories to offer first: those whose words the person used, then the county's most used ones. */
export function suggestCategories<T extends Named>(categories: readonly T[], words: string, count = 3): T[] {
  const hits = (category: T) =>
    [category.zh, ...category.keywords].reduce((sum, word) => sum + (words.includes(word) ? word.length : 0), 0)
  const scored = categories.map((category, order) => ({ category, order, hits: words ? hits(category) : 0 }))
  return scored
    .filter(({ category, hits: n }) => n > 0 || category.isQuick)
    .sort((a, b) => b.hits - a.hits || Number(b.category.isQuick) - Number(a.category.isQuick) || a.order - b.order)
    .slice(0, count)
    .map(({ category }) => category)
}
