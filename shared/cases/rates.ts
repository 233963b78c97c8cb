import type { CaseState } from './states'

/** 三率 */
export const RATES = ['response', 'solution', 'satisfaction'] as const
export type Rate = (typeof RATES)[number]

/** `met` over `met` and `missed` is the rate; `open` and `excluded` are always told beside it. */
export const RATE_PARTS = ['met', 'missed', 'open', 'excluded'] as const
export type RatePart = (typeof RATE_PARTS)[number]

export type RateFact = {
  readonly state: CaseState
  readonly signedAt: Date | null
  readonly signDueAt: Date
  readonly dueAt: Date | null
  readonly handledAt: Date | null
  /** The lowest word of those who rated this cycle; null while nobody did, which is never praise. */
  readonly lowestScore: number | null
  readonly excluded: readonly Rate[]
}
type Measured = Exclude<RatePart, 'excluded'>

const SATISFIED = 4

/** 响应: signed before the sign deadline. */
const response = ({ signedAt, signDueAt }: RateFact, at: Date): Measured => {
  if (signedAt !== null) return signedAt <= signDueAt ? 'met' : 'missed'
  return at > signDueAt ? 'missed' : 'open'
}

/** 解决: checked and closed; sent elsewhere or late without an answer is not solved, 挂账 stays open. */
function solution({ state, dueAt, handledAt }: RateFact, at: Date): Measured {
  if (state === 'closed') return 'met'
  if (state === 'transferred' || state === 'rejected') return 'missed'
  if (state === 'suspended' || state === 'reopen_req' || dueAt === null) return 'open'
  return (handledAt ?? at) > dueAt ? 'missed' : 'open'
}

/** 满意: of closed cases only, by the lowest score; unrated is open. */
function satisfaction({ state, lowestScore }: RateFact): Measured | null {
  if (state !== 'closed') return null
  if (lowestScore === null) return 'open'
  return lowestScore >= SATISFIED ? 'met' : 'missed'
}

const RULES: Record<Rate, (fact: RateFact, at: Date) => Measured | null> = { response, solution, satisfaction }

/** Where a case stands in a rate; null where the rate does not look at it. */
export function partOf(rate: Rate, fact: RateFact, at: Date): RatePart | null {
  const part = RULES[rate](fact, at)
  return part !== null && fact.excluded.includes(rate) ? 'excluded' : part
}

export type Tally = Record<RatePart, number>

export function tallyOf(rate: Rate, facts: readonly RateFact[], at: Date): Tally {
  const tally: Tally = { met: 0, missed: 0, open: 0, excluded: 0 }
  for (const fact of facts) {
    const part = partOf(rate, fact, at)
    if (part !== null) tally[part]++
  }
  return tally
}

/** Percent with one decimal; null where nothing was counted. */
export const percentOf = ({ met, missed }: Pick<Tally, 'met' | 'missed'>) =>
  met + missed === 0 ? null : Math.round((met * 1000) / (met + missed)) / 10

export const RATE_ZH: Record<Rate, string> = { response: '响应率', solution: '解决率', satisfaction: '满意率' }
export const RATE_PART_ZH: Record<Rate, Record<RatePart, string>> = {
  response: { met: '按时签收', missed: '没有按时', open: '还没到时', excluded: '剔除' },
  solution: { met: '办结', missed: '没有解决', open: '正在办理', excluded: '剔除' },
  satisfaction: { met: '满意', missed: '不满意', open: '没有评价', excluded: '剔除' },
}
