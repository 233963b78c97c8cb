import { isRefusal, type Refusal, refuse } from '../kit/refusal'
import { shanghai } from '../kit/time'
import type { ActivityState } from './activities'
import type { Admission } from './admissions'
import { type RiskClass, whyNotAge } from './guardians'
import { type Demand, type Held, whyNotQualified } from './qualifications/qualifications'
import { whyNotWalkIn } from './rolls'
import { type Promised, partOf, type SignUpRules, type Span, whyNotSoLong } from './sign-up-limits'
import type { SignUpSource } from './sign-ups'
import { AGE_FLOOR, type AgeBand } from './volunteers'

export type PostNow = { readonly id: string; readonly name: string; readonly capacity: number; readonly taken: number }
export type ShiftNow = {
  readonly id: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly posts: readonly PostNow[]
  readonly admission: Admission
  readonly demand: Demand | null
  /** People in the queue. */
  readonly waiting: number
}
export type Recruiting = {
  readonly id: string
  readonly state: ActivityState
  readonly signUpFrom: Date
  readonly signUpEndsAt: Date
  readonly minAge: number | null
  readonly isRisky: boolean
  readonly riskClass: RiskClass
  readonly riskHash?: string
  readonly shifts: readonly ShiftNow[]
}
/** Null for whoever is not registered. */
export type Applicant = {
  readonly personId: string
  readonly ageBand: AgeBand
  /** Risk classes a guardian consents to now. */
  readonly consents: readonly RiskClass[]
  readonly liveShiftIds: readonly string[]
  /** What they promised around the time of the activity; also of other activities. */
  readonly promised: readonly Promised[]
  readonly qualifications: readonly Held[]
}

declare const decided: unique symbol
/** Minted only by `decideSignUp`, and the only thing `recordSignUp` accepts. */
export type NewSignUp = {
  readonly activityId: string
  readonly shift: ShiftNow
  /** What of the shift is promised: all of it, or a part. */
  readonly span: Span
  /** Null: the leader places the person, meanwhile they sit where most seats are free. */
  readonly postId: string | null
  readonly personId: string
  /** 已报名 takes a seat; 待审核 and 候补 take none. */
  readonly to: 'approved' | 'applied' | 'waitlisted'
  readonly source: SignUpSource
  /** The risk text the person agreed to. */
  readonly agreedRiskHash: string | null
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}
type Plain = Omit<NewSignUp, typeof decided>
/** `queue`: whoever finds the shift full waits for a seat, because they said so. */
export type SignUpWish = {
  readonly shiftId: string
  readonly postId: string | null
  readonly queue: boolean
  /** 只来一段; null for the whole shift. */
  readonly part: Span | null
  /** Of the risk text they were shown; null where nothing was sent along. */
  readonly riskHash?: string | null
}

/** 报名, automatic: whoever may and finds a seat is approved. The seat itself is taken by the statement that records it. */
export function decideSignUp(
  activity: Recruiting,
  wish: SignUpWish,
  applicant: Applicant | null,
  rules: SignUpRules,
  at: Date,
): NewSignUp | Refusal {
  const shift = activity.shifts.find(({ id }) => id === wish.shiftId)
  if (!shift) return refuse('not_found', '没有找到这个班次')
  const closed = whyNotQueue(activity, shift, applicant, at)
  if (closed || applicant === null) return closed ?? UNREGISTERED
  const agreedRiskHash = wish.riskHash ?? null
  if (agreedRiskHash !== null && agreedRiskHash !== activity.riskHash)
    return refuse('conflict', '风险提示已更新，请重新阅读', 'riskHash')
  const span = promisedOf(shift, wish, applicant, rules)
  if (isRefusal(span)) return span
  const to = placeFor(activity, shift, wish, at)
  if (typeof to !== 'string') return to
  const { personId } = applicant
  const seat = { activityId: activity.id, shift, span, postId: wish.postId, personId }
  return { ...seat, to, source: 'self', agreedRiskHash, by: personId, at } as Plain as NewSignUp
}

/** All of the shift or a part of it, within what a person gives a day. */
function promisedOf(shift: ShiftNow, { part }: SignUpWish, { promised, ageBand }: Applicant, rules: SignUpRules) {
  const span = partOf(shift, part)
  return isRefusal(span) ? span : (whyNotSoLong(span, promised, ageBand, rules) ?? span)
}

function placeFor(activity: Recruiting, shift: ShiftNow, wish: SignUpWish, at: Date): NewSignUp['to'] | Refusal {
  const post = shift.posts.find(({ id }) => id === wish.postId)
  if (wish.postId !== null && !post) return refuse('not_found', '没有找到这个岗位', 'postId')
  const to = stateFor(shift, post, wish)
  if (to === null) return full(activity, shift, post ?? null, at)
  return to === 'waitlisted' && at >= shift.startsAt ? refuse('full', '这一场已开始，不再候补') : to
}

type OnSpot = ShiftNow & { readonly graceMinutes: number }

/** 现场加入: the leader lets in somebody who stands there; a seat as any other, never past the capacity. */
export function decideWalkIn(
  activity: Recruiting,
  shift: OnSpot,
  applicant: Applicant | null,
  leaderId: string,
  at: Date,
): NewSignUp | Refusal {
  if (activity.state !== 'published') return refuse('wrong_state', '活动不在进行，不能现场加入')
  if (applicant === null) return refuse('not_found', '没有这个编号的志愿者，请核对', 'number')
  if (applicant.personId === leaderId) return refuse('forbidden', '不能把自己加入名单，请由组织单位另一人办理')
  if (applicant.liveShiftIds.includes(shift.id)) return refuse('wrong_state', '这位志愿者已在名单里')
  const refusal = whyNotWalkIn(shift, at) ?? unfit(activity, shift, applicant)
  if (refusal) return refusal
  if (freeSeats(shift) <= 0) return refuse('full', '名额已满，可以先增加名额')
  const span = { startsAt: shift.startsAt, endsAt: shift.endsAt }
  const seat = { activityId: activity.id, shift, span, postId: null, personId: applicant.personId }
  const how = { to: 'approved', source: 'walk_in', agreedRiskHash: null } as const
  return { ...seat, ...how, by: leaderId, at } as Plain as NewSignUp
}

/** Null: full, and the person did not say that they would wait. */
function stateFor(shift: ShiftNow, post: PostNow | undefined, { queue }: SignUpWish): NewSignUp['to'] | null {
  if (shift.admission === 'approval') return 'applied'
  const free = post ? freeOf(post) : freeSeats(shift)
  if (free > 0) return 'approved'
  return queue ? 'waitlisted' : null
}

/** Why this person cannot sign up for the shift, or null: the button and the rule say the same. */
export const whyNot = (activity: Recruiting, shift: ShiftNow, applicant: Applicant | null, at: Date) =>
  whyNotQueue(activity, shift, applicant, at) ?? (isFull(shift) ? full(activity, shift, null, at) : null)

/** Where a leader decides, the seats are the leader's to count. */
const isFull = (shift: ShiftNow) => shift.admission === 'auto' && freeSeats(shift) <= 0

/** The other shift with a free seat that starts nearest to this one. */
export function closestFree(shifts: readonly ShiftNow[], shift: ShiftNow, at: Date): ShiftNow | undefined {
  const apart = (other: ShiftNow) => Math.abs(other.startsAt.getTime() - shift.startsAt.getTime())
  return shifts
    .filter((other) => other.id !== shift.id && other.endsAt > at && freeSeats(other) > 0)
    .sort((a, b) => apart(a) - apart(b))[0]
}

const freeOf = ({ capacity, taken }: PostNow) => capacity - taken
export const freeSeats = ({ posts }: ShiftNow) => posts.reduce((sum, post) => sum + Math.max(0, freeOf(post)), 0)

/** Why this person cannot even wait for a seat of the shift. */
export function whyNotQueue(activity: Recruiting, shift: ShiftNow, applicant: Applicant | null, at: Date) {
  if (activity.state === 'cancelled') return refuse('wrong_state', '活动已取消，可以看看本周其他活动')
  if (activity.state !== 'published') return refuse('wrong_state', '活动没有在招募，可以看看本周其他活动')
  if (applicant?.liveShiftIds.includes(shift.id)) return refuse('wrong_state', '您已报名这一场')
  if (at >= shift.endsAt) return refuse('wrong_state', '这一场已结束，可以看看本周其他活动')
  if (at < activity.signUpFrom) return refuse('wrong_state', `报名还没开始，${clockZh(activity.signUpFrom)} 开放`)
  if (at >= activity.signUpEndsAt) return refuse('wrong_state', '报名已截止，可以联系领队或看看其他活动')
  return applicant === null ? UNREGISTERED : unfit(activity, shift, applicant)
}

const UNREGISTERED = refuse('forbidden', '请先登记为志愿者，登记后就能报名')

const unfit = (activity: Recruiting, { demand, startsAt }: ShiftNow, applicant: Applicant) =>
  whyNotAge(activity, applicant, AGE_FLOOR[applicant.ageBand]) ??
  whyNotQualified(demand, startsAt, applicant.qualifications)

/** 满员, and the closest way in: another post of the shift, else the nearest other shift. */
function full({ shifts }: Recruiting, shift: ShiftNow, post: PostNow | null, at: Date): Refusal {
  const beside = post && shift.posts.find((other) => other.id !== post.id && freeOf(other) > 0)
  if (post && beside) return refuse('full', `${post.name}满员，${beside.name}还有 ${freeOf(beside)} 个名额`, 'postId')
  const closest = closestFree(shifts, shift, at)
  if (!closest) return refuse('full', queueZh(shift))
  const isSameDay = shanghai(closest.startsAt).day === shanghai(shift.startsAt).day
  const when = isSameDay ? shanghai(closest.startsAt).clock : clockZh(closest.startsAt)
  return refuse('full', `满员，${when} 班还有 ${freeSeats(closest)} 个名额`)
}

const queueZh = ({ waiting }: ShiftNow) =>
  waiting === 0 ? '满员，可以第一个候补' : `满员，已有 ${waiting} 人候补，可以排在后面`

function clockZh(at: Date) {
  const { month, date, clock } = shanghai(at)
  return `${month}月${date}日 ${clock}`
}
