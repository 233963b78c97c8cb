import { type Refusal, refuse } from '../kit/refusal'
import { addMinutes, shanghai } from '../kit/time'

export type PostOnShift = {
  readonly id: string
  readonly name: string
  readonly shiftId: string
  readonly capacity: number
  readonly endsAt: Date
}

declare const decided: unique symbol
/** Minted only by `decideWidening`, and the only thing `recordWidening` accepts. */
export type WideningDecision = {
  readonly post: PostOnShift
  readonly more: number
  readonly note: string
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

/** 增加名额: with a reason, never fewer than there are; fewer would take a seat from somebody. */
export function decideWidening(
  post: PostOnShift,
  by: string,
  { capacity, note }: { readonly capacity: number; readonly note: string },
  at: Date,
): WideningDecision | Refusal {
  if (at >= post.endsAt) return refuse('wrong_state', '这一场已结束，不用再增加名额')
  if (capacity <= post.capacity)
    return refuse('invalid', `${post.name}现有 ${post.capacity} 个名额，只能增加`, 'capacity')
  if (note === '') return refuse('missing', '请写明为什么增加名额', 'note')
  return { post, more: capacity - post.capacity, note, by, at } as WideningDecision
}

type Window = { readonly startsAt: Date; readonly endsAt: Date; readonly graceMinutes: number }

/** 现场加入 is for people who stand there: from the grace before the shift to its end. */
export function whyNotWalkIn({ startsAt, endsAt, graceMinutes }: Window, at: Date): Refusal | null {
  const opensAt = addMinutes(startsAt, -graceMinutes)
  if (at < opensAt) return refuse('wrong_state', `${shanghai(opensAt).clock} 起可以现场加入，之前请本人报名`)
  return at >= endsAt ? refuse('wrong_state', '这一场已结束，不能再现场加入') : null
}
