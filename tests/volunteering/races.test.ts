import { type SQL, sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { crowd } from '../kit/contention'
import { freshPostgres } from '../kit/databases'
import type { Answer, Person } from '../kit/house'
import { at, openWorld } from './world'

/** The embedded database takes turns; a real one, where the machine has it, does not. */
const real = await freshPostgres()
afterAll(() => real?.close())
const world = await openWorld(real ? { db: real.db } : {})
const { ask, key, leader, volunteer, person, anActivity, signUp, signUpId, show, code, lead, rows } = world

const span = (from: string, to: string, posts: Record<string, number>) => ({
  from: at(from),
  to: at(to),
  leader,
  posts,
})
const count = async (query: SQL) => (await rows<{ n: number }>(query))[0]?.n
const clean = (answers: readonly Answer[]) => {
  for (const answer of answers) expect([200, 409], JSON.stringify(answer)).toContain(answer.status)
}

test('200 people press 报名 at once for 10 seats in two posts: exactly 10 get one, everyone else hears 满员', async () => {
  const { shifts } = await anActivity({ shifts: [span('13:00', '14:00', { 甲组: 4, 乙组: 6 })] })
  const shiftId = shifts[0]?.id ?? ''
  const people: Person[] = []
  for (let i = 0; i < 200; i++) people.push(await volunteer(`志愿者${i}`))
  const answers = await crowd('sign-ups', rows, () => Promise.all(people.map((one) => signUp(one, shiftId))))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(10)
  expect(answers.filter(({ refused }) => refused === 'full')).toHaveLength(190)
  expect(await count(sql`select sum(taken)::int as n from posts where shift_id = ${shiftId}`)).toBe(10)
  expect(await count(sql`select count(*)::int as n from sign_ups where shift_id = ${shiftId}`)).toBe(10)
}, 60_000)

test('one person pressing everything at once holds one sign-up and one seat at most', async () => {
  for (let round = 0; round < 8; round++) {
    const a = (await anActivity({ shifts: [span('09:00', '11:00', { 甲组: 3 })] })).shifts[0]?.id ?? ''
    const b = (await anActivity({ shifts: [span('10:00', '12:00', { 甲组: 3 })] })).shifts[0]?.id ?? ''
    const ma = await volunteer('马莉')
    const seats = sql`select sum(taken)::int as n from posts where shift_id in (${a}, ${b})`
    const live = sql`select count(*)::int as n from sign_ups where person_id = ${ma.id} and state = 'approved'`
    const twice = { key: key() }
    clean(await Promise.all([signUp(ma, a), signUp(ma, b), signUp(ma, a), signUp(ma, a, twice), signUp(ma, a, twice)]))
    expect(await count(live)).toBe(1)
    expect(await count(seats)).toBe(1)
    const mine = (await signUpId(ma, a)) || (await signUpId(ma, b))
    const leave = () => ask(ma, 'POST', `/api/sign-ups/${mine}/withdrawals`, { key: key() })
    clean(await Promise.all([leave(), signUp(ma, a), leave(), signUp(ma, b)]))
    expect(await count(seats)).toBe(await count(live))
    expect(await count(live)).toBeLessThanOrEqual(1)
  }
}, 60_000)

test('check-ins, check-outs and six confirmations at once grant everyone’s minutes exactly once', async () => {
  world.at(at('08:00'))
  const shiftId = (await anActivity({ shifts: [span('15:00', '16:00', { 甲组: 30 })] })).shifts[0]?.id ?? ''
  const people: { one: Person; id: string; nonce: { key: string } }[] = []
  for (let i = 0; i < 8; i++) {
    const one = await volunteer(`志愿者${i}`)
    await signUp(one, shiftId)
    people.push({ one, id: await signUpId(one, shiftId), nonce: { key: key() } })
  }
  world.at(at('15:00'))
  const { text } = await code(leader, shiftId, 'in')
  const press = ({ one, id, nonce }: (typeof people)[number]) => show(one, id, 'in', text, nonce)
  clean(await Promise.all(people.flatMap((each) => [press(each), press(each), show(each.one, each.id, 'in', text)])))
  world.at(at('15:50'))
  const out = await code(leader, shiftId, 'out')
  const confirm = () => lead(leader, shiftId, 'confirmations')
  clean(await Promise.all([...people.map(({ one, id }) => show(one, id, 'out', out.text)), confirm(), confirm()]))
  clean(await Promise.all([confirm(), confirm(), confirm(), confirm()]))
  const granted = await rows(sql`select count(*)::int as grants, sum(l.minutes)::int as minutes from hours_ledger l
    join service_records r on r.id = l.record_id join sign_ups s on s.id = r.sign_up_id where s.shift_id = ${shiftId}`)
  expect(granted).toEqual([{ grants: 8, minutes: 400 }])
}, 60_000)

test('an activity cancelled amid sign-ups keeps nobody and no seat', async () => {
  world.at(at('08:00'))
  const admin = await person('值班', [['admin']])
  for (let round = 0; round < 4; round++) {
    const { id, shifts } = await anActivity({ shifts: [span('17:00', '18:00', { 甲组: 30 })] })
    const shiftId = shifts[0]?.id ?? ''
    const crowd = await Promise.all(Array.from({ length: 8 }, (_, i) => volunteer(`志愿者${i}`)))
    const cancel = ask(admin, 'POST', `/api/activities/${id}/transitions`, { key: key(), move: 'cancel', note: '暴雨' })
    clean(await Promise.all([...crowd.map((one) => signUp(one, shiftId)), cancel]))
    const live = sql`select count(*)::int as n from sign_ups where shift_id = ${shiftId} and state = 'approved'`
    expect(await count(live)).toBe(0)
    expect(await count(sql`select sum(taken)::int as n from posts where shift_id = ${shiftId}`)).toBe(0)
  }
}, 60_000)
