import type { Actor } from '../../../shared/people/roles'
import type { ActivityView } from '../../../shared/volunteering/contract'
import { type ReconsentAnswer, whyNoAnswer } from '../../../shared/volunteering/reconsents'
import { decideSignUpMove } from '../../../shared/volunteering/sign-ups'
import type { Deps, Send } from '../../http/deps'
import { fail, grant, Refused } from '../../http/refused'
import { readActivity } from '../activity-actions'
import { recordSignUpMove } from '../move-queries'
import { settleQueue, untilOf } from '../queue-actions'
import { signUpNow } from '../shift-view'
import { findSignUp } from '../sign-up-queries'
import { answerFrom, findReconsent, recordStill } from './reconsent-queries'

/** 改期后: 还能去 keeps the seat; 去不了 gives it on, without a mark. */
export async function answerReconsent(
  deps: Deps,
  actor: Actor,
  signUpId: string,
  answer: ReconsentAnswer,
  send: Send,
): Promise<ActivityView> {
  const { db } = deps
  const at = deps.now()
  const found = (await findSignUp(db, signUpId, actor.id)) ?? fail('not_found', '没有找到这份报名')
  const asked = await findReconsent(db, signUpId)
  const refusal = whyNoAnswer(asked, found.signUp.state, at)
  if (refusal) throw new Refused(refusal)
  if (!asked) return fail('wrong_state', '这一场的时间没有变化')
  const was = signUpNow(found, found.signUpEndsAt)
  if (answer === 'still') {
    const done = await recordStill(db, asked.id, signUpId, at, send)
    return done ? readActivity(deps, actor, was.activityId) : fail('conflict', '您的报名刚有变化，请刷新')
  }
  const decision = grant(decideSignUpMove(was, actor, { move: 'cannot', note: '' }, at))
  const until = await untilOf(deps, was.startsAt, at)
  const also = answerFrom(db, asked.id, answer, at)
  const done = await recordSignUpMove(db, decision, { eventId: deps.newId(), until, send, also })
  if (!done) return fail('conflict', '您的报名刚有变化，请刷新')
  await settleQueue(deps, was.shiftId)
  return readActivity(deps, actor, was.activityId)
}
