import { addMinutes, MINUTE_MS } from '../kit/time'

/** 一段服务: when somebody came and left, and the gaps between. */
export type Stay = {
  readonly inAt: Date
  readonly outAt: Date
  readonly breaks: readonly { readonly from: Date; readonly to: Date }[]
}
export type ShiftSpan = {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly graceMinutes: number
  readonly capMinutes: number
}

type Part = { readonly startsAt: Date; readonly endsAt: Date }

/** 只来一段: what somebody promised of a shift is their shift, with the same grace and a cap no longer than it. */
export function ownSpan<S extends ShiftSpan>(shift: S, { startsAt, endsAt }: Part): S {
  const isWhole = startsAt.getTime() === shift.startsAt.getTime() && endsAt.getTime() === shift.endsAt.getTime()
  if (isWhole) return shift
  const length = Math.floor((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS)
  return { ...shift, startsAt, endsAt, capMinutes: Math.min(shift.capMinutes, length) }
}

/** The part of a stay that lies in the shift, give or take its grace. */
export function countedSpan({ inAt, outAt }: Pick<Stay, 'inAt' | 'outAt'>, shift: ShiftSpan) {
  const [first, last] = [addMinutes(shift.startsAt, -shift.graceMinutes), addMinutes(shift.endsAt, shift.graceMinutes)]
  const clamp = (at: Date) => new Date(Math.min(Math.max(at.getTime(), first.getTime()), last.getTime()))
  const from = clamp(inAt)
  const to = clamp(outAt)
  return { from, to: to < from ? from : to }
}

/** 计入时长: min(cap, clamp(out) − clamp(in) − breaks), never negative; whole minutes, rounded down once at the end. */
export function creditedMinutes(stay: Stay, shift: ShiftSpan) {
  const length = (span: { from: Date; to: Date }) => span.to.getTime() - span.from.getTime()
  const away = stay.breaks.map(({ from, to }) => length(countedSpan({ inAt: from, outAt: to }, shift)))
  const ms = length(countedSpan(stay, shift)) - away.reduce((sum, gap) => sum + gap, 0)
  return Math.min(shift.capMinutes, Math.max(0, Math.floor(ms / MINUTE_MS)))
}

/** The whole stay as it was measured; kept beside the credited minutes. */
export const rawMinutes = ({ inAt, outAt }: Pick<Stay, 'inAt' | 'outAt'>) =>
  Math.max(0, Math.floor((outAt.getTime() - inAt.getTime()) / MINUTE_MS))
