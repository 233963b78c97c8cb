import { refuse } from '../../../shared/kit/refusal'
import { type Actor, holdsAny } from '../../../shared/people/roles'
import { type ActivityAsk, decideActivityMove, openActivityMoves } from '../../../shared/volunteering/activities'
import type { ActivityView } from '../../../shared/volunteering/contract'
import type { ActivityDraft } from '../../../shared/volunteering/desk-contract'
import { decideDraft } from '../../../shared/volunteering/drafts'
import type { ActivitySheet } from '../../../shared/volunteering/sheet-contract'
import { mayActFor } from '../../../shared/volunteering/teams/teams'
import type { Deps, Send } from '../../http/deps'
import { fail, grant, Refused } from '../../http/refused'
import { activityNow, loadRecruiting, readActivity } from '../activity-actions'
import { listKinds } from '../qualifications/queries'
import { releaseStragglers } from '../release-queries'
import { listVolunteersByNumber } from '../sign-up-queries'
import { findTeam, listLedTeams } from '../teams/team-queries'
import { recordActivity, recordActivityMove, recordDraft } from './draft-queries'
import { findReturn, findSeries, listLeaders, listUnanswered, listVersions } from './sheet-queries'
import { snapshotOf } from './versions'

export async function createActivity(
  deps: Deps,
  actor: Actor,
  draft: ActivityDraft,
  send: Send,
): Promise<ActivityView> {
  const id = deps.newId()
  const at = deps.now()
  const { activity, ...rest } = await rowsOf(deps, actor, draft, id)
  const made = { activity: { ...activity, state: 'draft' as const, createdBy: actor.id, createdAt: at }, ...rest }
  await recordActivity(deps.db, made, at, send)
  return readActivity(deps, actor, id)
}

/** 保存草稿: whole, as the form has it; nobody has signed up for a draft. */
export async function saveActivity(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, ...draft }: ActivityDraft & { readonly version: number },
  send: Send,
) {
  const { row } = await loadRecruiting(deps, actor, id)
  if (!maySave(actor, row)) return fail('forbidden', '只有管理员和本队的队长能修改草稿')
  if (row.state !== 'draft') return fail('wrong_state', '活动已提交，退回以后才能再改')
  const made = await rowsOf(deps, actor, draft, id)
  const done = await recordDraft(deps.db, made, version, deps.now(), send)
  if (!done) return fail('conflict', '别人刚刚改过这份草稿，请刷新后再改')
  return readSheet(deps, actor, id)
}

const maySave = (actor: Actor, { isLed }: { readonly isLed: boolean }) => holdsAny(actor, ['admin']) || isLed

async function rowsOf(deps: Deps, actor: Actor, draft: ActivityDraft, id: string) {
  const { newId } = deps
  const { startsAt, endsAt, signUpFrom, signUpEndsAt, shifts } = grant(decideDraft(draft, deps.now()))
  await checkTeam(deps, actor, draft.teamId)
  if (draft.seriesId !== null && !(await findSeries(deps.db, draft.seriesId)))
    throw new Refused(refuse('invalid', '没有这个系列，请重新选择', 'seriesId'))
  await checkDemands(deps, draft)
  const leaders = await leadersOf(deps, draft)
  const { title, summary, kind, teamId, placeZh, radiusM, riskZh, isRisky, riskClass, insuranceNo, minAge } = draft
  const { seriesId, contactZh, coverKey, position } = draft
  const activity = {
    ...{ id, title, summary, kind, teamId, placeZh, ...position, radiusM, riskZh, isRisky, insuranceNo, minAge },
    ...{ riskClass, seriesId, contactZh, coverKey, startsAt, endsAt, signUpFrom, signUpEndsAt },
    seriesIssue: seriesId === null ? draft.seriesIssue : null,
  }
  const rows = shifts.map(({ posts, leaderNumber, minutes: _, ...shift }) => {
    const shiftId = newId()
    return {
      shift: { ...shift, id: shiftId, activityId: id, leaderId: leaders.get(leaderNumber) ?? '' },
      posts: posts.map(({ name, capacity }, seq) => ({ id: newId(), shiftId, name, capacity, seq, taken: 0 })),
    }
  })
  return { activity, shifts: rows.map(({ shift }) => shift), posts: rows.flatMap(({ posts }) => posts) }
}

/** A draft is an administrator's, or of who leads the team. */
async function checkTeam({ db }: Deps, actor: Actor, teamId: string) {
  const [team, led] = await Promise.all([findTeam(db, teamId), listLedTeams(db, actor.id)])
  if (!mayActFor(actor, led, teamId)) return fail('forbidden', '只有管理员和本队的队长能发起活动')
  if (!team) return fail('invalid', '没有这支队伍，请重新选择', 'teamId')
  if (team.closedAt) return fail('wrong_state', '这支队伍已经停用，请换一支', 'teamId')
}

/** What a shift demands is a kind in use. */
async function checkDemands({ db }: Deps, { shifts }: ActivityDraft) {
  const demanded = shifts.map(({ qualificationId }) => qualificationId)
  if (demanded.every((id) => id === null)) return
  const known = (await listKinds(db)).filter(({ isOn }) => isOn)
  const wrong = demanded.findIndex((id) => id !== null && !known.some((kind) => kind.id === id))
  if (wrong >= 0) return fail('invalid', '没有这种培训或证书，或已停用，请重新选择', `shifts.${wrong}.qualificationId`)
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
  const done = await recordActivityMove(deps.db, decision, deps.newId(), send, snapshotOf(row, activity.shifts))
  if (!done) return fail('conflict', '别人刚刚处理过这个活动，请刷新')
  return readMoved(deps, actor, id, ask)
}

/** Also the answer to a resend: sweeping up after a cancellation twice does no harm. */
export async function readMoved(deps: Deps, actor: Actor, id: string, { move }: ActivityAsk): Promise<ActivityView> {
  if (move === 'cancel') await releaseStragglers(deps.db, id, deps.now())
  return readActivity(deps, actor, id)
}

export async function readSheet(deps: Deps, actor: Actor, id: string): Promise<ActivitySheet> {
  const { db } = deps
  const { row, activity } = await loadRecruiting(deps, actor, id)
  if (!holdsAny(actor, ['admin', 'reviewer']) && !row.isLed) return fail('not_found', '没有找到这个活动')
  const now = activityNow(row, activity.shifts.length)
  const [leaders, versions, returned, unanswered] = await Promise.all([
    listLeaders(db, id),
    listVersions(db, id),
    findReturn(db, id),
    listUnanswered(db, id),
  ])
  const { title, summary, kind, teamId, teamName, placeZh, lng, lat, radiusM, riskZh, isRisky, riskClass } = row
  const { insuranceNo, minAge, seriesId, seriesIssue, contactZh, coverKey, version, state } = row
  return {
    ...{ id, version, state, title, summary, kind, teamId, teamName, placeZh, position: { lng, lat }, radiusM, riskZh },
    ...{ isRisky, riskClass, insuranceNo, minAge, seriesId, seriesIssue, contactZh, coverKey },
    moves: openActivityMoves(now, actor, deps.now()),
    maySave: state === 'draft' && maySave(actor, row),
    mayEdit: state === 'published' && maySave(actor, row),
    returnedZh: state === 'draft' ? (returned?.note ?? '') : '',
    signUpFrom: row.signUpFrom.toISOString(),
    signUpEndsAt: row.signUpEndsAt.toISOString(),
    shifts: activity.shifts.map((shift) => ({
      ...sheetShift(shift),
      leaderNumber: leaders.find(({ shiftId }) => shiftId === shift.id)?.number ?? '',
      leaderName: leaders.find(({ shiftId }) => shiftId === shift.id)?.name ?? '',
      unanswered: unanswered.find(({ shiftId }) => shiftId === shift.id)?.n ?? 0,
    })),
    versions: versions.map((one) => ({ ...one, at: one.at.toISOString() })),
  }
}

type Shift = Awaited<ReturnType<typeof loadRecruiting>>['activity']['shifts'][number]
const sheetShift = ({ id, startsAt, endsAt, capMinutes, graceMinutes, admission, posts, ...more }: Shift) => ({
  ...{ qualificationId: more.qualificationId, demandZh: more.demand?.zh ?? null },
  ...{ id, capMinutes, graceMinutes, admission, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
  posts: posts.map((post) => ({ id: post.id, name: post.name, capacity: post.capacity, taken: post.taken })),
})
