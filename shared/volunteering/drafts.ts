import { type Refusal, refuse } from '../kit/refusal'
import { MINUTE_MS } from '../kit/time'
import type { ActivityDraft } from './desk-contract'

type ShiftDraft = ActivityDraft['shifts'][number]

/** 活动草稿 with its times read and checked against each other. */
export function decideDraft(draft: ActivityDraft, at: Date) {
  const shifts = draft.shifts.map((shift) => ({ ...shift, ...spanOf(shift) }))
  const refusal = shifts.map(whyNotSpan).find((found) => found !== null)
  if (refusal) return refusal
  const startsAt = new Date(Math.min(...shifts.map((shift) => shift.startsAt.getTime())))
  const endsAt = new Date(Math.max(...shifts.map((shift) => shift.endsAt.getTime())))
  const signUpFrom = draft.signUpFrom === null ? at : new Date(draft.signUpFrom)
  const signUpEndsAt = new Date(draft.signUpEndsAt)
  if (endsAt <= at) return refuse('invalid', '活动时间已过，请改为将来的时间', 'shifts')
  if (signUpEndsAt > endsAt) return refuse('invalid', '报名截止不能晚于活动结束', 'signUpEndsAt')
  if (signUpEndsAt <= signUpFrom) return refuse('invalid', '报名截止须晚于报名开始', 'signUpEndsAt')
  return { shifts, startsAt, endsAt, signUpFrom, signUpEndsAt }
}

export function spanOf(shift: Pick<ShiftDraft, 'startsAt' | 'endsAt'> & { readonly capMinutes?: number | null }) {
  const startsAt = new Date(shift.startsAt)
  const endsAt = new Date(shift.endsAt)
  const minutes = Math.floor((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS)
  return { startsAt, endsAt, minutes, capMinutes: shift.capMinutes ?? minutes }
}

type Lengths = { readonly minutes: number; readonly capMinutes: number; readonly graceMinutes: number }

export function whyNotSpan({ minutes, capMinutes, graceMinutes }: Lengths): Refusal | null {
  if (minutes < 1) return refuse('invalid', '班次的结束时间须晚于开始时间', 'shifts')
  if (minutes > 24 * 60) return refuse('invalid', '一个班次最长 24 小时', 'shifts')
  if (capMinutes > minutes + graceMinutes) return refuse('invalid', '本场上限不能超过班次时长', 'shifts')
  return null
}
