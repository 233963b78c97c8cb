import { publicCount, SMALL_CELL } from '../../../shared/kit/small-cells'
import { type Actor, holds } from '../../../shared/people/roles'
import type { TeamView } from '../../../shared/volunteering/teams/contract'
import { openMemberMoves } from '../../../shared/volunteering/teams/members'
import { decideTeam, decideTeamChange, decideTeamClose, mayActFor } from '../../../shared/volunteering/teams/teams'
import type { TeamKind } from '../../../shared/volunteering/volunteers'
import { brokenConstraint } from '../../db/errors'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { readActivitiesOf } from '../activity-actions'
import { findVolunteer } from '../sign-up-queries'
import { listStays } from './member-queries'
import { memberNow } from './member-view'
import {
  findTeam,
  listAbove,
  listBelow,
  listChildren,
  listKindParents,
  listLedTeams,
  listTeamRows,
  readLeft,
  readTeamHours,
  recordNewTeam,
  recordTeam,
  teamNow,
} from './team-queries'

export async function readTeams({ db }: Deps) {
  const [rows, kinds] = await Promise.all([listTeamRows(db), listKindParents(db)])
  const items = rows.map(({ closedAt, memberCount, ...row }) => ({
    ...{ ...row, isClosed: closedAt !== null, members: publicCount(memberCount) },
  }))
  return { items, kinds }
}

const notFound = () => fail('not_found', '没有找到这支队伍')

export async function readTeam(deps: Deps, actor: Actor, id: string): Promise<TeamView> {
  const { db } = deps
  const row = (await findTeam(db, id)) ?? notFound()
  const [above, children, hours, belowIds] = await Promise.all([
    listAbove(db, row.parentId),
    listChildren(db, id),
    readTeamHours(db, id),
    listBelow(db, id),
  ])
  const own = await standingOf(deps, actor, row)
  return {
    ...{ id, name: row.name, parentId: row.parentId, kind: row.kind, isClosed: row.closedAt !== null },
    members: own.leads ? row.memberCount : publicCount(row.memberCount),
    chain: [...above].reverse().map(({ id: one, name, kind }) => ({ id: one, name, kind })),
    children,
    minutes: hours.people > 0 && hours.people < SMALL_CELL ? null : hours.minutes,
    upcoming: (await readActivitiesOf(deps, belowIds)).items,
    ...own,
    asking: own.leads ? row.asking : 0,
    mayChange: holds(actor, 'admin') && row.closedAt === null,
    version: row.version,
  }
}

/** What the team is to whoever asks. */
async function standingOf({ db, now }: Deps, actor: Actor, team: { id: string; closedAt: Date | null }) {
  if (actor.id === '') return { mine: null, mayJoin: false, transferFrom: null, leads: false }
  const [stays, led, volunteer] = await Promise.all([
    listStays(db, actor.id),
    listLedTeams(db, actor.id),
    findVolunteer(db, actor.id),
  ])
  const live = stays.filter(({ stay }) => stay.state === 'asked' || stay.state === 'active')
  const here = live.find(({ stay }) => stay.teamId === team.id)?.stay
  const primary = live.find(({ stay }) => stay.isPrimary && stay.state === 'active')
  const mayJoin = volunteer !== undefined && team.closedAt === null && !here
  const mayTransfer = mayJoin && primary?.stay.role === 'member'
  return {
    mine: here
      ? {
          ...{ id: here.id, role: here.role, state: here.state, isPrimary: here.isPrimary },
          moves: openMemberMoves(memberNow(here, team.closedAt), actor, led, now()),
        }
      : null,
    mayJoin,
    transferFrom: mayTransfer ? (primary?.teamName ?? null) : null,
    leads: mayActFor(actor, led, team.id),
  }
}

type Made = { readonly name: string; readonly kind: TeamKind; readonly parentId: string | null }

/** The rule reads the tree as it was; the trigger refuses what has become a circle meanwhile. */
const unlessCircle = (err: unknown) => {
  if (brokenConstraint(err, 'teams_no_cycle')) return fail('invalid', '队伍不能放到自己的下级下面', 'parentId')
  if (brokenConstraint(err, 'teams_kind_fits')) return fail('conflict', '上级队伍刚刚变了，请刷新', 'parentId')
  throw err
}

async function placeUnder({ db }: Deps, parentId: string | null) {
  const [above, kinds] = await Promise.all([listAbove(db, parentId), listKindParents(db)])
  if (parentId !== null && above.length === 0) return fail('invalid', '没有这支上级队伍，请重新选择', 'parentId')
  return { above, kinds }
}

export async function createTeam(deps: Deps, actor: Actor, { name, kind, parentId }: Made, send: Send) {
  const made = { id: deps.newId(), name, kind, parentId, closedAt: null, version: 0 }
  const decision = grant(decideTeam(actor, made, await placeUnder(deps, parentId), deps.now()))
  await recordNewTeam(deps.db, decision, deps.newId(), send).catch(unlessCircle)
  return readTeam(deps, actor, made.id)
}

export async function changeTeam(deps: Deps, actor: Actor, id: string, ask: Omit<Made, 'kind'>, send: Send) {
  const was = teamNow((await findTeam(deps.db, id)) ?? notFound())
  const wasZh = [...(await listAbove(deps.db, was.parentId))]
    .reverse()
    .map(({ name }) => name)
    .join(' › ')
  const place = await placeUnder(deps, ask.parentId)
  const decision = grant(decideTeamChange(actor, was, { ...ask, wasZh }, place, deps.now()))
  const done = await recordTeam(deps.db, decision, deps.newId(), send).catch(unlessCircle)
  return done ? readTeam(deps, actor, id) : fail('conflict', '别人刚刚改过这支队伍，请刷新')
}

export async function closeTeam(deps: Deps, actor: Actor, id: string, send: Send) {
  const was = teamNow((await findTeam(deps.db, id)) ?? notFound())
  const decision = grant(decideTeamClose(actor, was, await readLeft(deps.db, id, deps.now()), deps.now()))
  const done = await recordTeam(deps.db, decision, deps.newId(), send)
  return done ? readTeam(deps, actor, id) : fail('conflict', '别人刚刚改过这支队伍，请刷新')
}
