import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openWorld } from './world'

const world = await openWorld()
const { volunteer, show, code, leader, rows } = world

test('coordinates of a check-in are judged and dropped: no column of any table holds them, and a vague fix is never outside', async () => {
  const [near, vague, far] = [await volunteer('近'), await volunteer('模糊'), await volunteer('远')]
  const { shiftId, ids } = await world.aShift('2026-06-30', [near, vague, far])
  const digits = (await code(leader, shiftId, 'in')).digits
  // 250 m past the circle of 300 m: what the phone does not know for sure it does not hold against anybody.
  const seen = [
    { person: near, position: { lng: 107.7661234, lat: 32.9831234, accuracyM: 12 } },
    { person: vague, position: { lng: 107.7721234, lat: 32.9831234, accuracyM: 201 } },
    { person: far, position: { lng: 107.7721234, lat: 32.9831234, accuracyM: 20 } },
  ]
  for (const [i, { person, position }] of seen.entries())
    expect(await show(person, ids[i] ?? '', 'in', digits, { position })).toMatchObject({ status: 200 })
  const kept = await rows<{ verdict: string; bucket: string | null }>(sql`select e.verdict, e.bucket
    from attendance_events e join sign_ups u on u.id = e.sign_up_id where u.shift_id = ${shiftId} order by u.created_at`)
  expect(kept).toEqual([
    { verdict: 'inside', bucket: 'to_100m' },
    { verdict: 'unknown', bucket: null },
    { verdict: 'outside', bucket: 'to_1km' },
  ])
  const tables = await rows<{ name: string }>(sql`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`)
  expect(tables.length).toBeGreaterThan(50)
  for (const { name } of tables) {
    const found = sql`select count(*)::int as n from ${sql.identifier(name)} t
      where to_jsonb(t)::text ~ '(107\\.76612|107\\.77212|32\\.98312)'`
    expect(await rows(found), name).toEqual([{ n: 0 }])
  }
})
