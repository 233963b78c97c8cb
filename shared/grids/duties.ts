import { type Refusal, refuse } from '../kit/refusal'
import { shanghai } from '../kit/time'
import { isUnitTier, type Tier } from './words'

export type DutyAsk = {
  readonly tier: Tier
  readonly unitId: string | null
  readonly personName: string
  readonly startsOn: string
}

const TOO_EARLY = '不能早于今天：已经过去的日子由谁负责，不能改写'

/** The past keeps its chain: a change is for today or a later day. */
export const checkFrom = (day: string, now: Date, field: string): Refusal | null =>
  day < shanghai(now).day ? refuse('invalid', TOO_EARLY, field) : null

export function checkDuty({ tier, unitId, personName, startsOn }: DutyAsk, now: Date): Refusal | null {
  if (isUnitTier(tier) && unitId === null) return refuse('missing', '请选择单位', 'unitId')
  if (!isUnitTier(tier) && personName === '') return refuse('missing', '请填写姓名', 'personName')
  return checkFrom(startsOn, now, 'startsOn')
}
