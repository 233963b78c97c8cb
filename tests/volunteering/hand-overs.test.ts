import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import type { Person } from '../kit/house'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, key, leader, volunteer, anActivity, signUp, signUpId, rows } = world
const DAY = '2026-06-28'

type Volunteer = Person & { number: string }
const offer = async (as: Person, shiftId: string, to: Volunteer) =>
  ask(as, 'POST', `/api/sign-ups/${await signUpId(as, shiftId)}/hand-overs`, { key: key(), number: to.number })
const answer = (as: Person, id: unknown, answer: string, under = key()) =>
  ask(as, 'POST', `/api/hand-overs/${id}/answers`, { key: under, answer })
const shift = (from: string, to: string, more: object = {}) => ({
  ...{ from: at(from, DAY), to: at(to, DAY), leader },
  ...more,
})
const states = (shiftId: string) =>
  rows<{ name: string; state: string; source: string }>(sql`select v.display_name as name, u.state, u.source
    from sign_ups u join volunteers v on v.person_id = u.person_id where u.shift_id = ${shiftId} order by u.state desc, u.id`)
const taken = (shiftId: string) => rows(sql`select taken from posts where shift_id = ${shiftId}`)
const open = async (as: Person) => (await ask(as, 'GET', '/api/my-hand-overs')).items
const inbox = async (as: Person) => {
  await tick(world.deps)
  return ((await ask(as, 'GET', '/api/notices')).items as { title: string }[]).map(({ title }) => title)
}
const setting = async (more: object = {}) => {
  world.at(at('08:00'))
  const { id, shifts } = await anActivity({ shifts: [shift('14:00', '16:00', { posts: { 甲组: 1 } })], ...more })
  const shiftId = shifts[0]?.id ?? ''
  const chen = await volunteer('陈丽')
  await signUp(chen, shiftId, { postId: shifts[0]?.posts[0] })
  return { id, shiftId, chen }
}

test('转给别人: B accepts, A is free, the seat never moves, both are told; a resend changes nothing', async () => {
  const { shiftId, chen } = await setting()
  const wang = await volunteer('王强')
  const made = await offer(chen, shiftId, wang)
  expect(made).toMatchObject({ status: 200, state: 'offered', isToMe: false, otherZh: '王＊', title: '清洁滨江步道' })
  expect(await open(wang)).toMatchObject([{ id: made.id, isToMe: true, otherZh: '陈＊' }])
  expect(await inbox(wang)).toContain('有人请您接替报名')
  const under = key()
  for (let i = 0; i < 2; i++)
    expect(await answer(wang, made.id, 'accept', under)).toMatchObject({ status: 200, state: 'accepted' })
  expect(await states(shiftId)).toEqual([
    { name: '陈丽', state: 'handed_over', source: 'self' },
    { name: '王强', state: 'approved', source: 'hand_over' },
  ])
  expect(await taken(shiftId)).toEqual([{ taken: 1 }])
  expect(await inbox(chen)).toContain('报名已转给别人')
  expect(await open(wang)).toEqual([])
  const journal = await rows(sql`select e.move from sign_up_events e join sign_ups u on u.id = e.sign_up_id
    where u.shift_id = ${shiftId} order by e.at, e.move`)
  expect(journal.map((row) => (row as { move: string }).move)).toEqual(['hand_over', 'sign_up', 'sign_up'])
  // And A may come back only as anybody else.
  expect(await signUp(chen, shiftId)).toMatchObject({ status: 409, refused: 'full' })
})

test('不接 leaves the seat with A, 收回 ends the offer; nobody else can answer or even see it', async () => {
  const { shiftId, chen } = await setting()
  const [wang, li] = [await volunteer('王强'), await volunteer('李梅')]
  const first = await offer(chen, shiftId, wang)
  expect(await offer(chen, shiftId, li)).toMatchObject({ status: 409, refused: 'wrong_state' })
  expect(await answer(li, first.id, 'accept')).toMatchObject({ status: 404 })
  expect(await answer(chen, first.id, 'accept')).toMatchObject({ status: 403 })
  expect(await answer(wang, first.id, 'take_back')).toMatchObject({ status: 403 })
  expect(await answer(wang, first.id, 'decline')).toMatchObject({ status: 200, state: 'declined' })
  expect(await inbox(chen)).toContain('对方没有接')
  const second = await offer(chen, shiftId, li)
  expect(await answer(chen, second.id, 'take_back')).toMatchObject({ status: 200, state: 'taken_back' })
  expect(await answer(li, second.id, 'accept')).toMatchObject({ status: 409, refused: 'wrong_state' })
  expect(await states(shiftId)).toMatchObject([{ name: '陈丽', state: 'approved' }])
})

test('B passes every guard of a sign-up: registered number, guardian, overlap, one seat, the day; and the start ends it', async () => {
  const { shiftId, chen } = await setting({ minAge: null })
  expect(await offer(chen, shiftId, { ...chen, number: '1234567890' })).toMatchObject({ status: 404 })
  expect(await offer(chen, shiftId, chen as Volunteer)).toMatchObject({ status: 422, field: 'number' })

  const minor = await volunteer('小雨', '14_15')
  const toMinor = await offer(chen, shiftId, minor)
  expect(await answer(minor, toMinor.id, 'accept')).toMatchObject({
    status: 403,
    zh: expect.stringMatching('监护人同意'),
  })
  await answer(minor, toMinor.id, 'decline')

  const busy = await volunteer('忙人')
  const { shifts: other } = await anActivity({ title: '另一场', shifts: [shift('15:00', '17:00')] })
  await signUp(busy, other[0]?.id ?? '')
  const toBusy = await offer(chen, shiftId, busy)
  expect(await answer(busy, toBusy.id, 'accept')).toMatchObject({ status: 409, refused: 'overlap' })
  await answer(busy, toBusy.id, 'decline')

  const tired = await volunteer('累人')
  const { shifts: long } = await anActivity({ title: '长班', shifts: [shift('04:00', '13:30')] })
  expect(await signUp(tired, long[0]?.id ?? '')).toMatchObject({ status: 200 })
  const toTired = await offer(chen, shiftId, tired)
  expect(await answer(tired, toTired.id, 'accept')).toMatchObject({
    status: 409,
    zh: expect.stringMatching('每天最多'),
  })
  await answer(tired, toTired.id, 'decline')

  const late = await volunteer('晚人')
  const toLate = await offer(chen, shiftId, late)
  world.at(at('14:00', DAY))
  expect(await answer(late, toLate.id, 'accept')).toMatchObject({ status: 409, zh: expect.stringMatching('已开始') })
  expect(await open(late)).toEqual([])
  expect(await states(shiftId)).toMatchObject([{ name: '陈丽', state: 'approved' }])
  expect(await taken(shiftId)).toEqual([{ taken: 1 }])
})

test('a withdrawal while the offer is open leaves nothing to accept', async () => {
  const { shiftId, chen } = await setting()
  const wang = await volunteer('王强')
  const made = await offer(chen, shiftId, wang)
  await ask(chen, 'POST', `/api/sign-ups/${await signUpId(chen, shiftId)}/withdrawals`, { key: key() })
  expect(await answer(wang, made.id, 'accept')).toMatchObject({ status: 409, refused: 'wrong_state' })
  expect(await taken(shiftId)).toEqual([{ taken: 0 }])
})
