import { refuse } from '../../shared/kit/refusal'
import type { Actor } from '../../shared/people/roles'
import type { ActivityView, VolunteerView } from '../../shared/volunteering/contract'
import { volunteerNumber } from '../../shared/volunteering/numbers'
import { decideSignUp, type NewSignUp, overlapZh } from '../../shared/volunteering/seats'
import { decideSignUpMove, withdrawalAt } from '../../shared/volunteering/sign-ups'
import type { AgeBand } from '../../shared/volunteering/volunteers'
import type { Deps, Send } from '../http/deps'
import { fail, grant, Refused } from '../http/refused'
import { loadApplicant, loadRecruiting, readActivity, signUpNow } from './activity-actions'
import { findActivityOfShift } from './activity-queries'
import {
  findClash,
  findSignUp,
  findVolunteer,
  isClash,
  isNumberTaken,
  isRegistered,
  recordSignUp,
  recordSignUpMove,
  recordVolunteer,
} from './sign-up-queries'

type Registration = { readonly displayName: string; readonly ageBand: AgeBand }

export async function registerVolunteer(deps: Deps, actor: Actor, asked: Registration, send: Send) {
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

export async function signUp(deps: Deps, actor: Actor, shiftId: string, postId: string | null, send: Send) {
  const wish = { shiftId, postId }
  const activityId = await activityOf(deps, shiftId)
  const decision = await judge(deps, actor, activityId, wish)
  const ids = { signUp: deps.newId(), event: deps.newId() }
  const done = await recordSignUp(deps.db, decision, ids, send).catch((err: unknown) => clash(deps, decision, err))
  if (!done) {
    // The last seat went while we looked: judged again, the rule says what is left.
    await judge(deps, actor, activityId, wish)
    return fail('conflict', '名额刚有变化，请再试一次')
  }
  return readActivity(deps, actor, activityId)
}

async function judge(deps: Deps, actor: Actor, activityId: string, wish: { shiftId: string; postId: string | null }) {
  const { activity } = await loadRecruiting(deps, actor, activityId)
  const { applicant } = await loadApplicant(deps, actor, activityId)
  return grant(decideSignUp(activity, wish, applicant, deps.now()))
}

/** The constraint refused; find out what it stumbled over. */
async function clash({ db }: Deps, { personId, shift }: NewSignUp, err: unknown): Promise<never> {
  if (!isClash(err)) throw err
  const other = await findClash(db, personId, shift)
  if (!other) return fail('conflict', '您的报名刚有变化，请再试一次')
  if (other.shiftId === shift.id) return fail('wrong_state', '您已报名这一场')
  throw new Refused(refuse('overlap', overlapZh(other)))
}

const activityOf = async ({ db }: Deps, shiftId: string) =>
  (await findActivityOfShift(db, shiftId)) ?? fail('not_found', '没有找到这个班次')

export const readSignedUp = async (deps: Deps, actor: Actor, shiftId: string): Promise<ActivityView> =>
  readActivity(deps, actor, await activityOf(deps, shiftId))

export async function withdraw(deps: Deps, actor: Actor, signUpId: string, note: string, send: Send) {
  const found = await ownSignUp(deps, actor, signUpId)
  const was = signUpNow(found, found.signUpEndsAt)
  const at = deps.now()
  const decision = grant(decideSignUpMove(was, actor, { move: withdrawalAt(was, at), note }, at))
  const done = await recordSignUpMove(deps.db, decision, deps.newId(), send)
  if (!done) return fail('conflict', '您的报名刚有变化，请刷新')
  return readActivity(deps, actor, found.signUp.activityId)
}

const ownSignUp = async ({ db }: Deps, actor: Actor, signUpId: string) =>
  (await findSignUp(db, signUpId, actor.id)) ?? fail('not_found', '没有找到这份报名')

export const readWithdrawn = async (deps: Deps, actor: Actor, signUpId: string): Promise<ActivityView> =>
  readActivity(deps, actor, (await ownSignUp(deps, actor, signUpId)).signUp.activityId)
