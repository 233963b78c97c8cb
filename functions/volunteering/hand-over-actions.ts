import { spanZh } from '../../shared/kit/time'
import type { Actor } from '../../shared/people/roles'
import {
  decideHandOver,
  decideHandOverAnswer,
  type HandOverAnswer,
  type HandOverNow,
} from '../../shared/volunteering/hand-overs'
import type { HandOverView } from '../../shared/volunteering/hand-overs-contract'
import { overlapZh } from '../../shared/volunteering/sign-up-limits'
import { maskName } from '../../shared/volunteering/volunteers'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { loadApplicant } from './activity-actions'
import {
  findHandOver,
  type HandOverRow,
  isOfferedTwice,
  listOpenHandOvers,
  recordAcceptance,
  recordHandOver,
  recordRefusal,
} from './hand-over-queries'
import { readSignUpRules } from './move-queries'
import { isUnqualified } from './qualifications/queries'
import { signUpNow } from './shift-view'
import { findClash, findSignUp, findVolunteer, isClash, isDayFull, listVolunteersByNumber } from './sign-up-queries'

function view({ handOver, signUp, activity, postName, fromZh, toZh }: HandOverRow, actor: Actor): HandOverView {
  const isToMe = handOver.toId === actor.id
  return {
    ...{ id: handOver.id, state: handOver.state, isToMe, otherZh: maskName(isToMe ? fromZh : toZh) },
    ...{ signUpId: signUp.id, activityId: activity.id, title: activity.title, placeZh: activity.placeZh, postName },
    startsAt: signUp.startsAt.toISOString(),
    endsAt: signUp.endsAt.toISOString(),
  }
}

const find = async ({ db }: Deps, actor: Actor, id: string) =>
  (await findHandOver(db, id, actor.id)) ?? fail('not_found', '没有找到这份转让')

export const readHandOver = async (deps: Deps, actor: Actor, id: string) => view(await find(deps, actor, id), actor)

export async function readMyHandOvers({ db, now }: Deps, actor: Actor) {
  return { items: (await listOpenHandOvers(db, actor.id, now())).map((row) => view(row, actor)) }
}

export async function offerHandOver(deps: Deps, actor: Actor, signUpId: string, number: string, send: Send) {
  const found = (await findSignUp(deps.db, signUpId, actor.id)) ?? fail('not_found', '没有找到这份报名')
  const [to] = await listVolunteersByNumber(deps.db, [number])
  const was = signUpNow(found, found.signUpEndsAt)
  const decision = grant(decideHandOver(was, actor, to?.personId ?? null, deps.now()))
  const me = await findVolunteer(deps.db, actor.id)
  const text = `${maskName(me?.displayName ?? '')}想把“${found.title}”（${spanZh(found.signUp.startsAt, found.signUp.endsAt)}）的报名转给您，请在“我的活动”答复。`
  const id = deps.newId()
  const writing = { ids: deps.newId, tell: { title: '有人请您接替报名', text }, send }
  const done = await recordHandOver(deps.db, decision, id, writing).catch((err: unknown) => {
    if (isOfferedTwice(err)) return fail('wrong_state', '这份报名已转出，等对方答复；想换人请先收回')
    throw err
  })
  return done ? readHandOver(deps, actor, id) : fail('conflict', '您的报名刚有变化，请刷新')
}

const nowOf = ({ handOver, signUp, shift, activity, isHere }: HandOverRow): HandOverNow => ({
  ...{ id: handOver.id, state: handOver.state, fromId: handOver.fromId, toId: handOver.toId },
  signUp: signUpNow({ signUp, shift, leaderId: shift.leaderId, isHere }, activity.signUpEndsAt),
  span: { startsAt: signUp.startsAt, endsAt: signUp.endsAt },
  version: handOver.version,
})

export async function answerHandOver(deps: Deps, actor: Actor, id: string, answer: HandOverAnswer, send: Send) {
  const row = await find(deps, actor, id)
  const { applicant } = await loadApplicant(deps, actor, row.activity)
  const { activity, demand } = row
  const receiver = { applicant, rules: await readSignUpRules(deps.db), activity, demand }
  const decision = grant(decideHandOverAnswer(nowOf(row), actor, answer, receiver, deps.now()))
  const writing = { ids: deps.newId, tell: toldOf(row, answer), send }
  const done =
    answer === 'accept'
      ? await recordAcceptance(deps.db, decision, deps.newId(), writing).catch((err) => clash(deps, decision.was, err))
      : await recordRefusal(deps.db, decision, writing)
  return done ? readHandOver(deps, actor, id) : fail('conflict', '这份转让刚有变化，请刷新')
}

/** The receiver promised something else for that time, or too much for that day. */
async function clash({ db }: Deps, { toId, span }: HandOverNow, err: unknown): Promise<never> {
  if (isUnqualified(err)) return fail('conflict', '这一班须有的培训或证书刚刚作废，接不了')
  if (isDayFull(err)) return fail('wrong_state', '接了就超过每天的时长上限')
  if (!isClash(err)) throw err
  const other = await findClash(db, toId, span)
  return other ? fail('overlap', overlapZh(other)) : fail('conflict', '您的报名刚有变化，请再试一次')
}

function toldOf({ activity, signUp, toZh, fromZh }: HandOverRow, answer: HandOverAnswer) {
  const what = `“${activity.title}”（${spanZh(signUp.startsAt, signUp.endsAt)}）`
  if (answer === 'accept') return { title: '报名已转给别人', text: `${maskName(toZh)}接了${what}，您不用到场。` }
  if (answer === 'decline') return { title: '对方没有接', text: `${maskName(toZh)}不接${what}，名额仍是您的。` }
  return { title: '转让已收回', text: `${maskName(fromZh)}收回了${what}的转让。` }
}
