import { pageFrom, readCursor } from '../../../shared/kit/page'
import type { Actor } from '../../../shared/people/roles'
import type { MyTeam, TeamMember } from '../../../shared/volunteering/teams/contract'
import {
  decideJoin,
  decideMember,
  MEMBER_TRANSITIONS,
  type MemberMove,
  type MemberState,
  openMemberMoves,
} from '../../../shared/volunteering/teams/members'
import { mayActFor } from '../../../shared/volunteering/teams/teams'
import { brokenConstraint } from '../../db/errors'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { findVolunteer } from '../sign-up-queries'
import { findMember, listMembers, listStays, type MemberRow, recordJoin, recordMember } from './member-queries'
import { memberNow } from './member-view'
import { readTeam } from './team-actions'
import { findTeam, listLedTeams } from './team-queries'

export async function readMyTeams({ db }: Deps, actor: Actor) {
  const rows = await listStays(db, actor.id)
  const items = rows.map(
    ({ stay: { id, teamId, role, state, isPrimary, askedAt, since, until }, teamName }): MyTeam => ({
      ...{ id, teamId, teamName, role, state, isPrimary },
      ...{ askedAt: askedAt.toISOString(), since: momentOf(since), until: momentOf(until) },
    }),
  )
  return { items }
}

const momentOf = (at: Date | null) => at?.toISOString() ?? null

export async function joinTeam(
  deps: Deps,
  actor: Actor,
  id: string,
  { words, transfer }: { words: string; transfer: boolean },
  send: Send,
) {
  const { db, newId } = deps
  const team = (await findTeam(db, id)) ?? fail('not_found', '没有找到这支队伍')
  const volunteer = await findVolunteer(db, actor.id)
  const stays = (await listStays(db, actor.id)).flatMap(({ stay }) =>
    stay.state === 'asked' || stay.state === 'active' ? [stay] : [],
  )
  const decision = grant(decideJoin({ isVolunteer: volunteer !== undefined, team, stays }, transfer))
  const ids = { id: newId(), eventId: newId() }
  const done = await recordJoin(db, decision, words, deps.now(), ids, send).catch((err: unknown) => {
    if (brokenConstraint(err, 'team_members_live_key')) return fail('conflict', '已经申请过，请等队长答复')
    throw err
  })
  return done ? readTeam(deps, actor, id) : fail('wrong_state', '这支队伍已经停用，不再收人')
}

const LISTS: Record<'asked' | 'active' | 'past', readonly MemberState[]> = {
  asked: ['asked'],
  active: ['active'],
  past: ['refused', 'taken_back', 'left', 'moved', 'dismissed', 'closed'],
}
type Query = { readonly list: keyof typeof LISTS; readonly cursor?: string | undefined; readonly size: number }

export async function readMembers(deps: Deps, actor: Actor, teamId: string, { list, cursor, size }: Query) {
  const led = await listLedTeams(deps.db, actor.id)
  if (!(await findTeam(deps.db, teamId)) || !mayActFor(actor, led, teamId)) fail('not_found', '没有找到这支队伍')
  const rows = await listMembers(deps.db, teamId, { states: LISTS[list], after: readCursor(cursor), size })
  const page = pageFrom(rows, size, ({ member }) => ({ at: member.askedAt.toISOString(), id: member.id }))
  return { ...page, items: page.items.map((row) => viewOf(row, actor, led, deps.now())) }
}

function viewOf(row: MemberRow, actor: Actor, led: readonly string[], at: Date): TeamMember {
  const { id, role, state, isPrimary, words, askedAt, since, until } = row.member
  return {
    ...{ id, role, state, isPrimary, words, displayName: row.displayName, number: row.number, fromZh: row.fromZh },
    ...{ askedAt: askedAt.toISOString(), since: momentOf(since), until: momentOf(until) },
    moves: openMemberMoves(memberNow(row.member, row.closedAt), actor, led, at),
  }
}

/** Whoever is neither the person nor acts for the team finds nothing. */
async function loadMember(deps: Deps, actor: Actor, id: string) {
  const row = await findMember(deps.db, id)
  const led = await listLedTeams(deps.db, actor.id)
  if (!row || (row.member.personId !== actor.id && !mayActFor(actor, led, row.member.teamId)))
    return fail('not_found', '没有找到这位队员')
  return { row, led }
}

export async function moveMember(
  deps: Deps,
  actor: Actor,
  id: string,
  ask: { move: MemberMove; note: string },
  send: Send,
) {
  const { row, led } = await loadMember(deps, actor, id)
  const decision = grant(decideMember(memberNow(row.member, row.closedAt), actor, led, ask, deps.now()))
  const text = [`${row.teamName}：${MEMBER_TRANSITIONS[ask.move].zh}`, ask.note].filter(Boolean).join('。')
  const tell = actor.id === row.member.personId ? null : { id: deps.newId(), title: '队伍有消息', text }
  const done = await recordMember(deps.db, decision, deps.newId(), tell, send).catch((err: unknown) => {
    if (brokenConstraint(err, 'team_members_primary_key')) return fail('conflict', '这位志愿者的主队刚刚变了，请刷新')
    throw err
  })
  if (!done) fail('conflict', '队员或队伍刚刚变了，请刷新')
  return readTeam(deps, actor, row.member.teamId)
}

export async function readMoved(deps: Deps, actor: Actor, id: string) {
  const { row } = await loadMember(deps, actor, id)
  return readTeam(deps, actor, row.member.teamId)
}
