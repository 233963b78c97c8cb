import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { freshPostgres } from '../kit/databases'
import type { Answer, Person } from '../kit/house'
import { at, openWorld } from './world'

const real = await freshPostgres()
afterAll(() => real?.close())
const world = await openWorld(real ? { db: real.db } : {})
const { ask, key, leader, volunteer, anActivity, signUp, signUpId, rows } = world
const DAY = '2026-06-28'

const clean = (answers: readonly Answer[]) => {
  for (const answer of answers) expect([200, 409], JSON.stringify(answer)).toContain(answer.status)
}
/** As a phone does: no connection in time (503) is tried again under the same key, a seat that just moved (409) under a new one. */
async function patiently(send: (key: string) => Promise<Answer>, again: readonly string[] = []): Promise<Answer> {
  let under = key()
  for (;;) {
    const answer = await send(under)
    if (answer.status !== 503 && !again.includes(String(answer.refused))) return answer
    if (answer.status !== 503) under = key()
  }
}
const counts = async (shiftId: string) => {
  const [row] = await rows<
    Record<'approved' | 'offered' | 'waitlisted' | 'withdrawn' | 'offers' | 'taken', number>
  >(sql`
    select count(*) filter (where state = 'approved')::int as approved, count(*) filter (where state = 'offered')::int as offered,
      count(*) filter (where state = 'waitlisted')::int as waitlisted, count(*) filter (where state = 'withdrawn')::int as withdrawn,
      (select count(*)::int from sign_up_events e join sign_ups s on s.id = e.sign_up_id
        where s.shift_id = ${shiftId} and e.move = 'offer') as offers,
      (select sum(taken)::int from posts where shift_id = ${shiftId}) as taken
    from sign_ups where shift_id = ${shiftId}`)
  return row ?? expect.fail('no counts')
}

test('200 sign-ups for 20 seats while 50 leave: never past the capacity, one offer at most for each freed seat', async () => {
  world.at(at('08:00'))
  const { shifts } = await anActivity({
    shifts: [{ from: at('14:00', DAY), to: at('16:00', DAY), leader, posts: { 甲组: 8, 乙组: 12 } }],
  })
  const shiftId = shifts[0]?.id ?? ''
  const first: Person[] = []
  for (let i = 0; i < 50; i++) first.push(await volunteer(`先${i}`))
  for (const one of first) await signUp(one, shiftId, { queue: true })
  expect(await counts(shiftId)).toMatchObject({ approved: 20, waitlisted: 30, offered: 0, taken: 20 })
  const crowd: Person[] = []
  for (let i = 0; i < 200; i++) crowd.push(await volunteer(`后${i}`))
  const ids = await Promise.all(first.map((one) => signUpId(one, shiftId)))
  world.at(at('08:05'))
  const leave = (one: Person, i: number) =>
    patiently((key) => ask(one, 'POST', `/api/sign-ups/${ids[i]}/withdrawals`, { key }), ['conflict'])
  const join = (one: Person, queue: boolean) => patiently((key) => signUp(one, shiftId, { queue, key }))
  clean(
    await Promise.all(
      crowd.flatMap((one, i) => {
        const leaving = first[i]
        return [join(one, i % 2 === 0), ...(leaving ? [leave(leaving, i)] : [])]
      }),
    ),
  )
  // Whoever asked to wait waits or was offered a seat: nobody got lost between the two.
  const after = await counts(shiftId)
  expect(after.withdrawn).toBe(50)
  expect(after.taken).toBe(20)
  expect(after.approved + after.offered).toBe(20)
  expect(after.approved + after.offered + after.waitlisted).toBeGreaterThanOrEqual(100)
  // Every offer stands for a seat somebody let go of: those who left had one, or had been offered one.
  const [freed] = await rows<{ n: number }>(sql`select count(*)::int as n from sign_ups u where u.shift_id = ${shiftId}
    and u.state = 'withdrawn' and (u.queued_at is null or exists (select 1 from sign_up_events e
      where e.sign_up_id = u.id and e.move = 'offer'))`)
  expect(freed?.n).toBeGreaterThanOrEqual(20)
  expect(after.offers).toBeLessThanOrEqual(freed?.n ?? 0)
  expect(after.offers).toBeGreaterThanOrEqual(after.offered)
}, 120_000)

test('six leave at once: the six who waited longest are offered one seat each', async () => {
  world.at(at('08:00'))
  const { shifts } = await anActivity({
    shifts: [{ from: at('17:00', DAY), to: at('18:00', DAY), leader, posts: { 甲组: 6 } }],
  })
  const shiftId = shifts[0]?.id ?? ''
  const people: Person[] = []
  for (let i = 0; i < 20; i++) {
    world.at(new Date(at('08:00').getTime() + i * 1000))
    const one = await volunteer(`人${i}`)
    await signUp(one, shiftId, { queue: true })
    people.push(one)
  }
  const ids = await Promise.all(people.map((one) => signUpId(one, shiftId)))
  const leave = (i: number) =>
    patiently((key) => ask(people[i] as Person, 'POST', `/api/sign-ups/${ids[i]}/withdrawals`, { key }), ['conflict'])
  clean(await Promise.all([0, 1, 2, 3, 4, 5].map(leave)))
  expect(await counts(shiftId)).toMatchObject({ approved: 0, offered: 6, waitlisted: 8, taken: 6, offers: 6 })
  const offered = await rows<{ name: string }>(sql`select v.display_name as name from sign_ups u
    join volunteers v on v.person_id = u.person_id where u.shift_id = ${shiftId} and u.state = 'offered' order by u.queued_at`)
  expect(offered.map(({ name }) => name)).toEqual(['人6', '人7', '人8', '人9', '人10', '人11'])
}, 60_000)
