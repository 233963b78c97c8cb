import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import type { Answer, Person } from '../kit/house'
import { aPhoto, uploadPhoto } from '../kit/photos'
import { openWorld } from './world'

const world = await openWorld()
const { ask, key, rows, volunteer } = world
let admin: Person
let dispatcher: Person
let reviewer: Person
let lead: Person & { number: string }
let lin: Person
let branch = ''
let centre = ''
const post = (as: Person | null, path: string, body: object = {}) => ask(as, 'POST', path, { key: key(), ...body })
const ORDER = {
  kind: 'elderly',
  words: '帮老人修水龙头',
  placeZh: '滨江小区 3 栋',
  contact: { name: '林', phone: '13800000000' },
}
const submit = (as: Person, more: object = {}) =>
  post(as, '/api/service-orders', { ...ORDER, position: { lng: 107.766, lat: 32.983 }, ...more })
const move = (as: Person, id: unknown, name: string, more: object = {}) =>
  post(as, `/api/service-orders/${id}/transitions`, { move: name, ...more })
const view = (as: Person, id: unknown) => ask(as, 'GET', `/api/service-orders/${id}`)
const photo = async (as: Person) => String((await uploadPhoto(world, as, await aPhoto())).id)
const later = (hours: number) => new Date(world.now().getTime() + hours * 3_600_000)
/** Sessions of the staff do not last over night. */
const wake = async () => {
  for (const one of [admin, dispatcher, reviewer, lead, lin])
    one.token = String((await ask(null, 'POST', '/api/sessions/demo', { personId: one.id })).token)
}
const team = async (name: string, kind: string) =>
  String((await post(admin, '/api/teams', { name, kind, parentId: null })).id)
const makeLead = async (who: Person, teamId: string) => {
  await post(who, `/api/teams/${teamId}/requests`)
  const mine = (await ask(who, 'GET', `/api/teams/${teamId}`)).mine as { id: string }
  await post(admin, `/api/team-members/${mine.id}/transitions`, { move: 'accept' })
  await post(admin, `/api/team-members/${mine.id}/transitions`, { move: 'appoint' })
}
const small = () => ({
  ...{ title: '上门修水', startsAt: later(2).toISOString(), endsAt: later(4).toISOString(), capacity: 2 },
  ...{ leaderNumber: lead.number, contactZh: '陆队长 13900000000', riskZh: '注意用电' },
})
const ok = (answer: Answer) => {
  expect(answer).toMatchObject({ status: 200 })
  return answer
}
const notices = (who: Person) =>
  rows<{ title: string }>(
    sql`select title from notices where person_id = ${who.id} and cause like 'order%' order by at`,
  )

/** From 点单 to the named state by the people whose part it is. */
async function orderAt(state: 'accepted' | 'dispatched' | 'taken' | 'linked' | 'served', teamId = branch) {
  await wake()
  const { id } = ok(await submit(lin))
  ok(await move(dispatcher, id, 'accept'))
  if (state === 'accepted') return String(id)
  ok(await move(dispatcher, id, 'dispatch', { teamId }))
  if (state === 'dispatched') return String(id)
  ok(await move(lead, id, 'take', { agreedAt: later(3).toISOString() }))
  if (state === 'taken') return String(id)
  const linked = ok(await move(lead, id, 'link', { small: small() }))
  if (state === 'linked') return String(id)
  await post(reviewer, `/api/activities/${(linked.activity as { id: string }).id}/transitions`, { move: 'publish' })
  world.at(later(3))
  ok(await move(lead, id, 'serve', { photos: [await photo(lead)] }))
  await wake()
  return String(id)
}

beforeAll(async () => {
  admin = await world.person('管理员', [['admin']])
  dispatcher = await world.person('派遣员', [['dispatcher']])
  reviewer = await world.person('审核员', [['reviewer']])
  lead = await volunteer('陆队长')
  lin = await world.person('林晓岚')
  branch = await team('护河分队', 'branch')
  centre = await team('县文明实践中心', 'centre')
  await makeLead(lead, branch)
})

describe('from 点单 to 评单', () => {
  test('goes the whole way, tells everybody once, and is rated once by the requester alone', async () => {
    const id = await orderAt('served')
    expect(await move(lead, id, 'rate', { stars: 5 })).toMatchObject({ status: 403 })
    expect(await move(admin, id, 'rate', { stars: 5 })).toMatchObject({ status: 403 })
    expect(await move(lin, id, 'rate')).toMatchObject({ status: 422, field: 'stars' })
    expect(ok(await move(lin, id, 'rate', { stars: 5, note: '修得好' }))).toMatchObject({
      state: 'closed',
      rating: { stars: 5, words: '修得好' },
    })
    expect(await move(lin, id, 'rate', { stars: 1 })).toMatchObject({ status: 409 })
    expect((await view(lin, id)).photos).toHaveLength(1)
    await tick(world.deps)
    await tick(world.deps)
    const titles = (await notices(lin)).map(({ title }) => title)
    for (const title of ['点单已受理', '已接单', '已安排活动', '服务完成，请评价'])
      expect(titles.filter((one) => one === title)).toHaveLength(1)
    expect((await notices(lead)).map(({ title }) => title)).toContain('派单')
    expect((await notices(dispatcher)).map(({ title }) => title)).toContain('新的点单')
  })

  test('a small activity arrives whole with the link and waits for its review', async () => {
    const id = await orderAt('linked')
    const { activity } = (await view(lead, id)) as unknown as { activity: { id: string; isPublished: boolean } }
    expect(activity.isPublished).toBe(false)
    expect(
      await rows(sql`select count(*)::int as n, min(p.capacity)::int as seats, min(a.state) as state from activities a
        join shifts s on s.activity_id = a.id join posts p on p.shift_id = s.id where a.id = ${activity.id}`),
    ).toEqual([{ n: 1, seats: 2, state: 'in_review' }])
    expect(await move(lead, id, 'serve', { photos: [await photo(lead)] })).toMatchObject({ status: 409 })
  })

  test('the lead ties it to a coming activity of the same team, and to no other', async () => {
    const id = await orderAt('taken')
    const [from, to] = [later(2), later(4)]
    const shifts = [{ from, to, leader: lead }]
    const own = await world.anActivity({ teamId: branch, title: '护河清洁日', shifts })
    await world.anActivity({ teamId: branch, state: 'draft', title: '还没发布', shifts })
    await world.anActivity({
      teamId: branch,
      title: '已经结束',
      shifts: [{ from: later(-4), to: later(-2), leader: lead }],
    })
    const others = await world.anActivity({ title: '别队的', shifts })
    const offered = (as: Person) => ask(as, 'GET', `/api/service-orders/${id}/activities`)
    const { items } = ok(await offered(lead)) as unknown as { items: { title: string }[] }
    expect(items.at(-1)).toEqual({
      id: own.id,
      title: '护河清洁日',
      startsAt: from.toISOString(),
      endsAt: to.toISOString(),
    })
    expect(items.filter(({ title }) => ['还没发布', '已经结束', '别队的'].includes(title))).toEqual([])
    expect(await offered(lin)).toMatchObject({ status: 403 })
    expect(await offered(await world.person('路人'))).toMatchObject({ status: 404 })
    expect(await move(lead, id, 'link', { activityId: others.id })).toMatchObject({ status: 422, field: 'activityId' })
    const linked = ok(await move(lead, id, 'link', { activityId: own.id }))
    expect(linked).toMatchObject({ state: 'linked', activity: { id: own.id, isPublished: true } })
    expect(await offered(lead)).toMatchObject({ status: 403 })
    world.at(later(3))
    ok(await move(lead, id, 'serve', { photos: [await photo(lead)] }))
  })

  test('a poor rating is rung back and opened again; a third round ends with the call', async () => {
    const id = await orderAt('served')
    expect(ok(await move(lin, id, 'rate', { stars: 2, note: '没修好' }))).toMatchObject({ state: 'call_back' })
    expect(await move(dispatcher, id, 'settle')).toMatchObject({ status: 422, field: 'note' })
    expect(ok(await move(dispatcher, id, 'reopen', { note: '已电话道歉，再派' }))).toMatchObject({
      ...{ state: 'accepted', cycle: 2, teamId: null, activity: null },
    })
  })

  test('who says nothing for seven days ends it without a word of praise', async () => {
    await wake()
    const before = (await ask(dispatcher, 'GET', '/api/service-order-figures')).all as { rated: number; served: number }
    const id = await orderAt('served')
    world.at(later(7 * 24 + 1))
    await wake()
    expect(await view(lin, id)).toMatchObject({ state: 'served', phase: 'unrated' })
    expect(await move(lin, id, 'rate', { stars: 5 })).toMatchObject({ status: 409 })
    await tick(world.deps)
    await tick(world.deps)
    expect(await view(lin, id)).toMatchObject({ state: 'closed', rating: null })
    const { all } = (await ask(dispatcher, 'GET', '/api/service-order-figures')) as unknown as {
      all: { rated: number; served: number; goodShare: number; responseShare: number }
    }
    expect(all.rated).toBe(before.rated)
    expect(all.served).toBe(before.served + 1)
    expect(all.goodShare).toBeLessThanOrEqual(all.responseShare)
  })

  test('a silent team times out by the clock, three re-dispatches, then only the centre, which cannot hand it back', async () => {
    const id = await orderAt('dispatched')
    expect(await move(dispatcher, id, 'dispatch', { teamId: branch })).toMatchObject({ status: 409 })
    for (let i = 0; i < 3; i++) {
      world.at(later(25))
      await wake()
      expect(await view(dispatcher, id)).toMatchObject({ phase: 'timed_out', redispatchesLeft: 3 - i })
      ok(await move(dispatcher, id, 'dispatch', { teamId: branch }))
    }
    await tick(world.deps)
    world.at(later(25))
    await wake()
    await tick(world.deps)
    expect((await notices(dispatcher)).map(({ title }) => title)).toContain('点单超时')
    expect(await move(dispatcher, id, 'dispatch', { teamId: branch })).toMatchObject({ status: 422, field: 'teamId' })
    ok(await move(dispatcher, id, 'dispatch', { teamId: centre }))
    expect(await move(admin, id, 'refuse', { note: '没有人手' })).toMatchObject({ status: 409 })
    ok(await move(admin, id, 'take', { agreedAt: later(5).toISOString() }))
  })

  test('where the activity is called off another is arranged, also by the centre, which cannot hand it back', async () => {
    const id = await orderAt('accepted')
    ok(await move(dispatcher, id, 'dispatch', { teamId: centre }))
    ok(await move(admin, id, 'take', { agreedAt: later(3).toISOString() }))
    const { activity } = ok(await move(admin, id, 'link', { small: small() })) as unknown as {
      activity: { id: string }
    }
    expect(await move(admin, id, 'link', { small: small() })).toMatchObject({ status: 409, zh: '活动已经安排好' })
    ok(await post(admin, `/api/activities/${activity.id}/transitions`, { move: 'cancel', note: '暴雨' }))
    expect(await view(admin, id)).toMatchObject({ moves: ['link'], activity: { isCancelled: true } })
    const again = ok(await move(admin, id, 'link', { small: small() }))
    expect(again).toMatchObject({ state: 'linked', activity: { isCancelled: false } })
  })

  test('who hands an order back is told that it went, also on a resend; once it goes on they see it no more', async () => {
    const id = await orderAt('dispatched')
    const under = key()
    for (let i = 0; i < 2; i++)
      expect(await move(lead, id, 'refuse', { note: '没有人手', key: under })).toMatchObject({
        ...{ status: 200, state: 'refused', teamId: null, moves: [] },
      })
    ok(await move(dispatcher, id, 'dispatch', { teamId: centre }))
    expect(await view(lead, id)).toMatchObject({ status: 404 })
  })

  test('nobody serves an order of his own, a stranger sees nothing, and the contact is read with a reason on record', async () => {
    await wake()
    const stranger = await world.person('路人')
    const { id } = ok(await submit(lead))
    ok(await move(dispatcher, id, 'accept'))
    ok(await move(dispatcher, id, 'dispatch', { teamId: branch }))
    expect(await move(lead, id, 'take', { agreedAt: later(3).toISOString() })).toMatchObject({ status: 403 })
    expect(await view(stranger, id)).toMatchObject({ status: 404 })
    const other = await orderAt('dispatched')
    const read = (as: Person) => post(as, `/api/service-orders/${other}/contact-reads`, { reason: '约时间' })
    expect(await read(lead)).toMatchObject({ status: 403 })
    ok(await move(lead, other, 'take', { agreedAt: later(3).toISOString() }))
    expect(ok(await read(lead))).toMatchObject({ phone: '13800000000' })
    expect(await rows(sql`select 1 from service_order_contact_reads where order_id = ${other}`)).toHaveLength(1)
    expect(JSON.stringify(await rows(sql`select * from service_order_contacts`))).not.toContain('13800000000')
  })

  test('one order goes into another and its requester hears of it; the journal cannot be rewritten', async () => {
    const [first, second] = [await orderAt('accepted'), await orderAt('accepted')]
    expect(await move(dispatcher, second, 'merge', { masterId: second })).toMatchObject({ status: 422 })
    expect(ok(await move(dispatcher, second, 'merge', { masterId: first }))).toMatchObject({ state: 'merged' })
    await expect(rows(sql`delete from service_order_events`)).rejects.toThrow()
    await expect(rows(sql`update service_order_ratings set stars = 5`)).rejects.toThrow()
  })
})
