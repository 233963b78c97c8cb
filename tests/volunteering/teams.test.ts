import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  decideMember,
  MEMBER_MOVES,
  MEMBER_ROLES,
  MEMBER_STATES,
  MEMBER_TRANSITIONS,
  type MemberNow,
} from '../../shared/volunteering/teams/members'
import type { Person } from '../kit/house'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, key, rows, volunteer } = world
let admin: Person
let lead: Person
let ma: Person
let sun: Person
const post = (as: Person | null, path: string, body: object = {}) => ask(as, 'POST', path, { key: key(), ...body })
const create = async (name: string, kind: string, parentId: string | null = null) =>
  String((await post(admin, '/api/teams', { name, kind, parentId })).id)
const view = (as: Person | null, id: string) => ask(as, 'GET', `/api/teams/${id}`)
const mine = async (as: Person, id: string) => (await view(as, id)).mine as { id: string } | null
const move = (as: Person, member: string | undefined, name: string, note = '') =>
  post(as, `/api/team-members/${member}/transitions`, { move: name, note })
const join = async (as: Person, id: string, more: object = {}) => {
  await post(as, `/api/teams/${id}/requests`, more)
  return (await mine(as, id))?.id
}
/** What walks up twelve steps and is not at the top walks in a circle. */
const circles = () =>
  rows(sql`with recursive up(id, parent_id, depth) as (
      select id, parent_id, 0 from teams union all
      select up.id, t.parent_id, depth + 1 from up join teams t on t.id = up.parent_id where depth < 12)
    select 1 from up where depth = 12`)
let corps = ''
let branch = ''
let other = ''
beforeAll(async () => {
  admin = await world.person('管理员', [['admin']])
  lead = await volunteer('陆队长')
  ma = await volunteer('马莉莉')
  sun = await volunteer('孙伟')
  corps = await create('县志愿服务总队', 'corps')
  branch = await create('护河分队', 'branch', corps)
  other = await create('敬老分队', 'branch', corps)
  await move(admin, await join(lead, branch), 'accept')
  await move(admin, (await mine(lead, branch))?.id, 'appoint')
})

describe('the tree', () => {
  test('stands by its kinds, tells its chain, and is public', async () => {
    expect(await view(null, branch)).toMatchObject({
      status: 200,
      chain: [{ id: corps, name: '县志愿服务总队' }],
      mine: null,
      leads: false,
    })
    expect((await view(null, corps)).children).toHaveLength(2)
    expect(await post(admin, '/api/teams', { name: '错放', kind: 'station', parentId: corps })).toMatchObject({
      refused: 'invalid',
      field: 'parentId',
      zh: expect.stringContaining('文明实践站'),
    })
    expect(await post(lead, '/api/teams', { name: '自建', kind: 'squad', parentId: branch })).toMatchObject({
      status: 403,
    })
    expect(await post(admin, '/api/teams', { name: '无', kind: 'squad', parentId: 'nowhere' })).toMatchObject({
      refused: 'invalid',
    })
  })

  test('random moves through the API, and straight into the table, never close a circle', async () => {
    await world.db.execute(sql`insert into team_kind_parents (kind, parent_kind) values ('squad', 'squad')`)
    const squads: string[] = []
    for (let i = 0; i < 6; i++) squads.push(await create(`小队${i}`, 'squad'))
    const step = fc.tuple(fc.nat(5), fc.option(fc.nat(5)), fc.boolean())
    let refused = 0
    const put = async (child: number, parent: number | null, direct: boolean) => {
      const id = squads[child] ?? ''
      const parentId = parent === null ? null : (squads[parent] ?? null)
      if (!direct)
        return (await post(admin, `/api/teams/${id}/changes`, { name: `小队${child}`, parentId })).status < 400
      return world.db.execute(sql`update teams set parent_id = ${parentId} where id = ${id}`).then(
        () => true,
        () => false,
      )
    }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        for (const one of steps) if (!(await put(...one))) refused++
        expect(await circles()).toEqual([])
      }),
      { numRuns: 6 },
    )
    expect(refused).toBeGreaterThan(0)
    expect((await rows(sql`select 1 from team_events where move = 'move'`)).length).toBeGreaterThan(0)
    await expect(world.db.execute(sql`delete from team_events`)).rejects.toThrow()
  })
})

describe('members', () => {
  const WHO = ['self', 'lead', 'admin', 'stranger', 'self_lead', 'self_admin'] as const
  const ways = MEMBER_MOVES.flatMap((name) =>
    MEMBER_STATES.flatMap((state) =>
      MEMBER_ROLES.flatMap((role) => WHO.map((who) => ({ name, state, role, who, isSelf: who.startsWith('self') }))),
    ),
  )
  const grantsOf = (who: string) =>
    who.endsWith('admin') ? [{ role: 'admin' as const, unitId: null, gridId: null }] : []
  const mayOf = ({ name, state, role, who, isSelf }: (typeof ways)[number]) => {
    const { by, from, role: needs } = MEMBER_TRANSITIONS[name]
    const allowed = (by as readonly string[]).includes(isSelf ? 'self' : who)
    return allowed && from === state && (needs === null || needs === role)
  }
  test('every move is open to exactly those of the table, in exactly its state', () => {
    for (const way of ways) {
      const { name, state, role, who, isSelf } = way
      const now: MemberNow = {
        ...{ id: 'm', teamId: 't', personId: 'self', role, state, isPrimary: true, fromId: null, version: 1 },
        ...{ since: new Date(0), isTeamClosed: false },
      }
      const actor = { id: isSelf ? 'self' : who, grants: grantsOf(who) }
      const led = ['t'].filter(() => who.endsWith('lead'))
      const answer = decideMember(now, actor, led, { move: name, note: '因' }, new Date(0))
      expect('refused' in answer, JSON.stringify(way)).toBe(!mayOf(way))
    }
  })

  test('a lead answers requests of his team, nobody accepts himself, and the person hears of it', async () => {
    expect(await post(admin, `/api/teams/${branch}/requests`)).toMatchObject({
      refused: 'wrong_state',
      zh: expect.stringContaining('志愿者'),
    })
    const asked = await join(ma, branch, { words: '住在河边' })
    expect(await post(ma, `/api/teams/${branch}/requests`)).toMatchObject({ refused: 'conflict' })
    expect(await move(ma, asked, 'accept')).toMatchObject({ refused: 'forbidden' })
    expect(await move(sun, asked, 'accept')).toMatchObject({ status: 404 })
    expect(await ask(sun, 'GET', `/api/teams/${branch}/members`)).toMatchObject({ status: 404 })
    expect(await ask(lead, 'GET', `/api/teams/${branch}/members?list=asked`)).toMatchObject({
      items: [{ displayName: '马莉莉', words: '住在河边', moves: ['accept', 'refuse'] }],
    })
    expect(await move(lead, asked, 'refuse')).toMatchObject({ refused: 'missing', field: 'note' })
    expect(await move(lead, asked, 'accept')).toMatchObject({ status: 200, members: 2 })
    expect(await view(ma, branch)).toMatchObject({ members: null, mine: { state: 'active', isPrimary: true } })
    expect(await ask(ma, 'GET', '/api/notices?size=1')).toMatchObject({
      items: [{ title: '队伍有消息', text: expect.stringContaining('同意入队') }],
    })
  })

  test('a transfer ends one stay and begins the other at the same moment, and both stay in the history', async () => {
    expect(await view(ma, other)).toMatchObject({ mayJoin: true, transferFrom: '护河分队' })
    const asked = await join(ma, other, { transfer: true })
    expect(await mine(ma, branch)).toMatchObject({ state: 'active' })
    expect(await move(lead, asked, 'accept')).toMatchObject({ status: 404 })
    expect(await move(admin, asked, 'accept')).toMatchObject({ status: 200 })
    expect(await ask(ma, 'GET', '/api/my-teams')).toMatchObject({
      items: [
        { teamName: '敬老分队', state: 'active', isPrimary: true },
        { teamName: '护河分队', state: 'moved' },
      ],
    })
    const [stays] = await rows<{ same: boolean }>(sql`select a.until = b.since as same from team_members a
      join team_members b on b.from_id = a.id where a.person_id = ${ma.id}`)
    expect(stays?.same).toBe(true)
    const twice = world.db.execute(sql`insert into team_members
      (id, team_id, person_id, role, state, is_primary, words, asked_at, since)
      values ('x', ${branch}, ${ma.id}, 'member', 'active', true, '', now(), now())`)
    await expect(twice).rejects.toThrow()
  })

  test('whoever left the old team meanwhile is not transferred, and a lead steps down first', async () => {
    await move(admin, await join(sun, branch), 'accept')
    const asked = await join(sun, other, { transfer: true })
    await move(sun, (await mine(sun, branch))?.id, 'leave')
    expect(await move(admin, asked, 'accept')).toMatchObject({ refused: 'conflict' })
    expect(await move(sun, asked, 'take_back')).toMatchObject({ status: 200, mine: null })
    expect(await post(lead, `/api/teams/${other}/requests`, { transfer: true })).toMatchObject({
      refused: 'wrong_state',
      zh: expect.stringContaining('卸任'),
    })
  })
})

test('closing waits for what is below and what is planned, then ends the stays; the hours keep their team', async () => {
  const squad = await create('待撤小队', 'squad', branch)
  await move(admin, await join(sun, squad), 'accept')
  for (const [i, n] of [30, 60, 90, 120, 150].entries()) {
    const person = await volunteer(`甲${i}`)
    await world.db.execute(sql`insert into hours_ledger
      (id, person_id, kind, minutes, evidence, served_at, reason_zh, actor_id, at, team_id)
      values (${crypto.randomUUID()}, ${person.id}, 'opening', ${n}, 'medium', now(), '期初', 'x', now(), ${squad})`)
    if (i === 3) expect(await view(null, squad)).toMatchObject({ minutes: null })
  }
  expect(await post(admin, `/api/teams/${branch}/closings`)).toMatchObject({
    refused: 'wrong_state',
    zh: expect.stringContaining('1 支队伍'),
  })
  expect(await post(admin, `/api/teams/${squad}/closings`)).toMatchObject({ status: 200, isClosed: true, minutes: 450 })
  expect(await view(null, branch)).toMatchObject({ minutes: 450 })
  expect(await view(null, corps)).toMatchObject({ minutes: 450 })
  expect(await ask(sun, 'GET', '/api/my-teams')).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ state: 'closed', teamName: '待撤小队' })]),
  })
  expect(await post(sun, `/api/teams/${squad}/requests`)).toMatchObject({ refused: 'wrong_state' })
  expect(await post(admin, `/api/teams/${squad}/closings`)).toMatchObject({ refused: 'wrong_state' })
})

test('月历 has what is on in a month, also what is over, and nothing of another month or unpublished', async () => {
  const one = (from: string, more: object = {}) =>
    world.anActivity({
      shifts: [{ from: at('09:00', from), to: at('11:00', from), leader: lead }],
      ...more,
    })
  const past = await one('2026-08-01')
  const last = await one('2026-08-31')
  await one('2026-09-01')
  await one('2026-08-15', { state: 'draft', publishedAt: null })
  const month = await ask(null, 'GET', '/api/activity-month?month=2026-08')
  expect(month).toMatchObject({ month: '2026-08', isCut: false, items: [{ id: past.id }, { id: last.id }] })
  expect(month.items).toHaveLength(2)
  expect(await ask(null, 'GET', '/api/activity-month?month=2026-13')).toMatchObject({ refused: 'malformed' })
})

test('a lead drafts and submits for the own team and nobody else’s; another person publishes', async () => {
  const shift = { startsAt: at('08:30', '2026-07-29').toISOString(), endsAt: at('11:30', '2026-07-29').toISOString() }
  const draft = (teamId: string) => ({
    ...{ title: '周末护河', summary: '捡拾垃圾', kind: 'greening', teamId, placeZh: '亲水平台', riskZh: '临水' },
    ...{
      position: { lng: 107.7, lat: 32.9 },
      contactZh: '陆队长',
      signUpEndsAt: at('18:00', '2026-07-28').toISOString(),
    },
    shifts: [{ ...shift, leaderNumber: world.leader.number, posts: [{ name: '清捡组', capacity: 2 }] }],
  })
  expect(await post(lead, '/api/activities', draft(other))).toMatchObject({ refused: 'forbidden' })
  expect(await post(sun, '/api/activities', draft(branch))).toMatchObject({ refused: 'forbidden' })
  const made = await post(lead, '/api/activities', draft(branch))
  expect(made).toMatchObject({ status: 200, state: 'draft', moves: ['submit', 'cancel'] })
  expect(await ask(sun, 'GET', `/api/activities/${made.id}`)).toMatchObject({ status: 404 })
  const step = (as: Person, name: string) => post(as, `/api/activities/${made.id}/transitions`, { move: name })
  expect(await step(lead, 'submit')).toMatchObject({ state: 'in_review' })
  expect(await step(lead, 'publish')).toMatchObject({ refused: 'forbidden' })
  expect(await step(await world.person('审核员', [['reviewer']]), 'publish')).toMatchObject({ state: 'published' })
  expect(await view(null, branch)).toMatchObject({ upcoming: [{ id: made.id }] })
  expect(await view(null, corps)).toMatchObject({ upcoming: [{ id: made.id }] })
})
