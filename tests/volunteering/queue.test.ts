import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import type { Person } from '../kit/house'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, key, leader, volunteer, anActivity, signUp, signUpId, board, rows } = world

const DAY = '2026-06-28'
const shift = (from: string, to: string, more: object = {}) => ({
  from: at(from, DAY),
  to: at(to, DAY),
  leader,
  ...more,
})
const one = async (more: object = {}) => {
  const { id, shifts } = await anActivity({ shifts: [shift('14:00', '16:00', { posts: { 甲组: 1 }, ...more })] })
  return { id, shiftId: shifts[0]?.id ?? '' }
}
const wait = (as: Person, shiftId: string) => signUp(as, shiftId, { queue: true })
const leave = async (as: Person, shiftId: string) =>
  ask(as, 'POST', `/api/sign-ups/${await signUpId(as, shiftId)}/withdrawals`, { key: key(), note: '有事' })
const answer = async (as: Person, shiftId: string, answer: 'accept' | 'decline') =>
  ask(as, 'POST', `/api/sign-ups/${await signUpId(as, shiftId)}/answers`, { key: key(), answer })
const decide = async (as: Person, shiftId: string, who: Person, move: string, note = '') =>
  ask(as, 'POST', `/api/led-shifts/${shiftId}/decisions`, {
    ...{ key: key(), signUpId: await signUpId(who, shiftId), move, note },
  })
const states = async (shiftId: string) =>
  (
    await rows<{ s: string }>(sql`select v.display_name || ' ' || u.state as s from sign_ups u
      join volunteers v on v.person_id = u.person_id where u.shift_id = ${shiftId} order by u.created_at, u.id`)
  ).map(({ s }) => s)
const taken = async (shiftId: string) =>
  (await rows<{ n: number }>(sql`select sum(taken)::int as n from posts where shift_id = ${shiftId}`))[0]?.n
const inbox = async (as: Person) => {
  await tick(world.deps)
  const { items } = await ask(as, 'GET', '/api/notices')
  return (items as { title: string; text: string }[]).map(({ title, text }) => `${title}：${text}`)
}
/** Full with 马莉; the others wait, a minute apart. */
const queued = async (...names: string[]) => {
  world.at(at('08:00'))
  const { id, shiftId } = await one()
  const ma = await volunteer('马莉')
  await signUp(ma, shiftId)
  const people: Person[] = []
  for (const [i, name] of names.entries()) {
    world.at(new Date(at('08:01').getTime() + i * 60_000))
    const person = await volunteer(name)
    expect(await wait(person, shiftId)).toMatchObject({ status: 200, shifts: [{ mine: { place: i + 1 } }] })
    people.push(person)
  }
  world.at(at('09:00'))
  return { id, shiftId, ma, people: people as [Person, ...Person[]] }
}

test('审核报名: the leader approves, turns down with a reason, or lets wait; nobody approves himself; each is told', async () => {
  world.at(at('08:00'))
  const { id, shiftId } = await one({ admission: 'approval' })
  const [ma, sun, zhao] = [await volunteer('马莉'), await volunteer('孙伟'), await volunteer('赵敏')]
  expect(await signUp(ma, shiftId)).toMatchObject({
    status: 200,
    seats: { taken: 0 },
    shifts: [{ mine: { state: 'applied' } }],
  })
  for (const [i, person] of [sun, zhao, leader].entries()) {
    world.at(new Date(at('08:01').getTime() + i * 60_000))
    await signUp(person, shiftId)
  }
  const seen = await board(leader, shiftId)
  expect(seen).toMatchObject({
    admission: 'approval',
    roster: [{ moves: ['approve', 'reject', 'wait'] }, {}, {}, { isMine: true, moves: [] }],
  })
  expect(await decide(leader, shiftId, leader, 'approve')).toMatchObject({ status: 403, refused: 'forbidden' })
  expect(await decide(sun, shiftId, ma, 'approve')).toMatchObject({ status: 404 })
  expect(await decide(leader, shiftId, ma, 'approve')).toMatchObject({ status: 200, signedUp: 1 })
  expect(await decide(leader, shiftId, ma, 'approve')).toMatchObject({ refused: 'wrong_state' })
  expect(await decide(leader, shiftId, sun, 'approve')).toMatchObject({ status: 409, refused: 'full' })
  expect(await decide(leader, shiftId, sun, 'wait')).toMatchObject({ status: 200 })
  expect(await decide(leader, shiftId, zhao, 'reject')).toMatchObject({ status: 422, field: 'note' })
  expect(await decide(leader, shiftId, zhao, 'reject', '这次要会游泳')).toMatchObject({ status: 200 })
  expect(await states(shiftId)).toEqual(['马莉 approved', '孙伟 waitlisted', '赵敏 rejected', '周建国 applied'])
  expect(await inbox(ma)).toEqual([expect.stringContaining('报名已通过：“清洁滨江步道”')])
  expect(await inbox(zhao)).toEqual([expect.stringContaining('这次要会游泳')])
  expect(await ask(null, 'GET', `/api/activities/${id}`)).toMatchObject({
    shifts: [{ waiting: 1, admission: 'approval' }],
  })
})

test('满员 names the other shift, else the length of the queue; nobody waits without saying so', async () => {
  const { shiftId } = await queued('孙伟')
  const zhao = await volunteer('赵敏')
  expect(await signUp(zhao, shiftId)).toMatchObject({ status: 409, zh: '满员，已有 1 人候补，可以排在后面' })
  expect(await states(shiftId)).toEqual(['马莉 approved', '孙伟 waitlisted'])
  const free = await volunteer('钱多')
  expect(await wait(free, (await one()).shiftId)).toMatchObject({ shifts: [{ mine: { state: 'approved' } }] })
})

test('a withdrawal offers its seat to the first in line for twelve hours, who is told, and takes it', async () => {
  const { shiftId, ma, people } = await queued('孙伟', '赵敏')
  const [sun, zhao] = people
  expect(await leave(ma, shiftId)).toMatchObject({ status: 200, seats: { taken: 1 } })
  expect(await states(shiftId)).toEqual(['马莉 withdrawn', '孙伟 offered', '赵敏 waitlisted'])
  expect(await inbox(sun)).toEqual([expect.stringContaining('为您保留到今天 21:00')])
  expect(await ask(sun, 'GET', '/api/my-sign-ups')).toMatchObject({
    items: [{ state: 'offered', offerUntil: at('21:00').toISOString() }],
  })
  expect(await answer(zhao as Person, shiftId, 'accept')).toMatchObject({ refused: 'wrong_state' })
  expect(await signUp(await volunteer('钱多'), shiftId)).toMatchObject({ refused: 'full' })
  expect(await answer(sun, shiftId, 'accept')).toMatchObject({ status: 200, shifts: [{ mine: { state: 'approved' } }] })
  expect(await taken(shiftId)).toBe(1)
})

test('an offer let pass goes to the next at its hour, whether or not the timer ran, and its owner to the tail', async () => {
  const { id, shiftId, ma, people } = await queued('孙伟', '赵敏')
  const [sun, zhao] = people as [Person, Person]
  await leave(ma, shiftId)
  world.at(at('21:00'))
  expect(await ask(sun, 'GET', `/api/activities/${id}`)).toMatchObject({
    shifts: [{ mine: { state: 'waitlisted', offerUntil: null, place: 2 } }],
  })
  expect(await ask(sun, 'GET', '/api/my-sign-ups')).toMatchObject({
    items: [{ state: 'waitlisted', offerUntil: null }],
  })
  expect(await answer(sun, shiftId, 'accept')).toMatchObject({ status: 409, zh: expect.stringContaining('队尾') })
  await tick(world.deps)
  expect(await states(shiftId)).toEqual(['马莉 withdrawn', '孙伟 waitlisted', '赵敏 offered'])
  expect(await answer(zhao, shiftId, 'decline')).toMatchObject({ status: 200 })
  // 孙伟 comes again before 赵敏, who has now let one pass later.
  expect(await states(shiftId)).toEqual(['马莉 withdrawn', '孙伟 offered', '赵敏 waitlisted'])
  world.at(at('12:00', DAY))
  await tick(world.deps)
  expect(await states(shiftId)).toEqual(['马莉 withdrawn', '孙伟 waitlisted', '赵敏 offered'])
  // One hour before the start no offer stands: the seat is anybody's.
  world.at(at('13:00', DAY))
  expect(await ask(sun, 'GET', `/api/activities/${id}`)).toMatchObject({ shifts: [{ posts: [{ taken: 0 }] }] })
  expect(await signUp(await volunteer('钱多'), shiftId)).toMatchObject({ status: 200, seats: { taken: 1 } })
  expect(await states(shiftId)).toEqual(['马莉 withdrawn', '孙伟 waitlisted', '赵敏 waitlisted', '钱多 approved'])
})

test('whoever waits leaves whenever they like; a cancelled activity keeps nobody waiting', async () => {
  const { id, shiftId, people } = await queued('孙伟', '赵敏')
  const [sun] = people
  world.at(at('13:30', DAY))
  expect(await leave(sun, shiftId)).toMatchObject({ status: 200, shifts: [{ mine: { state: 'withdrawn' } }] })
  const admin = await world.person('值班', [['admin']])
  await ask(admin, 'POST', `/api/activities/${id}/transitions`, { key: key(), move: 'cancel', note: '暴雨' })
  expect(await states(shiftId)).toEqual(['马莉 cancelled_by_org', '孙伟 withdrawn', '赵敏 cancelled_by_org'])
  expect(await taken(shiftId)).toBe(0)
})

test('临时取消: the leader sees the reason and marks it excused', async () => {
  const { shiftId, ma } = await queued('孙伟')
  world.at(at('14:30', DAY))
  await leave(ma, shiftId)
  expect(await states(shiftId)).toEqual(['马莉 late_withdrawn', '孙伟 waitlisted'])
  world.at(at('14:31', DAY))
  expect(await decide(leader, shiftId, ma, 'excuse')).toMatchObject({ status: 422 })
  expect(await decide(leader, shiftId, ma, 'excuse', '生病')).toMatchObject({
    roster: [{ signUpState: 'excused', note: '生病' }, {}],
  })
})
