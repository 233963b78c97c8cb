import { refuse } from '../../shared/kit/refusal'
import type { Actor } from '../../shared/people/roles'
import type { ActivityView } from '../../shared/volunteering/contract'
import { UNDER_8 } from '../../shared/volunteering/guardians'
import { volunteerNumber } from '../../shared/volunteering/numbers'
import type { VolunteerView } from '../../shared/volunteering/register-contract'
import { decideSignUp, type NewSignUp, type SignUpWish } from '../../shared/volunteering/seats'
import { overlapZh } from '../../shared/volunteering/sign-up-limits'
import { decideSignUpMove, type SignUpMove, withdrawalAt } from '../../shared/volunteering/sign-ups'
import type { AgeBand } from '../../shared/volunteering/volunteers'
import type { Deps, Send } from '../http/deps'
import { fail, grant, Refused } from '../http/refused'
import { requireConsent } from '../people/consents/consent-actions'
import { loadApplicant, loadRecruiting, readActivity } from './activity-actions'
import { findActivityOfShift } from './activity-queries'
import { riskHashOf } from './desk/versions'
import { readSignUpRules, recordSignUpMove } from './move-queries'
import { isUnqualified } from './qualifications/queries'
import { settleQueue, untilOf } from './queue-actions'
import { recordSignUp } from './seat-queries'
import { signUpNow } from './shift-view'
import {
  findClash,
  findSignUp,
  findVolunteer,
  isClash,
  isDayFull,
  isNumberTaken,
  isRegistered,
  recordVolunteer,
} from './sign-up-queries'

type Registration = { readonly displayName: string; readonly ageBand: AgeBand }

export async function registerVolunteer(deps: Deps, actor: Actor, asked: Registration, send: Send) {
  if (asked.ageBand === 'under_8') throw new Refused(UNDER_8)
  await requireConsent(deps, actor.id, 'privacy_policy')
  for (;;) {
    const row = { ...asked, personId: actor.id, number: volunteerNumber(deps.newId()), joinedAt: deps.now() }
    try {
      await recordVolunteer(deps.db, row, deps.newId(), send)
      return await readVolunteer(deps, actor)
    } catch (err) {
      if (isRegistered(err)) return fail('wrong_state', '您已经登记为志愿者')
      // Two people drew the same number: draw again.
      if (!isNumberTaken(err)) throw err
    }
  }
}

export async function readVolunteer({ db }: Deps, actor: Actor): Promise<VolunteerView> {
  return volunteerView((await findVolunteer(db, actor.id)) ?? fail('not_found', '您还没有登记为志愿者'))
}

export const volunteerView = (row: Omit<VolunteerView, 'joinedAt'> & { joinedAt: Date }): VolunteerView => ({
  number: row.number,
  displayName: row.displayName,
  ageBand: row.ageBand,
  joinedAt: row.joinedAt.toISOString(),
})

export async function signUp(deps: Deps, actor: Actor, wish: SignUpWish, send: Send) {
  const activityId = await activityOf(deps, wish.shiftId)
  await settleQueue(deps, wish.shiftId)
  const decision = await judge(deps, actor, activityId, wish)
  const ids = { signUp: deps.newId(), event: deps.newId() }
  const done = await recordSignUp(deps.db, decision, ids, send).catch((err: unknown) => clash(deps, decision, err))
  if (!done) {
    // The last seat went while we looked: judged again, the rule says what is left.
    await judge(deps, actor, activityId, wish)
    return fail('conflict', '名额刚有变化，请再试一次')
  }
  // A seat may have come free while this person was joining the queue.
  if (decision.to === 'waitlisted') await settleQueue(deps, wish.shiftId)
  return readActivity(deps, actor, activityId)
}

type Asked = {
  readonly postId: string | null
  readonly queue: boolean
  readonly part: { readonly from: string; readonly to: string } | null
  readonly riskHash: string | null
}

export const wishOf = (shiftId: string, { postId, queue, part, riskHash }: Asked): SignUpWish => ({
  ...{ shiftId, postId, queue, riskHash },
  part: part && { startsAt: new Date(part.from), endsAt: new Date(part.to) },
})

async function judge(deps: Deps, actor: Actor, activityId: string, wish: SignUpWish) {
  const { activity } = await loadRecruiting(deps, actor, activityId)
  const { applicant } = await loadApplicant(deps, actor, activity)
  const known = { ...activity, riskHash: riskHashOf(activity.riskZh) }
  return grant(decideSignUp(known, wish, applicant, await readSignUpRules(deps.db), deps.now()))
}

const UNQUALIFIED = '这一班须有的培训或证书刚刚作废或已过期，请联系领队'

/** The constraint refused; find out what it stumbled over. */
async function clash({ db }: Deps, { personId, shift, span }: NewSignUp, err: unknown): Promise<never> {
  if (isDayFull(err)) return fail('wrong_state', '这一天报名的时长已到上限，请刷新看看')
  if (isUnqualified(err)) return fail('conflict', UNQUALIFIED)
  if (!isClash(err)) throw err
  const other = await findClash(db, personId, span)
  if (!other) return fail('conflict', '您的报名刚有变化，请再试一次')
  if (other.shiftId === shift.id) return fail('wrong_state', '您已报名这一场')
  throw new Refused(refuse('overlap', overlapZh(other)))
}

const activityOf = async ({ db }: Deps, shiftId: string) =>
  (await findActivityOfShift(db, shiftId)) ?? fail('not_found', '没有找到这个班次')

export const readSignedUp = async (deps: Deps, actor: Actor, shiftId: string): Promise<ActivityView> =>
  readActivity(deps, actor, await activityOf(deps, shiftId))

const TRIES = 3

export async function withdraw(deps: Deps, actor: Actor, signUpId: string, note: string, send: Send) {
  // Whoever waits may be offered a seat at this very moment: leaving is leaving all the same.
  for (let tries = 1; ; tries++) {
    const found = await ownSignUp(deps, actor, signUpId)
    const move = withdrawalAt(signUpNow(found, found.signUpEndsAt), deps.now())
    const done = await moveOwn(deps, actor, found, { move, note }, send)
    if (done || tries === TRIES) return done ?? fail('conflict', '您的报名刚有变化，请刷新')
  }
}

/** 接受 or 让出 a seat that came free. */
export async function answerOffer(
  deps: Deps,
  actor: Actor,
  signUpId: string,
  answer: 'accept' | 'decline',
  send: Send,
): Promise<ActivityView> {
  const done = await moveOwn(deps, actor, await ownSignUp(deps, actor, signUpId), { move: answer, note: '' }, send)
  return done ?? fail('conflict', '您的报名刚有变化，请刷新')
}

type Own = Awaited<ReturnType<typeof ownSignUp>>

async function moveOwn(
  deps: Deps,
  actor: Actor,
  found: Own,
  ask: { readonly move: SignUpMove; readonly note: string },
  send: Send,
): Promise<ActivityView | null> {
  const at = deps.now()
  const was = signUpNow(found, found.signUpEndsAt)
  const decision = grant(decideSignUpMove(was, actor, ask, at))
  const until = await untilOf(deps, was.startsAt, at)
  const done = await recordSignUpMove(deps.db, decision, { eventId: deps.newId(), until, send }).catch(
    (err: unknown) => {
      if (isUnqualified(err)) return fail('forbidden', UNQUALIFIED)
      throw err
    },
  )
  if (!done) return null
  await settleQueue(deps, was.shiftId)
  return readActivity(deps, actor, was.activityId)
}

const ownSignUp = async ({ db }: Deps, actor: Actor, signUpId: string) =>
  (await findSignUp(db, signUpId, actor.id)) ?? fail('not_found', '没有找到这份报名')

export const readWithdrawn = async (deps: Deps, actor: Actor, signUpId: string): Promise<ActivityView> =>
  readActivity(deps, actor, (await ownSignUp(deps, actor, signUpId)).signUp.activityId)
