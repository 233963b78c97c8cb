import type { Actor } from '../../shared/people/roles'
import { type ActivityAsk, decideActivityMove } from '../../shared/volunteering/activities'
import type { ActivityView } from '../../shared/volunteering/contract'
import type { ActivityDraft } from '../../shared/volunteering/desk-contract'
import { decideDraft } from '../../shared/volunteering/drafts'
import { mayActFor } from '../../shared/volunteering/teams/teams'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { activityNow, loadRecruiting, readActivity } from './activity-actions'
import { recordActivity, recordActivityMove } from './activity-queries'
import { releaseStragglers } from './release-queries'
import { listVolunteersByNumber } from './sign-up-queries'
import { findTeam, listLedTeams } from './teams/team-queries'

export async function createActivity(
  deps: Deps,
  actor: Actor,
  draft: ActivityDraft,
  send: Send,
): Promise<ActivityView> {
  const { db, newId } = deps
  const at = deps.now()
  const { startsAt, endsAt, signUpFrom, signUpEndsAt, shifts } = grant(decideDraft(draft, at))
  await checkTeam(deps, actor, draft.teamId)
  const leaders = await leadersOf(deps, draft)
  const { title, summary, kind, teamId, placeZh, radiusM, riskZh, isRisky, riskClass, insuranceNo, minAge } = draft
  const { seriesIssue, contactZh, coverKey, position } = draft
  const id = newId()
  const activity = {
    ...{ id, title, summary, kind, teamId, placeZh, ...position, radiusM, riskZh, isRisky, insuranceNo, minAge },
    ...{ riskClass, seriesIssue, contactZh, coverKey, startsAt, endsAt, signUpFrom, signUpEndsAt },
    state: 'draft' as const,
    createdBy: actor.id,
    createdAt: at,
  }
  const rows = shifts.map(({ posts, leaderNumber, ...shift }) => {
    const shiftId = newId()
    return {
      shift: { ...shift, id: shiftId, activityId: id, leaderId: leaders.get(leaderNumber) ?? '' },
      posts: posts.map(({ name, capacity }, seq) => ({ id: newId(), shiftId, name, capacity, seq })),
    }
  })
  const made = { activity, shifts: rows.map(({ shift }) => shift), posts: rows.flatMap(({ posts }) => posts) }
  await recordActivity(db, made, at, send)
  return readActivity(deps, actor, id)
}

/** A draft is an administrator's, or of who leads the team. */
async function checkTeam({ db }: Deps, actor: Actor, teamId: string) {
  const [team, led] = await Promise.all([findTeam(db, teamId), listLedTeams(db, actor.id)])
  if (!mayActFor(actor, led, teamId)) return fail('forbidden', '只有管理员和本队的队长能发起活动')
  if (!team) return fail('invalid', '没有这支队伍，请重新选择', 'teamId')
  if (team.closedAt) return fail('wrong_state', '这支队伍已经停用，请换一支', 'teamId')
}

/** Leaders are named by the number on their volunteer card, so no person's id ever leaves the house. */
async function leadersOf({ db }: Deps, { shifts }: ActivityDraft) {
  const numbers = [...new Set(shifts.map(({ leaderNumber }) => leaderNumber))]
  const found = new Map((await listVolunteersByNumber(db, numbers)).map(({ number, personId }) => [number, personId]))
  const unknown = numbers.find((number) => !found.has(number))
  if (unknown !== undefined) return fail('invalid', `没有编号为 ${unknown} 的志愿者，请核对领队编号`, 'shifts')
  return found
}

export async function transitionActivity(
  deps: Deps,
  actor: Actor,
  id: string,
  ask: ActivityAsk,
  send: Send,
): Promise<ActivityView> {
  const { row, activity } = await loadRecruiting(deps, actor, id)
  const decision = grant(decideActivityMove(activityNow(row, activity.shifts.length), actor, ask, deps.now()))
  const done = await recordActivityMove(deps.db, decision, deps.newId(), send)
  if (!done) return fail('conflict', '别人刚刚处理过这个活动，请刷新')
  return readMoved(deps, actor, id, ask)
}

/** Also the answer to a resend: sweeping up after a cancellation twice does no harm. */
export async function readMoved(deps: Deps, actor: Actor, id: string, { move }: ActivityAsk): Promise<ActivityView> {
  if (move === 'cancel') await releaseStragglers(deps.db, id, deps.now())
  return readActivity(deps, actor, id)
}
