import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Person } from '../kit/house'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, key, leader, volunteer, anActivity, signUp, board, rows } = world

const shift = async (posts: Record<string, number> = { 甲组: 1 }) => {
  const made = (await anActivity({ shifts: [{ from: at('14:00'), to: at('16:00'), leader, posts }] })).shifts[0]
  return { shiftId: made?.id ?? '', postId: made?.posts[0] ?? '' }
}
const walkIn = (as: Person, shiftId: string, number: string) =>
  ask(as, 'POST', `/api/led-shifts/${shiftId}/walk-ins`, { key: key(), number })
const widen = (as: Person, shiftId: string, postId: string, capacity: number, note = '来的人多') =>
  ask(as, 'POST', `/api/led-shifts/${shiftId}/capacities`, { key: key(), postId, capacity, note })

test('现场加入: by number, during the shift, into a free seat, by its leader and never the leader', async () => {
  world.at(at('08:00'))
  const { shiftId } = await shift()
  const ma = await volunteer('马莉')
  const sun = await volunteer('孙伟')
  expect(await walkIn(leader, shiftId, ma.number)).toMatchObject({
    refused: 'wrong_state',
    zh: expect.stringContaining('13:45'),
  })
  world.at(at('14:10'))
  expect(await walkIn(sun, shiftId, ma.number)).toMatchObject({ status: 404 })
  expect(await walkIn(leader, shiftId, leader.number)).toMatchObject({ refused: 'forbidden' })
  expect(await walkIn(leader, shiftId, '0000000000')).toMatchObject({ status: 404, field: 'number' })
  expect(await walkIn(leader, shiftId, ma.number)).toMatchObject({
    status: 200,
    signedUp: 1,
    roster: [{ name: '马莉', signUpState: 'approved', source: 'walk_in' }],
  })
  expect(await walkIn(leader, shiftId, ma.number)).toMatchObject({ zh: '这位志愿者已在名单里' })
  expect(await walkIn(leader, shiftId, sun.number)).toMatchObject({ status: 409, refused: 'full' })
  expect(await walkIn(leader, (await shift()).shiftId, ma.number)).toMatchObject({ refused: 'overlap' })
  world.at(at('16:00'))
  expect(await walkIn(leader, shiftId, sun.number)).toMatchObject({ refused: 'wrong_state' })
})

test('增加名额: only more, with a reason, in the journal; the new seats go to who waits, in order', async () => {
  world.at(at('08:00'))
  const { shiftId, postId } = await shift()
  const names = ['马莉', '孙伟', '赵敏', '钱多']
  for (const [i, name] of names.entries()) {
    world.at(new Date(at('08:00').getTime() + i * 60_000))
    await signUp(await volunteer(name), shiftId, { queue: true })
  }
  expect(await widen(leader, shiftId, postId, 1)).toMatchObject({ status: 422, field: 'capacity' })
  expect(await widen(leader, shiftId, postId, 3, '')).toMatchObject({ status: 422, field: 'note' })
  expect(await widen(await volunteer('旁人'), shiftId, postId, 3)).toMatchObject({ status: 404 })
  expect(await widen(leader, shiftId, postId, 3)).toMatchObject({ status: 200, capacity: 3, signedUp: 3 })
  expect(await board(leader, shiftId)).toMatchObject({
    roster: [{ signUpState: 'approved' }, { signUpState: 'offered' }, { signUpState: 'offered' }, { place: 1 }],
  })
  expect(await rows(sql`select was, "is", note, by from post_changes where post_id = ${postId}`)).toEqual([
    { was: 1, is: 3, note: '来的人多', by: leader.id },
  ])
  const [a, b] = await Promise.all([widen(leader, shiftId, postId, 5), widen(leader, shiftId, postId, 5)])
  expect([a.status, b.status].sort()[0]).toBe(200)
  expect(await rows(sql`select capacity, taken from posts where id = ${postId}`)).toEqual([{ capacity: 5, taken: 4 }])
})
