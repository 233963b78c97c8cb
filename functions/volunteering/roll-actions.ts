import type { Actor } from '../../shared/people/roles'
import { decideWidening } from '../../shared/volunteering/rolls'
import { decideWalkIn } from '../../shared/volunteering/seats'
import { decideSignUpMove, type LeaderMove } from '../../shared/volunteering/sign-ups'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { loadApplicant, loadRecruiting } from './activity-actions'
import { ledShift, readBoard } from './leader-actions'
import { recordSignUpMove } from './move-queries'
import { isUnqualified } from './qualifications/queries'
import { settleQueue, untilOf } from './queue-actions'
import { recordSignUp } from './seat-queries'
import { signUpNow } from './shift-view'
import { findSignUpOnShift, isClash, isDayFull, listVolunteersByNumber } from './sign-up-queries'
import { findPost, recordWidening } from './widening-queries'

type Decided = { readonly signUpId: string; readonly move: LeaderMove; readonly note: string }

/** 审核报名, and what became of whoever did not come. */
export async function decideSignUpOf(deps: Deps, actor: Actor, shiftId: string, asked: Decided, send: Send) {
  const { shift } = await ledShift(deps, actor, shiftId)
  await settleQueue(deps, shiftId)
  const found = (await findSignUpOnShift(deps.db, asked.signUpId, shiftId)) ?? fail('not_found', '名单里没有这位志愿者')
  const at = deps.now()
  const decision = grant(decideSignUpMove(signUpNow(found, found.signUpEndsAt), actor, asked, at))
  const until = await untilOf(deps, shift.startsAt, at)
  const done = await recordSignUpMove(deps.db, decision, { eventId: deps.newId(), until, send }).catch(unfit)
  if (!done && decision.takesSeat) return fail('full', '名额已满，可以转入候补，有空位会按先后通知')
  if (!done) return fail('conflict', '这份报名刚有变化，请刷新')
  await settleQueue(deps, shiftId)
  return readBoard(deps, actor, shiftId)
}

function unfit(err: unknown): never {
  if (isUnqualified(err)) return fail('forbidden', '这位志愿者没有这一班须有的培训或证书，或已过期')
  throw err
}

/** 现场加入 by the number on the volunteer's card. */
export async function addWalkIn(deps: Deps, actor: Actor, shiftId: string, number: string, send: Send) {
  const { activity, shift: led } = await ledShift(deps, actor, shiftId)
  await settleQueue(deps, shiftId)
  const { activity: open } = await loadRecruiting(deps, actor, activity.id)
  const shift = open.shifts.find(({ id }) => id === shiftId) ?? fail('not_found', '没有找到这个班次')
  const [person] = await listVolunteersByNumber(deps.db, [number])
  const guest: Actor = { id: person?.personId ?? '', grants: [] }
  const { applicant } = await loadApplicant(deps, guest, open)
  const onSpot = { ...shift, graceMinutes: led.graceMinutes }
  const decision = grant(decideWalkIn(open, onSpot, applicant, actor.id, deps.now()))
  const ids = { signUp: deps.newId(), event: deps.newId() }
  const done = await recordSignUp(deps.db, decision, ids, send).catch((err: unknown) => {
    if (isUnqualified(err)) return unfit(err)
    if (isDayFull(err)) return fail('wrong_state', '这位志愿者这一天报名的时长已到上限')
    if (isClash(err)) return fail('overlap', '这位志愿者这段时间已报名另一场')
    throw err
  })
  if (!done) return fail('full', '名额刚刚满了，可以先增加名额')
  return readBoard(deps, actor, shiftId)
}

type Wider = { readonly postId: string; readonly capacity: number; readonly note: string }

export async function widenPost(deps: Deps, actor: Actor, shiftId: string, asked: Wider, send: Send) {
  await ledShift(deps, actor, shiftId)
  await settleQueue(deps, shiftId)
  const post = (await findPost(deps.db, asked.postId, shiftId)) ?? fail('not_found', '没有找到这个岗位')
  const at = deps.now()
  const decision = grant(decideWidening(post, actor.id, asked, at))
  const until = await untilOf(deps, post.startsAt, at)
  const done = await recordWidening(deps.db, decision, { eventId: deps.newId(), until, send })
  if (!done) return fail('conflict', '名额刚有变化，请刷新')
  return readBoard(deps, actor, shiftId)
}
