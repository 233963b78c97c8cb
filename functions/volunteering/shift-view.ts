import type { LngLat } from '../../shared/kit/geo'
import { isRefusal } from '../../shared/kit/refusal'
import type { Actor } from '../../shared/people/roles'
import type { ShiftView } from '../../shared/volunteering/contract'
import { standsAs } from '../../shared/volunteering/queue'
import { type Applicant, type Recruiting, whyNot, whyNotQueue } from '../../shared/volunteering/seats'
import { travelZh } from '../../shared/volunteering/sign-up-limits'
import {
  decideSignUpMove,
  LIVE_SIGN_UPS,
  type SignUpNow,
  type SignUpState,
  withdrawalAt,
} from '../../shared/volunteering/sign-ups'
import type { listSignUpsOf } from './activity-queries'
import { placeIn, type WaitingRow } from './queue-queries'

type OwnRow = Awaited<ReturnType<typeof listSignUpsOf>>[number]

export const isLive = (state: SignUpState) => (LIVE_SIGN_UPS as readonly SignUpState[]).includes(state)

type Looking = {
  readonly actor: Actor
  readonly applicant: Applicant | null
  readonly own: readonly OwnRow[]
  readonly waiting: readonly WaitingRow[]
  readonly at: Date
}
type ShiftRow = Recruiting['shifts'][number] & { capMinutes: number; graceMinutes: number }

export function shiftView(
  activity: Recruiting & LngLat,
  shift: ShiftRow,
  { actor, applicant, own, waiting, at }: Looking,
): ShiftView {
  const here = own.filter(({ signUp }) => signUp.shiftId === shift.id)
  const mine = here.find(({ signUp }) => isLive(signUp.state)) ?? here.at(-1)
  const judged = (rule: typeof whyNot) =>
    mayOf(actor.id === '' ? { zh: '请先登录' } : rule(activity, shift, applicant, at))
  return {
    id: shift.id,
    startsAt: shift.startsAt.toISOString(),
    endsAt: shift.endsAt.toISOString(),
    capMinutes: shift.capMinutes,
    graceMinutes: shift.graceMinutes,
    admission: shift.admission,
    demandZh: shift.demand?.zh ?? null,
    waiting: shift.waiting,
    posts: shift.posts.map(({ id, name, capacity, taken }) => ({ id, name, capacity, taken })),
    mine: mine ? ownView(mine, activity.signUpEndsAt, waiting, actor, at) : null,
    signUp: judged(whyNot),
    queue: judged(whyNotQueue),
    travelZh: mine && isLive(mine.signUp.state) ? '' : travelZh(shift, activity, applicant?.promised ?? []),
  }
}

const mayOf = (refusal: { readonly zh: string } | null) => ({ may: refusal === null, zh: refusal?.zh ?? '' })

/** By the clock of the whole shift, whatever part of it was promised. */
export const signUpNow = (
  { signUp, shift, leaderId, isHere }: Omit<OwnRow, 'postName'>,
  signUpEndsAt: Date,
): SignUpNow => ({
  ...{ ...signUp, startsAt: shift.startsAt, endsAt: shift.endsAt },
  leaderId,
  isHere,
  signUpEndsAt,
})

function ownView(row: OwnRow, signUpEndsAt: Date, waiting: readonly WaitingRow[], actor: Actor, at: Date) {
  const was = signUpNow(row, signUpEndsAt)
  const state = standsAs(was, at)
  const move = withdrawalAt(was, at)
  const answer = decideSignUpMove(was, actor, { move, note: '原因' }, at)
  return {
    id: row.signUp.id,
    state,
    postName: row.signUp.isPostChosen ? row.postName : null,
    startsAt: row.signUp.startsAt.toISOString(),
    endsAt: row.signUp.endsAt.toISOString(),
    offerUntil: state === 'offered' ? (was.offerUntil?.toISOString() ?? null) : null,
    place: placeIn(waiting, row.signUp.id),
    withdraw: mayOf(isRefusal(answer) ? answer : null),
    isLate: move === 'withdraw_late',
  }
}
