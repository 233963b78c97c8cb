import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import type { UploadResult } from '../../shared/volunteering/offline/contract'
import { freshPostgres } from '../kit/databases'
import { at, openWorld } from './world'

const real = await freshPostgres()
afterAll(() => real?.close())
const world = await openWorld(real ? { db: real.db } : {})
const { ask, key, leader, volunteer, aShift, board, lead, rows } = world
const DAY = '2026-07-20'

test('twelve uploads of the same events in other orders, while the leader ticks: each event once, no phone waits for another', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, (_, i) => volunteer(`人${i}`)))
  const { shiftId, ids } = await aShift(DAY, people)
  world.at(at('10:30', DAY))
  const deviceId = key()
  const events = ids.flatMap((signUpId) =>
    (['in', 'out'] as const).map((direction) => ({
      ...{ nonce: key(), signUpId, direction, method: 'leader_confirm', reason: '没带手机' },
      deviceAt: at(direction === 'in' ? '09:00' : '10:00', DAY).toISOString(),
    })),
  )
  const turned = (by: number) => [...events.slice(by), ...events.slice(0, by)]
  const upload = (some: readonly object[]) =>
    ask(leader, 'POST', `/api/led-shifts/${shiftId}/uploads`, { key: key(), deviceId, events: some })
  const [answers] = await Promise.all([
    Promise.all(Array.from({ length: 12 }, (_, i) => upload(i % 2 ? turned(i) : turned(i).toReversed()))),
    ...ids.slice(0, 3).map((signUpId) => lead(leader, shiftId, 'ticks', { signUpId, direction: 'in', note: '到' })),
  ])
  for (const answer of answers) {
    // No connection in time is tried again by the phone; nothing else may go wrong.
    expect([200, 503], JSON.stringify(answer)).toContain(answer.status)
    for (const { outcome } of (answer.results ?? []) as UploadResult[])
      expect(['accepted', 'repeated', 'again']).toContain(outcome)
  }
  const last = (await upload(events)).results as UploadResult[]
  expect(last.map(({ outcome }) => outcome).filter((one) => one === 'again')).toEqual([])
  expect(
    await rows(
      sql`select count(*)::int as n, count(distinct id)::int as ids from attendance_events where device_id = ${deviceId}`,
    ),
  ).toEqual([{ n: events.length, ids: events.length }])
  expect(await rows(sql`select 1 from attendance_failures`)).toEqual([])
  const { roster } = (await board(leader, shiftId)) as unknown as {
    roster: { signUpId: string; creditedMinutes: number }[]
  }
  for (const { signUpId, creditedMinutes } of roster.filter((one) => !ids.slice(0, 3).includes(one.signUpId)))
    expect(creditedMinutes, signUpId).toBe(60)
}, 120_000)

test('an upload that meets 确认名单: what is counted is on the record, the rest is kept with its reason', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, (_, i) => volunteer(`同${i}`)))
  const { shiftId, ids } = await aShift('2026-07-21', people)
  world.at(at('11:10', '2026-07-21'))
  const deviceId = key()
  const events = ids.flatMap((signUpId) =>
    (['in', 'out'] as const).map((direction) => ({
      ...{ nonce: key(), signUpId, direction, method: 'leader_confirm', reason: '没带手机' },
      deviceAt: at(direction === 'in' ? '09:00' : '10:00', '2026-07-21').toISOString(),
    })),
  )
  const path = `/api/led-shifts/${shiftId}/uploads`
  const upload = () => ask(leader, 'POST', path, { key: key(), deviceId, events })
  await Promise.all([upload(), lead(leader, shiftId, 'confirmations'), upload()])
  await upload()
  await lead(leader, shiftId, 'confirmations')
  const [sum] = await rows<{ recorded: number; absent: number; counted: number; kept: number }>(sql`select
    (select count(*)::int from service_records r join sign_ups u on u.id = r.sign_up_id where u.shift_id = ${shiftId}
      and r.credited_minutes = 60) as recorded,
    (select count(*)::int from sign_ups where shift_id = ${shiftId} and state = 'no_show') as absent,
    (select count(*)::int from attendance_events where device_id = ${deviceId}) as counted,
    (select count(*)::int from attendance_failures where device_id = ${deviceId}) as kept`)
  if (!sum) return expect.fail('no sums')
  expect(sum.recorded + sum.absent).toBe(ids.length)
  expect(sum.counted).toBe(sum.recorded * 2)
  expect(sum.kept).toBe(sum.absent * 2)
}, 120_000)
