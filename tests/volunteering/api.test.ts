import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, key, leader, volunteer, anActivity, signUp, signUpId, code, show, lead, board, rows } = world

const shift = (from: string, to: string, more: object = {}) => ({ from: at(from), to: at(to), leader, ...more })
const refused = (refused: string) => ({ refused })

test('流程 e、f: a citizen registers, signs up, checks in and out by the turning code, and reads the hours the leader confirmed', async () => {
  world.at(at('08:00'))
  const { id, shifts } = await anActivity({ shifts: [shift('08:30', '11:30', { posts: { 清捡组: 5, 劝导组: 3 } })] })
  const [first] = shifts
  const chen = await world.person('陈丽')
  const before = await ask(chen, 'GET', `/api/activities/${id}`)
  expect(before).toMatchObject({ status: 200, phase: 'open', isInsured: true, isVolunteer: false, people: [] })
  expect(before.shifts).toMatchObject([{ signUp: { may: false, zh: '请先登记为志愿者，登记后就能报名' }, mine: null }])

  const body = { key: key(), displayName: '陈丽', ageBand: 'adult' }
  const card = await ask(chen, 'POST', '/api/volunteers', body)
  expect(card).toMatchObject({ status: 200, number: expect.stringMatching(/^\d{10}$/), displayName: '陈丽' })
  expect(await ask(chen, 'POST', '/api/volunteers', body)).toEqual(card)
  expect(await ask(chen, 'GET', '/api/me')).toMatchObject({ roles: [{ role: 'volunteer' }] })

  const joined = await signUp(chen, first?.id ?? '', { postId: first?.posts[1] })
  expect(joined).toMatchObject({ status: 200, people: ['陈＊'], seats: { taken: 1, capacity: 8 } })
  expect(joined.shifts).toMatchObject([
    { mine: { state: 'approved', postName: '劝导组', withdraw: { may: true }, isLate: false }, signUp: { may: false } },
  ])
  expect(JSON.stringify(joined)).not.toContain(chen.id)

  world.at(at('08:29'))
  const mine = await ask(chen, 'GET', '/api/my-shift')
  expect(mine).toMatchObject({ shift: { state: 'absent', checkIn: { may: true }, checkOut: { may: false } } })
  const signUpOfChen = await signUpId(chen, first?.id ?? '')
  const position = { lng: 107.7663, lat: 32.9831, accuracyM: 20 }
  const scanned = await code(leader, first?.id ?? '', 'in')
  expect(await show(chen, signUpOfChen, 'in', scanned.text, { position })).toMatchObject({
    status: 200,
    shift: { state: 'in', checkedInAt: at('08:29').toISOString(), verdict: 'inside', checkOut: { may: true } },
  })
  world.at(at('10:00'))
  expect(await board(leader, first?.id ?? '')).toMatchObject({
    came: 1,
    inside: 1,
    roster: [{ name: '陈丽', flags: [] }],
  })
  world.at(at('11:31'))
  const typed = await code(leader, first?.id ?? '', 'out')
  expect(await show(chen, signUpOfChen, 'out', typed.digits)).toMatchObject({
    shift: { state: 'out', creditedMinutes: 180 },
  })
  expect(await ask(chen, 'GET', '/api/my-hours')).toMatchObject({
    totalMinutes: 0,
    records: { items: [{ state: 'pending', minutes: 180, evidence: 'medium', flags: ['place_unknown'] }] },
  })

  expect(await lead(leader, first?.id ?? '', 'confirmations')).toMatchObject({ status: 200, recorded: 1, noteZh: '' })
  const hours = await ask(chen, 'GET', '/api/my-hours')
  expect(hours).toMatchObject({ totalMinutes: 180, yearMinutes: 180, stars: 0, volunteer: { displayName: '陈丽' } })
  expect(hours.months).toHaveLength(6)
  expect(hours.months).toContainEqual({ month: '2026-06', minutes: 180, services: 1 })
  expect(hours.nextStar).toEqual({ stars: 1, hours: 100, minutesLeft: 5820 })
  expect(hours.records).toMatchObject({ items: [{ state: 'confirmed', minutes: 180 }] })
  expect(await rows(sql`select lng from attendance_events limit 1`).catch(() => 'no such column')).toBe(
    'no such column',
  )
})

test('满员 says the closest way in, and a withdrawal frees the seat', async () => {
  world.at(at('08:00'))
  const { shifts } = await anActivity({
    shifts: [shift('09:00', '10:00', { posts: { 拍摄组: 1 } }), shift('14:00', '15:00', { posts: { 拍摄组: 3 } })],
  })
  const [early] = shifts
  const ma = await volunteer('马莉')
  const sun = await volunteer('孙伟')
  expect(await signUp(ma, early?.id ?? '', { postId: early?.posts[0] })).toMatchObject({
    status: 200,
    shiftCount: 2,
    capMinutes: 60,
  })
  expect(await signUp(sun, early?.id ?? '', { postId: early?.posts[0] })).toEqual({
    status: 409,
    refused: 'full',
    zh: '满员，14:00 班还有 3 个名额',
  })
  const path = `/api/sign-ups/${await signUpId(ma, early?.id ?? '')}/withdrawals`
  const body = { key: key() }
  const gone = await ask(ma, 'POST', path, body)
  expect(gone).toMatchObject({ status: 200, seats: { taken: 0 } })
  expect(await ask(ma, 'POST', path, body)).toEqual(gone)
  expect(await ask(sun, 'POST', path, { key: key() })).toMatchObject({ status: 404 })
  expect(await signUp(sun, early?.id ?? '')).toMatchObject({ status: 200, seats: { taken: 1 } })
})

test('after the deadline a withdrawal needs a reason; before the start its seat still goes to somebody else', async () => {
  world.at(at('08:00'))
  const { shifts } = await anActivity({ signUpEndsAt: at('09:00'), shifts: [shift('12:00', '12:30')] })
  const ma = await volunteer('马莉')
  await signUp(ma, shifts[0]?.id ?? '')
  world.at(at('10:00'))
  const path = `/api/sign-ups/${await signUpId(ma, shifts[0]?.id ?? '')}/withdrawals`
  expect(await ask(ma, 'POST', path, { key: key() })).toMatchObject({ status: 422, refused: 'missing', field: 'note' })
  const gone = await ask(ma, 'POST', path, { key: key(), note: '家里有急事' })
  expect(gone).toMatchObject({ status: 200, seats: { taken: 0 }, shifts: [{ mine: { state: 'late_withdrawn' } }] })
  const told = await board(leader, shifts[0]?.id ?? '')
  expect(told).toMatchObject({ roster: [{ signUpState: 'late_withdrawn', note: '家里有急事' }] })
})

test('pressing twice signs up once; the same key with another wish is refused', async () => {
  world.at(at('08:00'))
  const { shifts } = await anActivity({ shifts: [shift('15:00', '16:00', { posts: { 甲组: 5, 乙组: 5 } })] })
  const [one] = shifts
  const ma = await volunteer('马莉')
  const body = { key: key(), postId: one?.posts[0] }
  const both = await Promise.all([signUp(ma, one?.id ?? '', body), signUp(ma, one?.id ?? '', body)])
  expect(both).toMatchObject([
    { status: 200, seats: { taken: 1 } },
    { status: 200, seats: { taken: 1 } },
  ])
  expect(await signUp(ma, one?.id ?? '', { ...body, postId: one?.posts[1] })).toMatchObject(refused('key_reused'))
  const twice = await Promise.all([signUp(ma, one?.id ?? ''), signUp(ma, one?.id ?? '')])
  expect(twice).toMatchObject([{ zh: '您已报名这一场' }, { zh: '您已报名这一场' }])
  expect(await rows(sql`select sum(taken)::int as taken from posts where shift_id = ${one?.id}`)).toEqual([
    { taken: 1 },
  ])
})

test('two shifts at the same time are refused by name; two that touch are fine', async () => {
  world.at(at('08:00'))
  const river = await anActivity({ title: '护河', shifts: [shift('09:00', '11:00')] })
  const road = await anActivity({ title: '劝导', shifts: [shift('10:59', '12:00'), shift('11:00', '12:00')] })
  const ma = await volunteer('马莉')
  await signUp(ma, river.shifts[0]?.id ?? '')
  expect(await signUp(ma, road.shifts[0]?.id ?? '')).toMatchObject({
    status: 409,
    refused: 'overlap',
    zh: '与您已报名的“护河”（6月27日 周六 09:00–11:00）时间重叠',
  })
  expect(await rows(sql`select taken from posts where shift_id = ${road.shifts[0]?.id}`)).toEqual([{ taken: 0 }])
  expect(await signUp(ma, road.shifts[1]?.id ?? '')).toMatchObject({ status: 200 })
})

test('both of two overlapping shifts pressed at the same moment: one is taken, one refused', async () => {
  world.at(at('08:00'))
  const a = await anActivity({ shifts: [shift('09:00', '11:00')] })
  const b = await anActivity({ shifts: [shift('10:00', '12:00')] })
  const ma = await volunteer('马莉')
  const both = await Promise.all([signUp(ma, a.shifts[0]?.id ?? ''), signUp(ma, b.shifts[0]?.id ?? '')])
  expect(both.map((answer) => answer.refused ?? answer.status).sort()).toEqual([200, 'overlap'])
})

test('a minor without a guardian’s consent and one under the age of the activity are told so', async () => {
  world.at(at('08:00'))
  const { shifts } = await anActivity({ minAge: 16, shifts: [shift('09:00', '10:00')] })
  const young = await signUp(await volunteer('小雨', '14_15'), shifts[0]?.id ?? '')
  expect(young).toMatchObject({ refused: 'forbidden', zh: '这个活动须年满 16 周岁' })
  const minor = await signUp(await volunteer('小米', '16_17'), shifts[0]?.id ?? '')
  expect(minor).toMatchObject({ refused: 'forbidden', zh: expect.stringContaining('监护人') })
})

test('the list shows what is coming, by week, by seats, by distance, a page at a time', async () => {
  world.at('2026-07-05T00:00:00+08:00')
  const day = (d: string) => ({ from: at('09:00', d), to: at('10:00', d), leader, posts: { 甲组: 1 } })
  const far = await anActivity({ title: '远处', lng: 107.9, shifts: [day('2026-07-05')] })
  const near = await anActivity({ title: '近处', shifts: [day('2026-07-05')] })
  const next = await anActivity({ title: '下周', shifts: [day('2026-07-06')] })
  await anActivity({ title: '草稿', state: 'draft', publishedAt: null, shifts: [day('2026-07-05')] })
  await signUp(await volunteer('马莉'), far.shifts[0]?.id ?? '')
  const list = async (query: string) => {
    const answer = await ask(null, 'GET', `/api/activities?${query}`)
    return (answer.items as { id: string; distanceM: number | null }[]).map(({ id }) => id)
  }
  expect((await list('')).sort()).toEqual([far.id, near.id, next.id].sort())
  expect((await list('when=week')).sort()).toEqual([far.id, near.id].sort())
  expect(await list('seats=open&when=week')).toEqual([near.id])
  expect(await list('lng=107.766&lat=32.983&withinM=500&when=week')).toEqual([near.id])
  expect(await ask(null, 'GET', '/api/activities?lng=107.7')).toMatchObject({ status: 400 })
  expect(await ask(null, 'GET', '/api/activities?cursor=x')).toMatchObject({ status: 400 })
  const seen = []
  for (let cursor = ''; cursor !== 'null'; ) {
    const page = await ask(null, 'GET', `/api/activities?size=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    seen.push(...(page.items as { id: string }[]).map(({ id }) => id))
    cursor = String(page.next)
  }
  expect(seen.sort()).toEqual([far.id, near.id, next.id].sort())
  world.at(at('08:00'))
})
