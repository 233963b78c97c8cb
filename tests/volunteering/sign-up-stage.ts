import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { SignUpState } from '../../shared/volunteering/sign-ups'
import type { Person } from '../kit/house'
import { checkInvariants } from './invariants'
import { type Replay, type Step, send, stepsOf, wake } from './model-kit'
import { at, type openWorld } from './world'

/** The model knows only what nobody may take back: minutes once granted. */
export type Granted = { granted: Map<string, number> }
export type SignUpHouse = Awaited<ReturnType<typeof stage>>
export type SignUpStep = Step<Granted, SignUpHouse>

let round = 0
/** Two shifts of one activity that touch and a third elsewhere that overlaps both, by approval; the leader, four adults, a minor. */
export async function stage(world: Awaited<ReturnType<typeof openWorld>>) {
  const day = `2026-07-${String(1 + (round++ % 28)).padStart(2, '0')}`
  world.at(at('07:00', day))
  const span = (from: string, to: string, seats: number, admission: 'auto' | 'approval' = 'auto') => ({
    ...{ from: at(from, day), to: at(to, day), leader: world.leader, posts: { 甲组: seats }, admission },
  })
  const given = { minAge: 8, signUpEndsAt: at('09:50', day) }
  const one = await world.anActivity({ ...given, shifts: [span('09:00', '10:00', 2), span('10:00', '11:00', 1)] })
  const other = await world.anActivity({ ...given, shifts: [span('09:30', '10:30', 2, 'approval')] })
  const people = [world.leader]
  for (let n = 0; n < 4; n++) people.push(await world.volunteer(`志愿者${n}`))
  people.push(await world.volunteer('小雨', '14_15'))
  const admin = await world.person('值班', [['admin']])
  const made = [...one.shifts, ...other.shifts]
  const shifts = made.map(({ id }) => id)
  for (const [n, one] of people.slice(1).entries()) await world.signUp(one, shifts[n % 3] ?? '', { queue: true })
  world.at(at('07:40', day))
  const postOf = new Map(made.map(({ id, posts: [post = ''] }) => [id, post]))
  return { world, people, shifts, postOf, day, activityId: one.id, admin, last: null as Replay }
}

export async function grantedNow({ world, people }: SignUpHouse) {
  const sums = await world.rows<{ id: string; minutes: number }>(
    sql`select person_id as id, sum(minutes)::int as minutes from hours_ledger where person_id in ${people.map(({ id }) => id)} group by 1`,
  )
  return new Map(sums.map(({ id, minutes }) => [id, minutes]))
}

export const step = stepsOf<Granted, SignUpHouse>(async (house, model, name) => {
  await checkInvariants(house.world.rows, house.shifts, house.world.now())
  const now = await grantedNow(house)
  // 15: nothing here corrects an hour: what was granted stays, whatever is cancelled, left, settled or archived afterwards.
  for (const [id, minutes] of model.granted) expect(now.get(id), name).toBeGreaterThanOrEqual(minutes)
  model.granted = now
})

export const pick = (house: SignUpHouse, p: number, s: number) => ({
  person: house.people[p] ?? expect.unreachable(),
  shift: house.shifts[s] ?? expect.unreachable(),
})
/** One who stands so on this shift, which of them `p` says; where nobody does, person `p` with the newest sign-up or none. */
export async function oneIn(house: SignUpHouse, state: SignUpState, p: number, s: number) {
  const { person, shift } = pick(house, p, s)
  const all = await house.world.rows<{ id: string; of: string }>(
    sql`select id, person_id as of from sign_ups where shift_id = ${shift} and state = ${state} order by created_at, id`,
  )
  const one = all[p % Math.max(1, all.length)]
  const who = house.people.find(({ id }) => id === one?.of)
  return one && who ? { person: who, id: one.id } : { person, id: await house.world.signUpId(person, shift) }
}
export const asAdmin = async (house: SignUpHouse, move: 'cancel' | 'settle' | 'archive') => {
  await wake(house, [house.admin])
  await send(house, house.admin, `/api/activities/${house.activityId}/transitions`, { move, note: '暴雨' })
}
export const asLeader = (house: SignUpHouse, shift: string, what: string, body: object = {}) =>
  send(house, house.world.leader, `/api/led-shifts/${shift}/${what}`, body)
export type Volunteer = Person & { readonly number: string }
