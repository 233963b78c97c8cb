import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../kit/house'
import { openLedger } from './ledger-world'
import { at } from './world'

const world = await openLedger()
const {
  ask,
  admin,
  second,
  reviewer,
  leader,
  served,
  correct,
  move,
  backfill,
  ledgerOf,
  total,
  rows,
  aShift,
  lead,
  post,
} = world
let ma: Person
let sun: Person
beforeAll(async () => {
  ma = await world.volunteer('马莉')
  sun = await world.volunteer('孙伟')
})
const heads = () =>
  rows<{ seq: number; prev_hash: string; hash: string; alg: string }>(
    sql`select seq::int, prev_hash, hash, alg from hours_ledger order by seq`,
  )

describe('哈希链', () => {
  test('many grants of one statement chain one after another, each row with its team', async () => {
    const { activityId } = await served('2026-07-01', [ma, sun])
    const chain = await heads()
    expect(chain.map(({ seq }) => seq)).toEqual([1, 2])
    expect(chain[0]).toMatchObject({ prev_hash: '', alg: 'sha256', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(chain[1]?.prev_hash).toBe(chain[0]?.hash)
    expect(await rows(sql`select distinct team_id from hours_ledger`)).toEqual(
      await rows(sql`select team_id from activities where id = ${activityId}`),
    )
  })

  test('the hash can be worked out again outside the database', async () => {
    const [row] = await rows<
      Record<string, unknown>
    >(sql`select *, (extract(epoch from served_at) * 1000000)::bigint::text as served,
      (extract(epoch from at) * 1000000)::bigint::text as said from hours_ledger where seq = 2`)
    const cells = ['prev_hash', 'id', 'person_id', 'kind'].map((name) => JSON.stringify(row?.[name]))
    const more = ['evidence', 'record_id', 'team_id'].map((name) => JSON.stringify(row?.[name]))
    const text = `[2, ${cells.join(', ')}, ${row?.minutes}, ${more.join(', ')}, ${row?.served}, ${JSON.stringify(row?.reason_zh)}, ${JSON.stringify(row?.actor_id)}, null, ${row?.said}]`
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
    expect(Buffer.from(digest).toString('hex')).toBe(row?.hash)
  })

  test.each(['update hours_ledger set minutes = 1', 'delete from hours_ledger', 'truncate hours_ledger cascade'])(
    '%s is refused',
    async (statement) => {
      await expect(world.db.execute(sql.raw(statement))).rejects.toMatchObject({
        cause: { message: expect.stringContaining('append-only') },
      })
    },
  )

  test('a place, a hash or a team sent along is overwritten', async () => {
    await world.db.execute(sql`insert into hours_ledger (id, person_id, kind, minutes, evidence, served_at, reason_zh, actor_id, at,
      seq, prev_hash, hash, alg) values ('opening-1', ${ma.id}, 'opening', 30, 'medium', now(), '转入', 'x', now(), 99, 'a', 'b', 'c')`)
    expect((await heads()).at(-1)).toMatchObject({
      seq: 3,
      alg: 'sha256',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })
})

describe('更正', () => {
  test('up to 60 minutes one administrator corrects at once: reverse and adjust, and the person is told', async () => {
    const { ids } = await served('2026-07-02', [ma])
    expect(await correct(admin, ids[0], 90)).toMatchObject({
      status: 200,
      state: 'applied',
      wasMinutes: 120,
      toMinutes: 90,
    })
    expect(await ledgerOf(ids[0])).toEqual([
      { kind: 'grant', minutes: 120, evidence: 'strong' },
      { kind: 'reverse', minutes: -120, evidence: 'strong' },
      { kind: 'adjust', minutes: 90, evidence: 'strong' },
    ])
    expect(await ask(ma, 'GET', '/api/notices')).toMatchObject({
      items: [{ title: '服务时长已入账', link: `/mine/volunteering/record?id=${ids[0]}` }],
    })
    expect(await ask(ma, 'GET', `/api/sign-ups/${ids[0]}/record`)).toMatchObject({ minutes: 90, rows: [{}, {}, {}] })
    expect(await ask(sun, 'GET', `/api/sign-ups/${ids[0]}/record`)).toMatchObject({ status: 404 })
  })

  test('small steps of one administrator never add up to a large change', async () => {
    const { ids } = await served('2026-07-03', [ma])
    expect(await correct(admin, ids[0], 60)).toMatchObject({ state: 'applied' })
    expect(await correct(admin, ids[0], 1)).toMatchObject({ state: 'proposed' })
  })

  test('above 60 minutes another person agrees: not the proposer, not the person, once', async () => {
    const { ids } = await served('2026-07-04', [ma])
    const asked = await correct(admin, ids[0], 0, { reason: 'not_served' })
    expect(asked).toMatchObject({ state: 'proposed', moves: [] })
    expect(await ledgerOf(ids[0])).toHaveLength(1)
    expect(await move(admin, asked.id, 'approve')).toMatchObject({ refused: 'forbidden' })
    expect(await correct(second, ids[0], 100)).toMatchObject({
      refused: 'conflict',
      zh: expect.stringContaining('在办'),
    })
    const body = { key: world.key(), move: 'approve' }
    const done = await ask(second, 'POST', `/api/hours-requests/${asked.id}/transitions`, body)
    expect(done).toMatchObject({ status: 200, state: 'applied', decidedByZh: '管理员乙' })
    expect(await ask(second, 'POST', `/api/hours-requests/${asked.id}/transitions`, body)).toEqual(done)
    expect(await move(reviewer, asked.id, 'approve')).toMatchObject({ refused: 'wrong_state' })
    expect(await ledgerOf(ids[0])).toMatchObject([{ minutes: 120 }, { kind: 'reverse', minutes: -120 }])
  })

  test('a volunteer asks for a check, once at a time; the office answers or says why not', async () => {
    const { ids } = await served('2026-07-05', [ma, sun], '10:00')
    const why = { reason: 'missed_scan', reasonZh: '十一点才走' }
    const asked = await post(ma, `/api/sign-ups/${ids[0]}/hours-checks`, why)
    expect(asked).toMatchObject({ status: 200, state: 'asked', toMinutes: null })
    expect(await post(ma, `/api/sign-ups/${ids[0]}/hours-checks`, why)).toMatchObject({ refused: 'conflict' })
    expect(await post(ma, `/api/sign-ups/${ids[1]}/hours-checks`, why)).toMatchObject({ status: 404 })
    expect(await move(admin, asked.id, 'answer', { toMinutes: 130, note: '核对名单' })).toMatchObject({
      refused: 'invalid',
    })
    expect(await move(admin, asked.id, 'answer', { toMinutes: 120 })).toMatchObject({
      refused: 'missing',
      field: 'note',
    })
    expect(await move(reviewer, asked.id, 'answer', { toMinutes: 120, note: '核对名单' })).toMatchObject({
      refused: 'forbidden',
    })
    expect(await move(admin, asked.id, 'answer', { toMinutes: 120, note: '核对名单' })).toMatchObject({
      state: 'applied',
    })
    const other = await post(sun, `/api/sign-ups/${ids[1]}/hours-checks`, why)
    expect(await move(admin, other.id, 'refuse', { note: '现场照片显示十点离开' })).toMatchObject({ state: 'refused' })
    expect(await ask(sun, 'GET', '/api/notices')).toMatchObject({ items: [{ title: '服务时长没有变化' }] })
  })

  test('nobody corrects or decides their own; a stranger does not even see the record', async () => {
    const own = await world.volunteer('钱管')
    const { ids } = await served('2026-07-06', [own])
    await world.db.execute(sql`insert into role_grants (id, person_id, role, scope_zh, granted_at)
      values ('own-admin', ${own.id}, 'admin', '', now())`)
    await world.wake(own)
    expect(await correct(own, ids[0], 100)).toMatchObject({ refused: 'forbidden' })
    const asked = await correct(leader, ids[0], 110)
    expect(asked).toMatchObject({ state: 'proposed' })
    expect(await move(own, asked.id, 'approve')).toMatchObject({ refused: 'forbidden' })
    expect(await move(leader, asked.id, 'approve')).toMatchObject({ status: 403 })
    expect(await correct(sun, ids[0], 100)).toMatchObject({ status: 404 })
  })

  test('the minutes of a record never go below none, whoever writes', async () => {
    const [{ id, person_id } = { id: '', person_id: '' }] = await rows<{ id: string; person_id: string }>(
      sql`select id, person_id from service_records limit 1`,
    )
    await expect(
      world.db.execute(sql`insert into hours_ledger (id, person_id, kind, minutes, evidence, record_id, served_at, reason_zh, actor_id, at)
        values ('too-much', ${person_id}, 'reverse', -5000, 'strong', ${id}, now(), '', 'x', now())`),
    ).rejects.toMatchObject({ cause: { constraint: 'hours_ledger_never_negative' } })
  })
})

describe('补录', () => {
  test('a leader tells of it with a photo, a second person agrees: a record and a grant, marked supplemented', async () => {
    const { shiftId, ids } = await aShift('2026-07-08', [ma, sun])
    expect(await backfill(ids[0], shiftId, '2026-07-08')).toMatchObject({ refused: 'wrong_state' })
    world.at(at('11:30', '2026-07-08'))
    await world.wake()
    await lead(leader, shiftId, 'confirmations')
    const other = await world.photo(ma)
    expect(await backfill(ids[0], shiftId, '2026-07-08', { fileId: other })).toMatchObject({ refused: 'invalid' })
    const early = { from: at('06:00', '2026-07-08').toISOString() }
    expect(await backfill(ids[0], shiftId, '2026-07-08', early)).toMatchObject({ refused: 'invalid' })
    const before = await total(ma.id)
    const asked = await backfill(ids[0], shiftId, '2026-07-08')
    expect(asked).toMatchObject({ status: 200, kind: 'backfill', state: 'proposed', toMinutes: 90 })
    expect(await total(ma.id)).toBe(before)
    expect(await ask(reviewer, 'GET', '/api/hours-requests')).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: asked.id, moves: ['approve', 'refuse'] })]),
    })
    expect(await move(reviewer, asked.id, 'approve')).toMatchObject({ status: 200, state: 'applied' })
    expect(await ledgerOf(ids[0])).toEqual([{ kind: 'grant', minutes: 90, evidence: 'supplemented' }])
    expect(await rows(sql`select state from sign_ups where id = ${ids[0]}`)).toEqual([{ state: 'approved' }])
    expect(await backfill(ids[0], shiftId, '2026-07-08')).toMatchObject({ refused: 'wrong_state' })
  })

  test('no minute counts twice: a back-fill over another shift is refused and leaves nothing', async () => {
    const { shiftId, ids } = await aShift('2026-07-09', [ma])
    await served('2026-07-09', [sun])
    world.at(at('12:00', '2026-07-09'))
    await world.wake()
    await world.db.execute(sql`insert into service_records (id, sign_up_id, person_id, served_from, served_to, raw_minutes,
      credited_minutes, evidence, is_auto_closed, confirmed_by, confirmed_at)
      select 'elsewhere', id, ${ma.id}, ${at('10:00', '2026-07-09').toISOString()}::timestamptz,
      ${at('12:00', '2026-07-09').toISOString()}::timestamptz, 120, 120, 'strong', false, 'x', now()
      from sign_ups where person_id = ${sun.id} and id not in (select sign_up_id from service_records) limit 1`)
    const asked = await backfill(ids[0], shiftId, '2026-07-09')
    expect(await move(reviewer, asked.id, 'approve')).toMatchObject({ refused: 'overlap' })
    expect(await ledgerOf(ids[0])).toEqual([])
  })

  test('a leader’s own hours are measured, and agreed by somebody else', async () => {
    const { shiftId, ids } = await aShift('2026-07-10', [leader])
    await world.show(leader, ids[0], 'in', (await world.code(leader, shiftId, 'in')).text)
    world.at(at('11:00', '2026-07-10'))
    await world.wake()
    await world.show(leader, ids[0], 'out', (await world.code(leader, shiftId, 'out')).text)
    const asked = await post(leader, `/api/led-shifts/${shiftId}/own-hours`)
    expect(asked).toMatchObject({ status: 200, kind: 'own', state: 'proposed', toMinutes: 120, evidence: 'strong' })
    expect(await backfill(ids[0], shiftId, '2026-07-10')).toMatchObject({ refused: 'forbidden' })
    expect(await move(admin, asked.id, 'approve')).toMatchObject({ state: 'applied' })
    expect(await ledgerOf(ids[0])).toMatchObject([{ kind: 'grant', minutes: 120, evidence: 'strong' }])
  })
})
