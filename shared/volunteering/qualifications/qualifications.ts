import { type Refusal, refuse } from '../../kit/refusal'
import { addDays, shanghai } from '../../kit/time'
import { type Actor, holdsAny } from '../../people/roles'

/** What a shift demands. */
export type Demand = { readonly id: string; readonly zh: string; readonly wayZh: string }
/** What a person holds and nobody ended; `untilOn` is the last day it counts, 2026-12-31. */
export type Held = { readonly kindId: string; readonly untilOn: string }

/** 须有的培训或证书, counted on the day the shift starts in Shanghai: what is missing and how to come by it, or null. */
export function whyNotQualified(demand: Demand | null, startsAt: Date, held: readonly Held[]): Refusal | null {
  if (demand === null) return null
  const { zh, wayZh } = demand
  const days = held.flatMap(({ kindId, untilOn }) => (kindId === demand.id ? [untilOn] : [])).sort()
  const last = days.at(-1)
  if (last === undefined) return refuse('forbidden', `这一班须有“${zh}”，还没有登记。${wayZh}`)
  if (last >= shanghai(startsAt).day) return null
  return refuse('forbidden', `“${zh}”有效期到 ${last}，这一班开始时已过期，续期后再报名。${wayZh}`)
}

export const QUALIFICATION_STANDINGS = ['valid', 'expired', 'ended'] as const
export type QualificationStanding = (typeof QUALIFICATION_STANDINGS)[number]
export const QUALIFICATION_STANDING_ZH: Record<QualificationStanding, string> = {
  valid: '有效',
  expired: '已过期',
  ended: '已作废',
}
type Dated = { readonly untilOn: string; readonly endedAt: Date | null }
export function standingOf({ untilOn, endedAt }: Dated, at: Date): QualificationStanding {
  if (endedAt) return 'ended'
  return untilOn < shanghai(at).day ? 'expired' : 'valid'
}

export const QUALIFICATION_OFFICE = ['admin', 'reviewer'] as const

/** `isLed`: the person stands in a team this actor leads, sub-teams included. */
type Whose = { readonly personId: string; readonly isLed: boolean }
export const mayReadOf = (actor: Actor, { isLed }: Whose) => holdsAny(actor, QUALIFICATION_OFFICE) || isLed

const whyNotKeeper = (actor: Actor, whose: Whose) => {
  if (actor.id === whose.personId) return refuse('forbidden', '自己的培训和证书由领队或志愿服务办公室登记')
  return mayReadOf(actor, whose) ? null : refuse('forbidden', '只有管理员、审核员和本队队长能登记培训和证书')
}

/** What the person is told. */
export const QUALIFICATION_TELLS = {
  recorded: { title: '已登记培训或证书', text: '{kind}，有效期到 {until}。要求它的班次，开班那天还有效就能报名。' },
  ended: { title: '培训或证书登记已作废', text: '{kind}：{note}。有疑问请联系所在队伍或志愿服务办公室。' },
} as const

declare const decided: unique symbol
type Ask = { readonly untilOn: string; readonly note: string }
/** Minted only by `decideQualification`. */
export type NewQualification = Ask & {
  readonly personId: string
  readonly kindId: string
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}
type Kind = { readonly id: string; readonly isOn: boolean }
const YEARS_MOST = 30

/** 登记培训或证书. */
export function decideQualification(actor: Actor, whose: Whose, kind: Kind, { untilOn, note }: Ask, at: Date) {
  const refusal = whyNotKeeper(actor, whose)
  if (refusal) return refusal
  if (!kind.isOn) return refuse('wrong_state', '这一种已停用，请选别的', 'kindId')
  if (untilOn < shanghai(at).day) return refuse('invalid', '有效期已过，请核对证书', 'untilOn')
  if (untilOn > shanghai(addDays(at, 366 * YEARS_MOST)).day)
    return refuse('invalid', `有效期最长 ${YEARS_MOST} 年`, 'untilOn')
  return { personId: whose.personId, kindId: kind.id, untilOn, note, by: actor.id, at } as NewQualification
}

/** Minted only by `decideQualificationEnd`. */
export type QualificationEnd = {
  readonly id: string
  readonly personId: string
  readonly note: string
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}
type Now = Whose & { readonly id: string; readonly endedAt: Date | null }

/** 作废: recorded by mistake, or withdrawn by who issued it. */
export function decideQualificationEnd(actor: Actor, was: Now, note: string, at: Date) {
  const refusal = whyNotKeeper(actor, was)
  if (refusal) return refusal
  if (was.endedAt) return refuse('wrong_state', '这一条已经作废')
  return { id: was.id, personId: was.personId, note, by: actor.id, at } as QualificationEnd
}
