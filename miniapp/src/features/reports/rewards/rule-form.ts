import type { BudgetPeriod } from '@shared/reports/rewards/rules'
import type { RewardBook } from '@shared/reports/rewards/rules-contract'

type Rule = RewardBook['items'][number]

/** Every field as it is typed; money in yuan, as the office thinks of it. */
export type RuleDraft = {
  readonly lineId: string | null
  readonly zh: string
  readonly classes: readonly string[]
  readonly firstYuan: string
  readonly followerYuan: string
  readonly firstPoints: string
  readonly followerPoints: string
  readonly dayMaxYuan: string
  readonly monthMaxYuan: string
  readonly dayMaxPoints: string
  readonly budgetYuan: string
  readonly budgetPeriod: BudgetPeriod
  readonly startsOn: string
  readonly endsOn: string
  readonly note: string
}

const yuan = (fen: number) => String(fen / 100)
/** What is no amount stays no number, and the server says which field it is. */
const fen = (text: string) => Math.round(Number(text.trim() || '0') * 100)
const count = (text: string) => Number(text.trim() || '0')

/** Where a county that has none begins. */
const FIRST = {
  ...{ lineId: null, zh: '', classes: [] as readonly string[], firstFen: 1000, followerFen: 100, firstPoints: 5 },
  ...{ followerPoints: 1, dayMaxFen: 5000, monthMaxFen: 30_000, dayMaxPoints: 50, budgetFen: 1_000_000 },
  ...{ budgetPeriod: 'month' as BudgetPeriod, endsOn: null },
}

export function draftOf(given: Rule | null, today: string): RuleDraft {
  const rule = given ?? FIRST
  const { lineId, zh, classes, budgetPeriod, endsOn } = rule
  return {
    ...{ lineId, zh, classes, budgetPeriod, startsOn: today, note: '' },
    firstYuan: yuan(rule.firstFen),
    followerYuan: yuan(rule.followerFen),
    firstPoints: String(rule.firstPoints),
    followerPoints: String(rule.followerPoints),
    dayMaxYuan: yuan(rule.dayMaxFen),
    monthMaxYuan: yuan(rule.monthMaxFen),
    dayMaxPoints: String(rule.dayMaxPoints),
    budgetYuan: yuan(rule.budgetFen),
    endsOn: endsOn !== null && endsOn >= today ? endsOn : '',
  }
}

export const bodyOf = (draft: RuleDraft) => ({
  lineId: draft.lineId,
  zh: draft.zh.trim(),
  classes: [...draft.classes],
  firstFen: fen(draft.firstYuan),
  followerFen: fen(draft.followerYuan),
  firstPoints: count(draft.firstPoints),
  followerPoints: count(draft.followerPoints),
  dayMaxFen: fen(draft.dayMaxYuan),
  monthMaxFen: fen(draft.monthMaxYuan),
  dayMaxPoints: count(draft.dayMaxPoints),
  budgetFen: fen(draft.budgetYuan),
  budgetPeriod: draft.budgetPeriod,
  startsOn: draft.startsOn,
  endsOn: draft.endsOn === '' ? null : draft.endsOn,
  note: draft.note.trim(),
})
export type RuleBody = ReturnType<typeof bodyOf>
