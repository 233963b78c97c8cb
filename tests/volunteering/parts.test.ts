import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditedMinutes, ownSpan } from '../../shared/volunteering/minutes'
import { travelZh } from '../../shared/volunteering/sign-up-limits'
import type { Person } from '../kit/house'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, leader, volunteer, anActivity, signUp, signUpId, code, show, lead, rows } = world
const DAY = '2026-06-28'

const shift = (from: string, to: string) => ({ from: at(from, DAY), to: at(to, DAY), leader })
const activity = async (from: string, to: string, more: object = {}) => {
  world.at(at('08:00'))
  const { id, shifts } = await anActivity({ shifts: [shift(from, to)], ...more })
  return { id, shiftId: shifts[0]?.id ?? '' }
}
const part = (from: string, to: string) => ({ part: { from: at(from, DAY), to: at(to, DAY) } })
const mine = async (as: Person) => (await ask(as, 'GET', '/api/my-sign-ups?list=coming')).items

test('只来一段: two parts that touch are no conflict, two that overlap are; the list shows what was promised', async () => {
  const { shiftId } = await activity('09:00', '13:00')
  const { shiftId: other } = await activity('09:00', '13:00', { title: '另一场' })
  const chen = await volunteer('陈丽')
  expect(await signUp(chen, shiftId, part('09:00', '10:30'))).toMatchObject({ status: 200 })
  expect(await signUp(chen, other, part('10:00', '12:00'))).toMatchObject({ status: 409, refused: 'overlap' })
  expect(await signUp(chen, other, part('10:30', '12:00'))).toMatchObject({
    ...{ status: 200, shifts: [{ mine: { startsAt: at('10:30', DAY).toISOString() } }] },
  })
  expect(await mine(chen)).toMatchObject([
    { startsAt: at('09:00', DAY).toISOString(), endsAt: at('10:30', DAY).toISOString() },
    { startsAt: at('10:30', DAY).toISOString(), endsAt: at('12:00', DAY).toISOString() },
  ])
})

test('a part lies within its shift and is half an hour at least, by the rule and by the database', async () => {
  const { shiftId } = await activity('09:00', '11:00')
  const li = await volunteer('李梅')
  for (const bad of [part('08:59', '10:00'), part('10:00', '11:01'), part('09:00', '09:29'), part('10:00', '09:00')])
    expect(await signUp(li, shiftId, bad)).toMatchObject({ status: 422, field: 'part' })
  expect(await signUp(li, shiftId, part('10:30', '11:00'))).toMatchObject({ status: 200 })
  const id = await signUpId(li, shiftId)
  await expect(
    world.db.execute(sql`insert into sign_ups (id, activity_id, shift_id, post_id, is_post_chosen, person_id, state, starts_at,
      ends_at, created_at) select 'outside', activity_id, shift_id, post_id, false, ${leader.id}, 'approved',
      starts_at - interval '3 hours', ends_at, created_at from sign_ups where id = ${id}`),
  ).rejects.toThrow()
})

test('whoever came for a part is credited that part, with its grace, and no more', async () => {
  const { shiftId } = await activity('09:00', '13:00')
  const wang = await volunteer('王强')
  await signUp(wang, shiftId, part('10:00', '11:00'))
  const id = await signUpId(wang, shiftId)
  world.at(at('09:30', DAY))
  expect(await show(wang, id, 'in', (await code(leader, shiftId, 'in')).digits)).toMatchObject({ status: 409 })
  world.at(at('09:50', DAY))
  expect(await show(wang, id, 'in', (await code(leader, shiftId, 'in')).digits)).toMatchObject({
    ...{ status: 200, shift: { capMinutes: 60, startsAt: at('10:00', DAY).toISOString() } },
  })
  world.at(at('11:10', DAY))
  expect(await show(wang, id, 'out', (await code(leader, shiftId, 'out')).digits)).toMatchObject({ status: 200 })
  expect(await lead(leader, shiftId, 'confirmations')).toMatchObject({ status: 200 })
  expect(await rows(sql`select credited_minutes as n from service_records where sign_up_id = ${id}`)).toEqual([
    { n: 60 },
  ])
})

test('credited minutes of any part never pass the part, the cap or the stay', () => {
  const minute = (n: number) => new Date(at('09:00').getTime() + n * 60_000)
  const whole = { startsAt: minute(0), endsAt: minute(240), graceMinutes: 15, capMinutes: 200 }
  const span = fc
    .tuple(fc.integer({ min: 0, max: 240 }), fc.integer({ min: 0, max: 240 }))
    .filter(([a, b]) => b - a >= 30)
  fc.assert(
    fc.property(span, fc.integer({ min: -60, max: 300 }), fc.nat(400), ([from, to], inAt, stay) => {
      const own = ownSpan(whole, { startsAt: minute(from), endsAt: minute(to) })
      const n = creditedMinutes({ inAt: minute(inAt), outAt: minute(inAt + stay), breaks: [] }, own)
      expect(n).toBeGreaterThanOrEqual(0)
      expect(n).toBeLessThanOrEqual(Math.min(200, stay, from === 0 && to === 240 ? 255 : to - from))
    }),
  )
})

test('每日上限: ten hours for adults, four for minors, of all activities together; the sentence says what still fits', async () => {
  const { shiftId: long } = await activity('06:00', '14:00')
  const { shiftId: evening } = await activity('15:00', '19:00', { title: '傍晚' })
  const he = await volunteer('何敏')
  expect(await signUp(he, long)).toMatchObject({ status: 200 })
  expect(await signUp(he, evening)).toMatchObject({
    ...{ status: 409, refused: 'wrong_state' },
    zh: '这一天您已报名 8 小时，每人每天最多 10 小时，可以只来其中 2 小时',
  })
  expect(await signUp(he, evening, part('15:00', '17:00'))).toMatchObject({ status: 200 })
  const { shiftId: marathon } = await activity('06:00', '17:00', { title: '马拉松' })
  expect(await signUp(await volunteer('新人'), marathon)).toMatchObject({
    ...{ status: 409, zh: expect.stringMatching('^这一场超过每日上限，每人每天最多 10 小时') },
  })
})

test('the database counts the day as well: two presses at once never both fit, whatever the rule had seen', async () => {
  const spans = [['06:00', '12:00'] as const, ['13:00', '19:00'] as const]
  const made = []
  for (const [from, to] of spans) made.push(await activity(from, to))
  const one = await volunteer('快手')
  const answers = await Promise.all(made.map(({ shiftId }) => signUp(one, shiftId)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('路程提醒 warns and never refuses; near places and long gaps say nothing', async () => {
  const far = { lng: 107.9, lat: 32.983 }
  const { shiftId } = await activity('09:00', '11:00', { title: '河边' })
  const { id, shiftId: next } = await activity('11:10', '12:00', { title: '山上', ...far })
  const ma = await volunteer('马莉')
  await signUp(ma, shiftId)
  expect(await ask(ma, 'GET', `/api/activities/${id}`)).toMatchObject({
    shifts: [
      { signUp: { may: true }, travelZh: expect.stringMatching(/^离“河边”（.*）约 12\.5 公里，路上要 54 分钟左右/) },
    ],
  })
  expect(await signUp(ma, next)).toMatchObject({ status: 200 })
  const span = { startsAt: at('12:00'), endsAt: at('13:00') }
  const other = { title: '河边', startsAt: at('09:00'), endsAt: at('10:00'), spot: far }
  expect(travelZh(span, { lng: 107.766, lat: 32.983 }, [other])).toBe('')
  expect(travelZh(span, far, [{ ...other, endsAt: at('12:00') }])).toBe('')
})
