import { type Refusal, refuse } from '../kit/refusal'
import type { Actor } from '../people/roles'
import { type RiskClass, whyNotAge } from './guardians'
import { type Demand, whyNotQualified } from './qualifications/qualifications'
import type { Applicant } from './seats'
import { type SignUpRules, type Span, whyNotSoLong } from './sign-up-limits'
import type { SignUpNow } from './sign-ups'
import { AGE_FLOOR } from './volunteers'

export const HAND_OVER_STATES = ['offered', 'accepted', 'declined', 'taken_back'] as const
export type HandOverState = (typeof HAND_OVER_STATES)[number]
export const HAND_OVER_ANSWERS = ['accept', 'decline', 'take_back'] as const
export type HandOverAnswer = (typeof HAND_OVER_ANSWERS)[number]

declare const decided: unique symbol
/** Minted only by `decideHandOver`. */
export type HandOverDecision = {
  readonly was: SignUpNow
  readonly toId: string
  readonly at: Date
  readonly [decided]: true
}

/** 转给别人: an approved sign-up before its shift starts, to another registered volunteer. */
export function decideHandOver(was: SignUpNow, actor: Actor, toId: string | null, at: Date) {
  const refusal = whyNotHandOver(was, actor, at)
  if (refusal) return refusal
  if (toId === null) return refuse('not_found', '没有这个编号的志愿者，请核对', 'number')
  if (toId === was.personId) return refuse('invalid', '这是您自己的编号', 'number')
  return { was, toId, at } as HandOverDecision
}

export function whyNotHandOver(was: SignUpNow, actor: Actor, at: Date): Refusal | null {
  if (actor.id !== was.personId) return refuse('forbidden', '只能转自己的报名')
  if (was.state !== 'approved') return refuse('wrong_state', '只有已通过的报名能转给别人')
  if (was.isHere) return refuse('wrong_state', '您已签到，不能再转给别人')
  return at >= was.startsAt ? refuse('wrong_state', '这一场已开始，不能再转给别人') : null
}

export type HandOverNow = {
  readonly id: string
  readonly state: HandOverState
  readonly fromId: string
  readonly toId: string
  /** The sign-up it is about, as it stands. */
  readonly signUp: SignUpNow
  /** What of the shift was promised. */
  readonly span: Span
  readonly version: number
}
type Joining = { readonly minAge: number | null; readonly isRisky: boolean; readonly riskClass: RiskClass }
/** Who answers: null for whoever is not registered. */
type Receiver = {
  readonly applicant: Applicant | null
  readonly rules: SignUpRules
  readonly activity: Joining
  readonly demand: Demand | null
}

/** Minted only by `decideHandOverAnswer`. */
export type HandOverAnswered = {
  readonly was: HandOverNow
  readonly state: Exclude<HandOverState, 'offered'>
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

/** 接 or 不接 by whom it was offered to, under the same rules as signing up; 收回 by whoever offered it. */
export function decideHandOverAnswer(
  was: HandOverNow,
  actor: Actor,
  answer: HandOverAnswer,
  receiver: Receiver,
  at: Date,
): HandOverAnswered | Refusal {
  const isMine = actor.id === (answer === 'take_back' ? was.fromId : was.toId)
  if (!isMine) return refuse('forbidden', '这不是转给您的')
  if (was.state !== 'offered') return refuse('wrong_state', '这一份已经处理过')
  const refusal = answer === 'accept' ? whyNotAccept(was, receiver, at) : null
  return refusal ?? ({ was, state: STATE_OF[answer], by: actor.id, at } as HandOverAnswered)
}

const STATE_OF = { accept: 'accepted', decline: 'declined', take_back: 'taken_back' } as const

function whyNotAccept({ signUp, span }: HandOverNow, { applicant, rules, activity, demand }: Receiver, at: Date) {
  if (at >= signUp.startsAt) return refuse('wrong_state', '这一场已开始，转让已失效')
  if (signUp.state !== 'approved' || signUp.isHere) return refuse('wrong_state', '对方的报名已有变化，转让已失效')
  if (applicant === null) return refuse('forbidden', '请先登记为志愿者，登记后就能接')
  if (applicant.liveShiftIds.includes(signUp.shiftId)) return refuse('wrong_state', '您已报名这一场')
  const unfit =
    whyNotAge(activity, applicant, AGE_FLOOR[applicant.ageBand]) ??
    whyNotQualified(demand, signUp.startsAt, applicant.qualifications)
  return unfit ?? whyNotSoLong(span, applicant.promised, applicant.ageBand, rules)
}
