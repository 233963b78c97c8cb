import { isRefusal, type Refusal, refuse } from '../kit/refusal'
import { type Actor, holds } from '../people/roles'
import type { ActivityState } from './activities'
import { spanOf, whyNotSpan } from './drafts'
import type { Retiming } from './reconsents'
import type { Span } from './sign-up-limits'

export type PostHeld = {
  readonly id: string
  readonly name: string
  readonly capacity: number
  readonly taken: number
}
export type ShiftHeld = Span & {
  readonly id: string
  readonly capMinutes: number
  readonly graceMinutes: number
  readonly posts: readonly PostHeld[]
}
export type EditNow = {
  readonly id: string
  readonly state: ActivityState
  /** By the one who asks. */
  readonly isLed: boolean
  readonly signUpFrom: Date
  readonly signUpEndsAt: Date
  readonly shifts: readonly ShiftHeld[]
  /** Shifts where somebody has checked in. */
  readonly begun: readonly string[]
  readonly version: number
}
export type EditTexts = {
  readonly summary: string
  readonly placeZh: string
  readonly position: { readonly lng: number; readonly lat: number }
  readonly radiusM: number
  readonly riskZh: string
  readonly contactZh: string
}
export type EditAsk = EditTexts & {
  readonly version: number
  readonly shifts: readonly {
    readonly id: string
    readonly startsAt: string
    readonly endsAt: string
    readonly posts: readonly { readonly id: string; readonly capacity: number }[]
  }[]
}
export type Recapped = { readonly id: string; readonly was: number; readonly is: number }

declare const decided: unique symbol
/** Minted only by `decideEdit`, and the only thing `recordEdit` accepts. */
export type EditDecision = Span & {
  readonly was: EditNow
  readonly texts: EditTexts
  readonly retimed: readonly (Retiming & { readonly capMinutes: number })[]
  readonly posts: readonly Recapped[]
  readonly signUpEndsAt: Date
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

/** 修改已发布的活动: what people already rely on never shrinks beneath them. */
export function decideEdit(was: EditNow, actor: Actor, ask: EditAsk, at: Date): EditDecision | Refusal {
  if (!holds(actor, 'admin') && !was.isLed) return refuse('forbidden', '只有管理员和本队的队长能修改活动')
  if (was.state !== 'published') return refuse('wrong_state', '只有已发布的活动在这里修改，草稿请到草稿里改')
  if (ask.version !== was.version) return refuse('conflict', '别人刚刚改过这个活动，请刷新后再改')
  const seats = ask.shifts.flatMap(({ posts }) => posts).map((post) => recapped(was, post))
  const times = ask.shifts.map((shift) => retimedBy(was, shift, at))
  const refusal = [...seats, ...times].find((one) => one !== null && isRefusal(one))
  if (refusal && isRefusal(refusal)) return refusal
  const retimed = times.flatMap((one) => (one === null || isRefusal(one) ? [] : [one]))
  const posts = seats.flatMap((one) => (one === null || isRefusal(one) ? [] : [one]))
  const spans = was.shifts.map((shift) => retimed.find(({ id }) => id === shift.id)?.is ?? shift)
  const startsAt = new Date(Math.min(...spans.map((span) => span.startsAt.getTime())))
  const endsAt = new Date(Math.max(...spans.map((span) => span.endsAt.getTime())))
  const signUpEndsAt = was.signUpEndsAt > endsAt ? endsAt : was.signUpEndsAt
  if (signUpEndsAt <= was.signUpFrom) return refuse('invalid', '改后的活动在报名开始前就结束了', 'shifts')
  const { summary, placeZh, position, radiusM, riskZh, contactZh } = ask
  const texts = { summary, placeZh, position, radiusM, riskZh, contactZh }
  return { was, texts, retimed, posts, startsAt, endsAt, signUpEndsAt, by: actor.id, at } as Omit<
    EditDecision,
    typeof decided
  > as EditDecision
}

function recapped({ shifts }: EditNow, { id, capacity }: { id: string; capacity: number }): Recapped | Refusal | null {
  const post = shifts.flatMap(({ posts }) => posts).find((one) => one.id === id)
  if (!post) return refuse('not_found', '没有找到这个岗位，请刷新', 'shifts')
  if (capacity < post.taken)
    return refuse('invalid', `“${post.name}”已有 ${post.taken} 人，名额不能少于 ${post.taken}`, 'shifts')
  return capacity === post.capacity ? null : { id, was: post.capacity, is: capacity }
}

function retimedBy(now: EditNow, ask: EditAsk['shifts'][number], at: Date) {
  const shift = now.shifts.find(({ id }) => id === ask.id)
  if (!shift) return refuse('not_found', '没有找到这个班次，请刷新', 'shifts')
  const { startsAt, endsAt, minutes } = spanOf({ ...ask, capMinutes: null })
  const was = { startsAt: shift.startsAt, endsAt: shift.endsAt }
  if (startsAt.getTime() === was.startsAt.getTime() && endsAt.getTime() === was.endsAt.getTime()) return null
  if (at >= was.startsAt || now.begun.includes(shift.id))
    return refuse('wrong_state', '这一班已经开始或已有人签到，不能再改时间', 'shifts')
  if (startsAt <= at) return refuse('invalid', '改后的开始时间须晚于现在', 'shifts')
  const isFull = shift.capMinutes === spanOf({ startsAt: iso(was.startsAt), endsAt: iso(was.endsAt) }).minutes
  const capMinutes = isFull ? minutes : Math.min(shift.capMinutes, minutes)
  const refusal = whyNotSpan({ minutes, capMinutes, graceMinutes: shift.graceMinutes })
  return refusal ?? { id: shift.id, was, is: { startsAt, endsAt }, capMinutes }
}

const iso = (at: Date) => at.toISOString()
