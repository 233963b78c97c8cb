import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { creditedMinutes } from '../../shared/volunteering/minutes'
import { openLedger } from './ledger-world'
import { at } from './world'

/** What broke elsewhere and has no test of its own in the file of its feature; .github/docs/volunteering-proofs.md names them all. */
const world = await openLedger()
const { ask, key, leader, volunteer, anActivity, signUp, signUpId, show, code, lead, rows, served } = world
const span = (from: Date, to: Date, posts: Record<string, number> = { 甲组: 5 }) => ({ from, to, leader, posts })
const refuses = (query: ReturnType<typeof sql>) => expect(rows(query)).rejects.toThrow()

test('2 of two bookings the wrong one is undone and the right one stays', async () => {
  world.at(at('08:00'))
  const ma = await volunteer('马莉')
  const { shifts } = await anActivity({
    shifts: [span(at('14:00'), at('15:00')), span(at('15:00'), at('16:00'))],
  })
  const [wrong = '', right = ''] = shifts.map(({ id }) => id)
  for (const id of [wrong, right]) expect(await signUp(ma, id)).toMatchObject({ status: 200 })
  const path = `/api/sign-ups/${await signUpId(ma, wrong)}/withdrawals`
  expect(await ask(ma, 'POST', path, { key: key() })).toMatchObject({ status: 200 })
  const live = sql`select shift_id from sign_ups where person_id = ${ma.id} and state = 'approved'`
  expect(await rows(live)).toEqual([{ shift_id: right }])
})

test('4 what hours stand on cannot be deleted, past or not', async () => {
  const sun = await volunteer('孙伟')
  const { shiftId, activityId, ids } = await served('2026-07-01', [sun])
  for (const query of [
    sql`delete from service_records where sign_up_id = ${ids[0]}`,
    sql`delete from sign_ups where id = ${ids[0]}`,
    sql`delete from posts where shift_id = ${shiftId}`,
    sql`delete from shifts where id = ${shiftId}`,
    sql`delete from activities where id = ${activityId}`,
    sql`delete from teams where id = ${world.teamId}`,
  ])
    await refuses(query)
  expect(await world.total(sun.id)).toBe(120)
})

test('6 a full post or a counter that would go wrong holds up nobody else', async () => {
  world.at(at('08:00', '2026-07-02'))
  const { shifts } = await anActivity({
    shifts: [span(at('14:00', '2026-07-02'), at('16:00', '2026-07-02'), { 满组: 1, 空组: 1 })],
  })
  const [
    {
      id: shiftId,
      posts: [full = '', free = ''],
    } = { id: '', posts: [] },
  ] = shifts
  expect(await signUp(await volunteer('甲'), shiftId, { postId: full })).toMatchObject({ status: 200 })
  for (const taken of [-1, 2]) await refuses(sql`update posts set taken = ${taken} where id = ${full}`)
  expect(await signUp(await volunteer('乙'), shiftId, { postId: full })).toMatchObject({ refused: 'full' })
  expect(await signUp(await volunteer('丙'), shiftId)).toMatchObject({ status: 200 })
  expect(await rows(sql`select taken from posts where id = ${free}`)).toEqual([{ taken: 1 }])
})

test('11 a shift over midnight, over the year and over the clock change of the host counts what it lasted', async () => {
  world.at(at('20:00', '2026-12-31'))
  await world.wake(leader)
  const ma = await volunteer('马莉')
  const [from, to] = [at('22:00', '2026-12-31'), at('00:30', '2027-01-01')]
  const { shifts } = await anActivity({ shifts: [span(from, to)] })
  const shiftId = shifts[0]?.id ?? ''
  expect(await signUp(ma, shiftId)).toMatchObject({ status: 200 })
  const id = await signUpId(ma, shiftId)
  world.at(from)
  await show(ma, id, 'in', (await code(leader, shiftId, 'in')).text)
  world.at(to)
  await show(ma, id, 'out', (await code(leader, shiftId, 'out')).text)
  await lead(leader, shiftId, 'confirmations')
  expect(await ask(ma, 'GET', '/api/my-hours')).toMatchObject({
    ...{ totalMinutes: 150, yearMinutes: 0 },
    months: expect.arrayContaining([expect.objectContaining({ month: '2026-12', minutes: 150 })]),
  })
  // New York puts its clocks forward at 07:00 UTC on that day: 01:59 there is followed by 03:00.
  const [inAt, outAt] = [new Date('2026-03-08T06:00:00Z'), new Date('2026-03-08T08:00:00Z')]
  const shift = { startsAt: inAt, endsAt: outAt, graceMinutes: 15, capMinutes: 120 }
  const host = process.env.TZ
  const hours = new Map<string, number>()
  for (const zone of ['UTC', 'Asia/Shanghai', 'America/New_York']) {
    process.env.TZ = zone
    hours.set(zone, outAt.getHours() - inAt.getHours())
    expect(creditedMinutes({ inAt, outAt, breaks: [] }, shift), zone).toBe(120)
  }
  if (host === undefined) delete process.env.TZ
  else process.env.TZ = host
  expect(hours.get('America/New_York')).toBe(3)
})

test('16 a cancelled activity is announced to each whom it concerns, once, and reminds nobody afterwards', async () => {
  world.at(at('08:00', '2026-07-10'))
  const [coming, left] = [await volunteer('来的'), await volunteer('不来')]
  const day = '2026-07-12'
  const { id, shifts } = await anActivity({ shifts: [span(at('09:00', day), at('11:00', day))] })
  for (const one of [coming, left]) await signUp(one, shifts[0]?.id ?? '')
  await ask(left, 'POST', `/api/sign-ups/${await signUpId(left, shifts[0]?.id ?? '')}/withdrawals`, { key: key() })
  await world.wake()
  await ask(world.admin, 'POST', `/api/activities/${id}/transitions`, { key: key(), move: 'cancel', note: '暴雨' })
  await tick(world.deps)
  world.at(at('10:00', '2026-07-11'))
  for (let i = 0; i < 2; i++) await tick(world.deps)
  const told = (of: { id: string }) =>
    rows<{ title: string }>(sql`select title from notices where person_id = ${of.id} order by at, title`)
  expect((await told(coming)).map(({ title }) => title)).toEqual(['活动已取消'])
  expect((await told(left)).map(({ title }) => title)).not.toContain('活动快开始了')
  expect((await told(left)).map(({ title }) => title)).not.toContain('活动已取消')
})
