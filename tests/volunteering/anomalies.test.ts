import { hexToBytes } from '@noble/hashes/utils.js'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { personalCodeAt } from '../../shared/volunteering/offline/personal-codes'
import type { AnomalyView } from '../../shared/volunteering/spot-checks/contract'
import type { Person } from '../kit/house'
import { openLedger } from './ledger-world'
import { at } from './world'

const world = await openLedger()
const { ask, key, leader, volunteer, aShift, anActivity, signUp, signUpId, show, code, served, rows, reviewer, wake } =
  world
let ma: Person
let sun: Person
beforeAll(async () => {
  ma = await volunteer('马莉')
  sun = await volunteer('孙伟')
})

const listed = async (kind: string, more = '', as: Person = reviewer) => {
  await wake()
  const { items } = await ask(as, 'GET', `/api/attendance-anomalies?kind=${kind}${more}`)
  return items as AnomalyView[]
}
const review = (as: Person, id: string, note: string, under = key()) =>
  ask(as, 'POST', `/api/attendance-anomalies/${id}/reviews`, { key: under, note })

test('一台手机: two people on one phone within two minutes; not their own phones, not three minutes apart, not the leader’s scans', async () => {
  const deviceId = crypto.randomUUID()
  const own = await aShift('2026-07-01', [ma, sun])
  const text = async () => (await code(leader, own.shiftId, 'in')).text
  await show(ma, own.ids[0], 'in', await text(), { deviceId: crypto.randomUUID() })
  await show(sun, own.ids[1] ?? '', 'in', await text(), { deviceId: crypto.randomUUID() })
  const slow = await aShift('2026-07-02', [ma, sun])
  await show(ma, slow.ids[0], 'in', (await code(leader, slow.shiftId, 'in')).text, { deviceId })
  world.at(at('08:53', '2026-07-02'))
  await show(sun, slow.ids[1] ?? '', 'in', (await code(leader, slow.shiftId, 'in')).text, { deviceId })
  const scanned = await aShift('2026-07-03', [ma, sun])
  const events = await Promise.all(
    [ma, sun].map(async (one, i) => {
      const id = scanned.ids[i] ?? ''
      const { keyHex } = await ask(one, 'GET', `/api/sign-ups/${id}/personal-code`)
      const shown = personalCodeAt(hexToBytes(String(keyHex)), id, world.now()).text
      const moment = world.now().toISOString()
      return { nonce: key(), code: shown, direction: 'in', deviceAt: moment, method: 'leader_scan' }
    }),
  )
  const sent = { key: key(), deviceId, events }
  expect(await ask(leader, 'POST', `/api/led-shifts/${scanned.shiftId}/uploads`, sent)).toMatchObject({
    results: [{ outcome: 'accepted' }, { outcome: 'accepted' }],
  })
  expect(await listed('one_device')).toEqual([])

  const shared = await aShift('2026-07-04', [ma, sun])
  await show(ma, shared.ids[0], 'in', (await code(leader, shared.shiftId, 'in')).text, { deviceId })
  world.at(at('08:52', '2026-07-04'))
  await show(sun, shared.ids[1] ?? '', 'in', (await code(leader, shared.shiftId, 'in')).text, { deviceId })
  const found = await listed('one_device')
  expect(found).toMatchObject([
    {
      kind: 'one_device',
      zh: '2 人在 2 分钟内用同一台手机签到或签退',
      shift: { id: shared.shiftId, activityId: shared.activityId, leaderZh: '周建国' },
      reviews: [],
      mayReview: true,
    },
  ])
  expect(found[0]?.people.map(({ name }) => name).sort()).toEqual(['孙伟', '马莉'])
  // The phone itself is nobody's business on the board.
  expect(JSON.stringify(found)).not.toContain(deviceId)
})

test('两地: faster than 120 km/h between the edges of two places; a short walk between two is nothing', async () => {
  const two = async (day: string, lat: number) => {
    world.at(at('08:00', day))
    const made = []
    for (const [i, place] of [32.983, lat].entries()) {
      const [from, to] = [at(`${9 + i}:00`.padStart(5, '0'), day), at(`${10 + i}:00`, day)]
      const { shifts } = await anActivity({ lat: place, shifts: [{ from, to, leader }] })
      const shiftId = shifts[0]?.id ?? ''
      await signUp(ma, shiftId)
      made.push({ shiftId, id: await signUpId(ma, shiftId) })
    }
    const [first, second] = made
    if (!first || !second) return expect.fail('two shifts')
    world.at(at('09:00', day))
    await show(ma, first.id, 'in', (await code(leader, first.shiftId, 'in')).text)
    world.at(at('10:00', day))
    await show(ma, first.id, 'out', (await code(leader, first.shiftId, 'out')).text)
    world.at(at('10:10', day))
    await show(ma, second.id, 'in', (await code(leader, second.shiftId, 'in')).text)
    return second
  }
  await two('2026-07-05', 32.99)
  expect(await listed('too_fast')).toEqual([])
  // 0.27 degrees are 30 km: 176 km/h in ten minutes, less the two radii.
  const { shiftId } = await two('2026-07-06', 33.253)
  expect(await listed('too_fast')).toMatchObject([
    {
      zh: '两场相距 29.4 公里，中间只隔 10 分钟',
      shift: { id: shiftId },
      people: [{ name: '马莉' }, { name: '马莉' }],
    },
  ])
})

test('一个码: used by more people than the shift has seats', async () => {
  const day = '2026-07-07'
  world.at(at('08:00', day))
  const span = { from: at('09:00', day), to: at('11:00', day), leader, posts: { 甲组: 1 } }
  const { shifts, id: activityId } = await anActivity({ shifts: [span] })
  const [shiftId, postId] = [shifts[0]?.id ?? '', shifts[0]?.posts[0] ?? '']
  await signUp(ma, shiftId)
  world.at(at('08:50', day))
  await show(ma, await signUpId(ma, shiftId), 'in', (await code(leader, shiftId, 'in')).text)
  expect(await listed('step_shared')).toEqual([])
  // A second seat that never was.
  await rows(sql`insert into sign_ups (id, activity_id, shift_id, post_id, is_post_chosen, person_id, state, starts_at, ends_at, created_at)
    values ('ghost', ${activityId}, ${shiftId}, ${postId}, true, ${sun.id}, 'excused', ${span.from.toISOString()}, ${span.to.toISOString()}, now())`)
  await rows(sql`insert into attendance_events (id, sign_up_id, kind, method, nonce, counts_at, server_at, step, verdict, actor_id, note)
    select 'ghost', 'ghost', e.kind, e.method, 'ghost', e.counts_at, e.server_at, e.step, e.verdict, ${sun.id}, '' from attendance_events e
    join sign_ups u on u.id = e.sign_up_id where u.shift_id = ${shiftId}`)
  expect(await listed('step_shared')).toMatchObject([{ zh: '同一个码 2 人用过，名额 1 个', shift: { id: shiftId } }])
})

test('领队: checking in on one’s own shift and every try to scan oneself are on the board', async () => {
  const { shiftId } = await aShift('2026-07-08', [ma])
  expect(await listed('leader_self')).toEqual([])
  await signUp(leader, shiftId)
  const own = await signUpId(leader, shiftId)
  const moment = at('08:50', '2026-07-08').toISOString()
  const event = { signUpId: own, direction: 'in', deviceAt: moment, method: 'leader_confirm', reason: '我' }
  const upload = { key: key(), deviceId: key(), events: [{ nonce: key(), ...event }] }
  await ask(leader, 'POST', `/api/led-shifts/${shiftId}/uploads`, upload)
  expect(await listed('leader_self')).toMatchObject([{ zh: '领队本人登记 1 次', shift: { id: shiftId } }])
  await show(leader, own, 'in', (await code(leader, shiftId, 'in')).text)
  expect(await listed('leader_self')).toMatchObject([{ zh: '领队本人登记 2 次', people: [{ name: '周建国' }] }])
})

test('全队满时: ten shifts running, broken by one that is not full; one row that keeps its name as the run grows', async () => {
  const days = Array.from({ length: 10 }, (_, i) => `2026-08-${String(i + 1).padStart(2, '0')}`)
  for (const day of days.slice(0, 9)) await served(day, [ma, sun])
  expect(await listed('full_team')).toEqual([])
  await served('2026-07-31', [ma, sun], '10:30')
  const last = await served(days[9] ?? '', [ma, sun])
  const [run] = await listed('full_team')
  expect(run).toMatchObject({ zh: '连续 10 场全队满时长', shift: { id: last.shiftId } })
  await served('2026-08-11', [ma, sun])
  expect(await listed('full_team')).toMatchObject([{ id: run?.id, zh: '连续 11 场全队满时长' }])
  await served('2026-08-12', [ma, sun], '10:30')
  await served('2026-08-13', [ma, sun])
  expect(await listed('full_team')).toMatchObject([{ id: run?.id, zh: '连续 11 场全队满时长' }])
}, 120_000)

test('已核: with a note, by somebody it is not about, once per key; it moves nobody’s hours and stays in the journal', async () => {
  const [row] = await listed('full_team')
  const id = row?.id ?? ''
  const before = await rows(sql`select count(*)::int as n, sum(minutes)::int as sum from hours_ledger`)
  const mine = await volunteer('马莉的同事', 'adult', [['reviewer']])
  await rows(
    sql`insert into role_grants (id, person_id, role, scope_zh, granted_at) values ('g', ${ma.id}, 'reviewer', '', now())`,
  )
  await wake(ma, mine)
  for (const who of [sun, leader]) expect(await review(who, id, '看过')).toMatchObject({ status: 403 })
  expect(await review(ma, id, '是我自己')).toMatchObject({
    refused: 'forbidden',
    zh: expect.stringContaining('与您有关'),
  })
  expect(await listed('full_team', '', ma)).toMatchObject([{ mayReview: false }])
  expect(await review(reviewer, id, ' ')).toMatchObject({ status: 400 })
  expect(await review(reviewer, 'nothing', '看过')).toMatchObject({ status: 404 })
  const under = key()
  const done = await review(reviewer, id, '固定的早班清扫，电话核过', under)
  expect(done).toMatchObject({ status: 200, reviews: [{ note: '固定的早班清扫，电话核过', byZh: '审核员' }] })
  expect(await review(reviewer, id, '固定的早班清扫，电话核过', under)).toMatchObject({ status: 200 })
  expect(await listed('full_team')).toEqual([])
  expect(await listed('full_team', '&state=reviewed')).toMatchObject([{ id, reviews: [{ byZh: '审核员' }] }])
  expect(await rows(sql`select count(*)::int as n, sum(minutes)::int as sum from hours_ledger`)).toEqual(before)
  expect(await rows(sql`select anomaly_id, by from anomaly_reviews`)).toEqual([{ anomaly_id: id, by: reviewer.id }])
  await expect(rows(sql`update anomaly_reviews set note = ''`)).rejects.toThrow()
})

test('the board goes page by page without losing or repeating a row', async () => {
  await wake()
  const seen: string[] = []
  for (let cursor = ''; ; ) {
    const page = (await ask(reviewer, 'GET', `/api/attendance-anomalies?size=1${cursor}`)) as unknown as {
      items: AnomalyView[]
      next: string | null
    }
    seen.push(...page.items.map(({ id }) => id))
    if (page.next === null) break
    cursor = `&cursor=${encodeURIComponent(page.next)}`
  }
  const { items } = await ask(reviewer, 'GET', '/api/attendance-anomalies?size=100')
  expect(seen).toEqual((items as AnomalyView[]).map(({ id }) => id))
  expect(seen.length).toBeGreaterThanOrEqual(4)
})
