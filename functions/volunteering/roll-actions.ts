import type { Actor } from '../../shared/people/roles'
import { decideSignUpMove, type LeaderMove } from '../../shared/volunteering/sign-ups'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { signUpNow } from './activity-actions'
import { ledShift, readBoard } from './leader-actions'
import { recordSignUpMove } from './move-queries'
import { settleQueue, untilOf } from './queue-actions'
import { findSignUpOnShift } from './sign-up-queries'

type Decided = { readonly signUpId: string; readonly move: LeaderMove; readonly note: string }

/** 审核报名, and what became of whoever did not come. */
export async function decideSignUpOf(deps: Deps, actor: Actor, shiftId: string, asked: Decided, send: Send) {
  const { shift } = await ledShift(deps, actor, shiftId)
  await settleQueue(deps, shiftId)
  const found = (await findSignUpOnShift(deps.db, asked.signUpId, shiftId)) ?? fail('not_found', '名单里没有这位志愿者')
  const at = deps.now()
  const decision = grant(decideSignUpMove(signUpNow(found, found.signUpEndsAt), actor, asked, at))
  const until = await untilOf(deps, shift.startsAt, at)
  const done = await recordSignUpMove(deps.db, decision, { eventId: deps.newId(), until, send })
  if (!done && decision.takesSeat) return fail('full', '名额已满，可以转入候补，有空位会按先后通知')
  if (!done) return fail('conflict', '这份报名刚有变化，请刷新')
  await settleQueue(deps, shiftId)
  return readBoard(deps, actor, shiftId)
}
