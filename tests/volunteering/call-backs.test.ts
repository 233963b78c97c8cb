import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { CallBackFigures, DrawnRecord } from '../../shared/volunteering/spot-checks/contract'
import type { Person } from '../kit/house'
import { openLedger } from './ledger-world'
import { at } from './world'

const world = await openLedger()
const { ask, key, volunteer, served, rows, reviewer, second, leader, wake } = world

const drawnOf = async (month: string, as: Person = reviewer) =>
  (await ask(as, 'GET', `/api/record-call-backs?month=${month}`)) as unknown as {
    status: number
    months: string[]
    items: DrawnRecord[]
  }
const figures = async () => (await ask(null, 'GET', '/api/call-back-figures')) as unknown as CallBackFigures
const call = (as: Person, id: string, result: string, note = '', under = key()) =>
  ask(as, 'POST', `/api/record-call-backs/${id}/results`, { key: under, result, note })

/** So many more confirmed records of one person on that day, a minute each. */
async function many(count: number, person: Person, like: string, day: string) {
  await rows(sql`insert into sign_ups (id, activity_id, shift_id, post_id, is_post_chosen, person_id, state, starts_at, ends_at, created_at)
    select ${`${day} `} || i, u.activity_id, u.shift_id, u.post_id, true, ${person.id}, 'excused', u.starts_at, u.ends_at, u.created_at
    from sign_ups u, generate_series(1, ${count}::int) i where u.id = ${like}`)
  await rows(sql`insert into service_records (id, sign_up_id, person_id, served_from, served_to, raw_minutes, credited_minutes,
      evidence, is_auto_closed, confirmed_by, confirmed_at)
    select ${`${day} record `} || i, ${`${day} `} || i, ${person.id}, ${at('00:00', day).toISOString()}::timestamptz + i * interval '1 minute',
      ${at('00:00', day).toISOString()}::timestamptz + (i + 1) * interval '1 minute', 1, 1, 'strong', false, ${leader.id},
      ${at('12:00', day).toISOString()} from generate_series(1, ${count}::int) i`)
}

test('抽查: two in a hundred of a month that is over, at least one, the same for whoever looks and whenever', async () => {
  const ma = await volunteer('马莉')
  const { ids } = await served('2026-07-10', [ma])
  await many(149, await volunteer('孙伟'), ids[0], '2026-07-11')
  expect(await drawnOf('2026-07')).toMatchObject({ status: 409, refused: 'not_ready' })
  expect((await figures()).months).toEqual([])
  world.at(at('09:00', '2026-08-01'))
  await wake()
  const first = await drawnOf('2026-07')
  expect(first.items).toHaveLength(3)
  expect(first.months).toEqual(['2026-07'])
  // A later month moves nothing of it, and draws for itself once it is over.
  const august = await served('2026-08-02', [ma])
  expect((await drawnOf('2026-07', second)).items.map(({ recordId }) => recordId)).toEqual(
    first.items.map(({ recordId }) => recordId),
  )
  world.at(at('09:00', '2026-09-01'))
  await wake()
  expect(await drawnOf('2026-08')).toMatchObject({ items: [{ signUpId: august.ids[0], name: '马莉', mayCall: true }] })
  // Whoever knows the ledger's hash draws the same three.
  const [, july] = (await figures()).months
  expect(july).toMatchObject({
    month: '2026-07',
    records: 150,
    drawn: 3,
    salt: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  const all = await rows<{ id: string }>(
    sql`select id from service_records where confirmed_at < ${at('00:00', '2026-08-01').toISOString()}`,
  )
  const hash = (id: string) => bytesToHex(sha256(utf8ToBytes(`${july?.salt} ${id}`)))
  const again = all.map(({ id }) => id).sort((a, b) => (hash(a) < hash(b) ? -1 : 1))
  expect(first.items.map(({ recordId }) => recordId)).toEqual(again.slice(0, 3))
}, 60_000)

test('the result of a call is kept: 联系不上 may be tried again, an answer stands; the share is public', async () => {
  await wake()
  const { items } = await drawnOf('2026-07')
  const [a = '', b = '', c = ''] = items.map(({ recordId }) => recordId)
  expect(await call(reviewer, a, 'unreached')).toMatchObject({
    status: 200,
    mayCall: true,
    calls: [{ result: 'unreached' }],
  })
  expect(await call(reviewer, a, 'verified', '本人说那天在')).toMatchObject({
    mayCall: false,
    calls: [{ result: 'unreached' }, { result: 'verified', byZh: '审核员', note: '本人说那天在' }],
  })
  expect(await call(second, a, 'differs', '改口')).toMatchObject({ refused: 'wrong_state' })
  expect(await call(reviewer, b, 'differs')).toMatchObject({ status: 422, field: 'note' })
  const ledger = await rows(sql`select count(*)::int as n from hours_ledger`)
  const under = key()
  for (let i = 0; i < 2; i++)
    expect(await call(reviewer, b, 'differs', '本人说没有来', under)).toMatchObject({ status: 200 })
  // Two at once on the same record: one answer.
  const both = await Promise.all([call(reviewer, c, 'verified'), call(second, c, 'verified')])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  // Nobody's hours moved by it.
  expect(await rows(sql`select count(*)::int as n from hours_ledger`)).toEqual(ledger)
  expect((await figures()).months).toMatchObject([
    { month: '2026-08', drawn: 1, verified: 0 },
    { month: '2026-07', drawn: 3, verified: 2, differs: 1, unreached: 0 },
  ])
  await expect(rows(sql`delete from record_call_backs`)).rejects.toThrow()
})

test('nobody is asked about himself, and nobody asks about a record he confirmed or one that was not drawn', async () => {
  await wake()
  const { items } = await drawnOf('2026-08')
  const id = items[0]?.recordId ?? ''
  for (const [i, who] of [leader].entries()) {
    await rows(
      sql`insert into role_grants (id, person_id, role, scope_zh, granted_at) values (${`g${i}`}, ${who.id}, 'reviewer', '', now())`,
    )
    await wake(who)
    expect(await call(who, id, 'verified')).toMatchObject({
      refused: 'forbidden',
      zh: expect.stringContaining('与您有关'),
    })
  }
  const forged = sql`insert into record_call_backs (id, record_id, month, result, note, by, at)
    values ('forged', ${id}, '2026-08', 'verified', '', ${leader.id}, now())`
  await expect(rows(forged)).rejects.toMatchObject({ cause: { constraint: 'record_call_backs_not_own' } })
  const [other] = await rows<{ id: string }>(sql`select id from service_records where id like '2026-07-11 record %'
    and id not in (select record_id from record_call_backs) limit 1`)
  expect(await call(reviewer, other?.id ?? '', 'verified')).toMatchObject({ status: 404 })
  expect(await ask(reviewer, 'GET', '/api/record-call-backs?month=2026-13')).toMatchObject({ status: 400 })
})
