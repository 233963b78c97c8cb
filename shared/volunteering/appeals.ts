import { type Refusal, refuse } from '../kit/refusal'
import { addDays, addMinutes } from '../kit/time'
import { type Actor, holdsAny } from '../people/roles'
import { countedSpan, creditedMinutes, type ShiftSpan } from './minutes'
import type { SignUpState } from './sign-ups'

export const APPEAL_STATES = ['asked', 'granted', 'refused'] as const
export type AppealState = (typeof APPEAL_STATES)[number]
export const APPEAL_ANSWERS = ['grant', 'refuse'] as const
export type AppealAnswer = (typeof APPEAL_ANSWERS)[number]

/** A sign-up somebody was marked absent in. */
export type MarkedNow = {
  readonly signUpId: string
  readonly personId: string
  readonly state: SignUpState
  /** When the leader marked it; null where nobody did. */
  readonly markedAt: Date | null
  readonly isAppealed: boolean
  readonly shift: ShiftSpan
  readonly version: number
}
type Claim = {
  readonly reasonZh: string
  readonly from: Date
  readonly to: Date
  readonly fileId: string | null
}

declare const decided: unique symbol
/** Minted only by `decideAppeal`, and the only thing `recordAppeal` accepts. */
export type AppealDecision = Claim & {
  readonly was: MarkedNow
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

/** 申诉 of the person, within the days the county gives. */
export function decideAppeal(was: MarkedNow, actor: Actor, claim: Claim, days: number, at: Date) {
  const refusal = whyNotAppeal(was, actor, days, at) ?? whyNotThere(was.shift, claim)
  return refusal ?? ({ ...claim, was, by: actor.id, at } as AppealDecision)
}

export function whyNotAppeal(was: MarkedNow, actor: Actor, days: number, at: Date): Refusal | null {
  if (actor.id !== was.personId) return refuse('forbidden', '只能为自己申诉')
  if (was.isAppealed) return refuse('wrong_state', '这一场已经申诉过')
  if (was.state !== 'no_show' || was.markedAt === null) return refuse('wrong_state', '没有记为未到，不用申诉')
  return at > addDays(was.markedAt, days) ? refuse('wrong_state', `记为未到已超过 ${days} 天，不能再申诉`) : null
}

function whyNotThere({ startsAt, endsAt, graceMinutes }: ShiftSpan, { from, to }: Claim) {
  if (from >= to) return refuse('invalid', '离开时间要晚于到场时间', 'to')
  const isIn = from >= addMinutes(startsAt, -graceMinutes) && to <= addMinutes(endsAt, graceMinutes)
  return isIn ? null : refuse('invalid', '时间须在这一场之内', 'from')
}

export type AppealNow = {
  readonly id: string
  readonly signUpId: string
  readonly personId: string
  readonly leaderId: string
  readonly state: AppealState
  readonly reasonZh: string
  readonly servedFrom: Date
  readonly servedTo: Date
  readonly fileId: string | null
  readonly shift: ShiftSpan
  readonly version: number
}
/** Minted only by `decideAppealAnswer`. */
export type AppealAnswered = {
  readonly was: AppealNow
  readonly state: 'granted' | 'refused'
  readonly note: string
  /** 补录 proposed with it, for yet another person to agree; null without a photo or when refused. */
  readonly hours: { readonly from: Date; readonly to: Date; readonly minutes: number; readonly fileId: string } | null
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

/** 申诉通过 or 不通过: by an office that did not lead the shift and is not the person. */
export function decideAppealAnswer(
  was: AppealNow,
  actor: Actor,
  { answer, note }: { readonly answer: AppealAnswer; readonly note: string },
  at: Date,
): AppealAnswered | Refusal {
  const refusal = whyNotAnswer(was, actor)
  if (refusal) return refusal
  if (note === '') return refuse('missing', '请写明理由，本人会看到', 'note')
  const state = answer === 'grant' ? 'granted' : 'refused'
  const hours = answer === 'grant' ? hoursOf(was) : null
  return { was, state, note, hours, by: actor.id, at } as AppealAnswered
}

function whyNotAnswer(was: AppealNow, actor: Actor): Refusal | null {
  if (!holdsAny(actor, ['reviewer'])) return refuse('forbidden', '您不能处理申诉')
  if (actor.id === was.personId) return refuse('forbidden', '不能处理自己的申诉，请另一位办理')
  if (actor.id === was.leaderId) return refuse('forbidden', '您是这一场的领队，申诉要由别人处理')
  return was.state === 'asked' ? null : refuse('wrong_state', '这份申诉已处理')
}

export const mayAnswerAppeal = (was: AppealNow, actor: Actor) => whyNotAnswer(was, actor) === null

function hoursOf({ servedFrom, servedTo, shift, fileId }: AppealNow) {
  if (fileId === null) return null
  const stay = { inAt: servedFrom, outAt: servedTo, breaks: [] }
  return { ...countedSpan(stay, shift), minutes: creditedMinutes(stay, shift), fileId }
}
