import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { addDays, shanghai } from '../../shared/kit/time'
import { WORK_SPANS, workMinutesBetween } from '../../shared/kit/work-clock'
import { settleBy, settling } from '../../shared/volunteering/ledger/settling'
import type { Person } from '../kit/house'
import { openLedger } from './ledger-world'
import { at } from './world'

const world = await openLedger()
const { ask, admin, second, post, volunteer, served, rows } = world
let ma: Person
let sun: Person
beforeAll(async () => {
  await world.settle()
  ma = await volunteer('马莉莉')
  sun = await volunteer('孙伟')
})
const opening = (personId: string, minutes: number, kind = 'opening') =>
  world.db.execute(sql`insert into hours_ledger (id, person_id, kind, minutes, evidence, served_at, reason_zh, actor_id, at)
    values (${crypto.randomUUID()}, ${personId}, ${kind}, ${minutes}, 'medium', ${at('08:00', '2026-07-01').toISOString()}::timestamptz, '期初', 'x',
    ${at('08:00', '2026-07-01').toISOString()}::timestamptz)`)

const calendar = { years: [2026], special: { '2026-10-01': 'rest', '2026-10-10': 'work' }, spans: WORK_SPANS } as const

test('登记期限 is a work day at least 10 work days after the end, or the missing calendar is told', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 340 }), fc.integer({ min: 0, max: 1439 }), (day, minute) => {
      const endsAt = new Date(addDays(new Date('2025-12-31T16:00:00Z'), day).getTime() + minute * 60_000)
      const by = settleBy(calendar, endsAt)
      if ('refused' in by) {
        expect(by).toMatchObject({ refused: 'not_ready', zh: expect.stringContaining('2027') })
        expect(settling(calendar, endsAt, endsAt)).toMatchObject({ by: null, daysLeft: null, isOverdue: false })
        return
      }
      const { weekday, day: on, clock } = shanghai(by)
      const special = (calendar.special as Record<string, string>)[on]
      expect(special ? special === 'work' : weekday > 0 && weekday < 6).toBe(true)
      expect(clock).toBe('18:00')
      expect(workMinutesBetween(calendar, endsAt, by)).toBeGreaterThanOrEqual(10 * 480)
      expect(workMinutesBetween(calendar, endsAt, by)).toBeLessThanOrEqual(11 * 480)
    }),
  )
})

test('the leader reads how many work days are left, the office which activities are late', async () => {
  const day = '2026-07-01'
  const { activityId, shiftId, ids } = await world.aShift(day, [sun])
  world.at(at('12:00', day))
  await world.wake()
  const mine = (id: string) => expect.objectContaining({ id, settleZh: '还剩 11 个工作日登记' })
  expect(await ask(world.leader, 'GET', '/api/led-shifts')).toMatchObject({
    items: expect.arrayContaining([mine(shiftId)]),
  })
  expect(await ask(admin, 'GET', '/api/settlements')).toMatchObject({
    items: [{ activityId, unsettled: 1, isOverdue: false, maySettle: false, by: '2026-07-15T10:00:00.000Z' }],
  })
  world.at(at('12:00', '2026-07-20'))
  await world.wake()
  const late = { activityId, isOverdue: true, zh: '超过登记期限 3 个工作日' }
  expect(await ask(admin, 'GET', '/api/settlements')).toMatchObject({ items: [late] })
  await world.lead(world.leader, shiftId, 'confirmations')
  expect(ids).toHaveLength(1)
  expect(await ask(admin, 'GET', '/api/settlements')).toMatchObject({ items: [{ unsettled: 0, maySettle: true }] })
  await post(admin, `/api/activities/${activityId}/transitions`, { move: 'settle', note: '' })
  expect(await ask(admin, 'GET', '/api/settlements')).toMatchObject({ items: [] })
})

test('both classes of hours are told apart, and together they are the total', async () => {
  await served('2026-07-21', [ma])
  const { shiftId, ids } = await world.aShift('2026-07-22', [ma])
  world.at(at('11:30', '2026-07-22'))
  await world.wake()
  await world.move(second, (await world.backfill(ids[0], shiftId, '2026-07-22')).id, 'approve')
  expect(await ask(ma, 'GET', '/api/my-hours')).toMatchObject({
    totalMinutes: 210,
    measuredMinutes: 120,
    supplementedMinutes: 90,
    records: {
      items: [
        { evidence: 'supplemented', minutes: 90 },
        { evidence: 'strong', minutes: 120 },
      ],
    },
  })
})

test('a star is asked for when the hours are there, shown with a masked name, and conferred by somebody else after 5 work days', async () => {
  expect(await post(ma, '/api/my-stars', { stars: 1 })).toMatchObject({
    refused: 'wrong_state',
    zh: expect.stringContaining('96.5'),
  })
  await opening(ma.id, 100 * 60 - 210)
  const applied = await post(ma, '/api/my-stars', { stars: 1 })
  expect(applied).toMatchObject({
    status: 200,
    levels: [{ stars: 1, mayApply: false, application: { state: 'publicised' } }, { mayApply: false }, {}, {}, {}],
  })
  expect(await post(ma, '/api/my-stars', { stars: 1 })).toMatchObject({ refused: 'conflict' })
  const shown = await ask(null, 'GET', '/api/star-publicity')
  expect(shown).toMatchObject({
    items: [{ personZh: '马＊莉', isOpen: true, publicUntil: '2026-07-29T16:00:00.000Z' }],
  })
  expect(JSON.stringify(shown)).not.toContain('马莉莉')
  const id = (shown.items as { id: string }[])[0]?.id
  expect(await post(sun, `/api/star-applications/${id}/objections`, { words: '时长有误' })).toMatchObject({
    status: 200,
  })
  expect(await post(sun, `/api/star-applications/${id}/objections`, { words: '又一次' })).toMatchObject({
    refused: 'conflict',
  })
  expect(await post(ma, `/api/star-applications/${id}/objections`, { words: '自己' })).toMatchObject({
    refused: 'forbidden',
  })
  const confer = (as: Person, note = '') =>
    post(as, `/api/star-applications/${id}/transitions`, { move: 'confer', note })
  expect(await confer(admin, '已核')).toMatchObject({ refused: 'wrong_state', zh: expect.stringContaining('公示到') })
  world.at(at('09:00', '2026-07-31'))
  await world.wake()
  expect(await confer(admin)).toMatchObject({ refused: 'missing', field: 'note' })
  await opening(ma.id, -60, 'transfer_in')
  expect(await confer(admin, '已核')).toMatchObject({ refused: 'wrong_state', zh: expect.stringContaining('不满') })
  await opening(ma.id, 60, 'transfer_in')
  expect(await confer(admin, '已核')).toMatchObject({
    status: 200,
    state: 'conferred',
    objections: [{ words: '时长有误' }],
  })
  expect(await ask(ma, 'GET', '/api/notices?size=1')).toMatchObject({ items: [{ title: '星级申报有结果' }] })
})

test('public figures carry their time and hide small cells; a year is frozen once, with a hash of its text', async () => {
  expect(await ask(null, 'GET', '/api/service-figures')).toMatchObject({
    at: '2026-07-31T01:00:00.000Z',
    registered: null,
    activeToday: 0,
    measuredMinutes: null,
  })
  for (const name of ['甲', '乙', '丙', '丁']) await opening((await volunteer(name)).id, 60)
  expect(await ask(null, 'GET', '/api/service-figures')).toMatchObject({
    registered: 7,
    measuredMinutes: 6000 - 90 + 240,
  })
  expect(await post(admin, '/api/service-reports', { year: 2026 })).toMatchObject({ refused: 'wrong_state' })
  world.at(at('09:00', '2027-01-08'))
  await world.wake()
  expect(await ask(admin, 'GET', '/api/service-reports')).toMatchObject({
    draft: { year: 2026, records: 2 },
    items: [],
  })
  const frozen = await post(admin, '/api/service-reports', { year: 2026 })
  expect(frozen).toMatchObject({
    draft: null,
    items: [{ year: 2026, measuredMinutes: 6150, supplementedMinutes: 90, certificatesIssued: 0 }],
  })
  expect(await post(second, '/api/service-reports', { year: 2026 })).toMatchObject({ refused: 'conflict' })
  const [row] = await rows<{ text: string; hash: string }>(sql`select text, hash from service_reports`)
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(row?.text))
  expect(Buffer.from(digest).toString('hex')).toBe(row?.hash)
  await expect(world.db.execute(sql`delete from service_reports`)).rejects.toThrow()
})
