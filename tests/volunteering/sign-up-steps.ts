import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { addMinutes } from '../../shared/kit/time'
import { ACTIVITY_PHASES } from '../../shared/volunteering/phases'
import { again, send, type Weighted } from './model-kit'
import { asAdmin, asLeader, oneIn, pick, type SignUpHouse, type SignUpStep, step } from './sign-up-stage'
import { at } from './world'

export const who = fc.integer({ min: 0, max: 5 })
export const where = fc.integer({ min: 0, max: 2 })

const show = (direction: 'in' | 'out') =>
  fc.tuple(who, where).map(([p, s]) =>
    step(`${p} shows ${direction} at ${s}`, async (house) => {
      const { person, id } = await oneIn(house, 'approved', p, s)
      const { digits } = await house.world.code(house.world.leader, pick(house, p, s).shift, direction)
      if (id !== '') await send(house, person, `/api/sign-ups/${id}/check-${direction}s`, { code: digits })
    }),
  )

const sign = fc.tuple(who, where, fc.boolean()).map(([p, s, waits]) =>
  step(`${p} signs up for ${s}${waits ? ', would wait' : ''}`, async (house) => {
    const { person, shift } = pick(house, p, s)
    await send(house, person, `/api/shifts/${shift}/sign-ups`, { queue: waits })
  }),
)

/** 16: a code of another shift, the other direction, or with one digit changed never opens anything. */
const forge = fc.tuple(who, where, fc.constantFrom('shift', 'direction', 'digit'), fc.nat(7)).map(([p, s, what, at]) =>
  step(`${p} shows at ${s} a code with another ${what}`, async (house) => {
    const { person, id } = await oneIn(house, 'approved', p, s)
    const from = pick(house, p, what === 'shift' ? (s + 1) % 3 : s).shift
    const { digits } = await house.world.code(house.world.leader, from, what === 'direction' ? 'out' : 'in')
    if (id === '' || !/^\d{8}$/.test(digits)) return
    const code =
      what === 'digit' ? digits.slice(0, at) + ((Number(digits[at]) + 1) % 10) + digits.slice(at + 1) : digits
    expect((await send(house, person, `/api/sign-ups/${id}/check-ins`, { code })).status).not.toBe(200)
  }),
)

/** 20: as long as nothing but time moves, a phase never goes back. */
async function phaseOf({ world, activityId }: SignUpHouse) {
  const { phase } = await world.ask(null, 'GET', `/api/activities/${activityId}`)
  const at = ACTIVITY_PHASES.indexOf(phase as (typeof ACTIVITY_PHASES)[number])
  return phase === 'full' ? ACTIVITY_PHASES.indexOf('open') : at
}

const withdraw = fc.tuple(who, where).map(([p, s]) =>
  step(`${p} withdraws from ${s}`, async (house) => {
    const { person, id } = await oneIn(house, 'approved', p, s)
    if (id !== '') await send(house, person, `/api/sign-ups/${id}/withdrawals`, { note: '有事' })
  }),
)

const answer = fc.tuple(who, where, fc.boolean()).map(([p, s, takes]) =>
  step(`${p} answers an offer of ${s}: ${takes}`, async (house) => {
    const { person, id } = await oneIn(house, 'offered', p, s)
    const answer = takes ? 'accept' : 'decline'
    if (id !== '') await send(house, person, `/api/sign-ups/${id}/answers`, { answer })
  }),
)

const tickOff = fc.tuple(who, where).map(([p, s]) =>
  step(`the leader ticks ${p} at ${s}`, async (house) => {
    const { id: signUpId } = await oneIn(house, 'approved', p, s)
    const body = { signUpId, direction: 'in', note: '没带手机' }
    if (signUpId !== '') await asLeader(house, pick(house, p, s).shift, 'ticks', body)
  }),
)

const confirm = where.map((s) =>
  step(`the leader confirms ${s}`, (house) => asLeader(house, pick(house, 0, s).shift, 'confirmations')),
)

const time = fc.constantFrom(3, 8, 15, 40).map((minutes) =>
  step(`${minutes} minutes pass`, async (house) => {
    const { world } = house
    const before = await phaseOf(house)
    world.at(addMinutes(world.now(), minutes))
    expect(await phaseOf(house), '20').toBeGreaterThanOrEqual(before)
    await tick(world.deps)
  }),
)

const cancel = fc.constant(
  step('the activity is cancelled', async (house) => {
    await asAdmin(house, 'cancel')
    // 14: a cancellation marks nobody absent, and nothing does afterwards.
    const missed = await house.world.rows(sql`select e.id from sign_up_events e join sign_ups s on s.id = e.sign_up_id
      join activity_events c on c.activity_id = s.activity_id and c.move = 'cancel'
      where s.activity_id = ${house.activityId} and e.move = 'mark_no_show' and e.at >= c.at`)
    expect(missed, '14').toEqual([])
  }),
)

export const STEPS: Weighted<SignUpStep> = [
  { weight: 16, arbitrary: sign },
  { weight: 10, arbitrary: show('in') },
  { weight: 6, arbitrary: show('out') },
  { weight: 2, arbitrary: forge },
  { weight: 4, arbitrary: withdraw },
  { weight: 8, arbitrary: answer },
  { weight: 3, arbitrary: tickOff },
  { weight: 2, arbitrary: confirm },
  { weight: 10, arbitrary: time },
  { weight: 3, arbitrary: fc.constant(step('the last send comes again', again)) },
  { weight: 1, arbitrary: cancel },
]

/** The day ends: the leader's phone brings who came to what, whoever forgot is signed out, lists are confirmed, all is filed. */
export async function settled(house: SignUpHouse) {
  const { world, shifts, day } = house
  world.at(at('14:00', day))
  const here = await world.rows<{ id: string; shift: string; from: string }>(
    sql`select id, shift_id as shift, starts_at as from from sign_ups where shift_id in ${shifts} and state = 'approved'`,
  )
  for (const { id: signUpId, shift, from } of here) {
    const event = { nonce: world.key(), signUpId, direction: 'in', method: 'leader_confirm', reason: '没带手机' }
    const events = [{ ...event, deviceAt: new Date(from).toISOString() }]
    await asLeader(house, shift, 'uploads', { deviceId: world.key(), events })
  }
  for (const what of ['closings', 'confirmations']) for (const shift of shifts) await asLeader(house, shift, what)
  for (const move of ['settle', 'archive'] as const) await asAdmin(house, move)
}
