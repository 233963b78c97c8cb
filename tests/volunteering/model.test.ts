import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { addMinutes } from '../../shared/kit/time'
import { freshPostgres } from '../kit/databases'
import type { Answer, Person } from '../kit/house'
import { checkInvariants } from './invariants'
import { at, openWorld } from './world'

/**
 * Anybody does anything in any order, and time passes as it likes. What the house must hold is written as queries over its tables,
 * not as a copy of its rules; the model knows only what nobody may take back.
 */
const real = await freshPostgres()
afterAll(() => real?.close())
const grounds: [string, Parameters<typeof openWorld>[0], number][] = [['the embedded database', {}, 6]]
if (real) grounds.push(['a real server', { db: real.db }, 3])

type Model = { granted: Map<string, number>; cancelled: boolean }
type House = Awaited<ReturnType<typeof stage>>
type Step = fc.AsyncCommand<Model, House>

let round = 0
/** Two shifts of one activity that touch and a third elsewhere that overlaps both; three seats, five people. */
async function stage(world: Awaited<ReturnType<typeof openWorld>>) {
  const day = `2026-07-${String(1 + (round++ % 28)).padStart(2, '0')}`
  world.at(at('07:00', day))
  const span = (from: string, to: string, seats: number) => ({
    ...{ from: at(from, day), to: at(to, day), leader: world.leader, posts: { 甲组: seats } },
  })
  const one = await world.anActivity({ shifts: [span('09:00', '10:00', 2), span('10:00', '11:00', 1)] })
  const other = await world.anActivity({ shifts: [span('09:30', '10:30', 2)] })
  const people = []
  for (let n = 0; n < 5; n++) people.push(await world.volunteer(`志愿者${n}`))
  const admin = await world.person('值班', [['admin']])
  const shifts = [...one.shifts, ...other.shifts].map(({ id }) => id)
  for (const [n, one] of people.entries()) await world.signUp(one, shifts[n % 3] ?? '', { queue: true })
  world.at(at('08:50', day))
  const early = { person: people[0], shift: shifts[0] ?? '' }
  const { digits } = await world.code(world.leader, early.shift, 'in')
  if (early.person) {
    const id = await world.signUpId(early.person, early.shift)
    await world.ask(early.person, 'POST', `/api/sign-ups/${id}/check-ins`, { key: world.key(), code: digits })
  }
  return { world, people: [world.leader, ...people], shifts, activityId: one.id, admin, last: null as Replay }
}
type Replay = { readonly as: Person; readonly path: string; readonly body: object } | null

/** No answer of the house is a failure, whatever is asked of it in whatever order. */
const sane = ({ status }: Answer) => expect([200, 400, 401, 403, 404, 409, 422, 429]).toContain(status)

async function ledger({ world, people }: House) {
  const sums = await world.rows<{ id: string; minutes: number }>(
    sql`select person_id as id, sum(minutes)::int as minutes from hours_ledger where person_id in ${people.map(({ id }) => id)} group by 1`,
  )
  return new Map(sums.map(({ id, minutes }) => [id, minutes]))
}

function command(name: string, act: (house: House, model: Model) => Promise<void>): Step {
  return {
    check: () => true,
    toString: () => name,
    run: async (model, house) => {
      await act(house, model)
      await checkInvariants(house.world.rows, house.shifts)
      const now = await ledger(house)
      // Nothing here corrects an hour: what was granted stays, whatever is cancelled or left afterwards.
      for (const [id, minutes] of model.granted) expect(now.get(id), name).toBeGreaterThanOrEqual(minutes)
      model.granted = now
    },
  }
}

async function send(house: House, as: Person, path: string, body: object = {}) {
  const whole = { key: house.world.key(), ...body }
  house.last = { as, path, body: whole }
  sane(await house.world.ask(as, 'POST', path, whole))
}

const who = fc.integer({ min: 0, max: 5 })
const where = fc.integer({ min: 0, max: 2 })
const pick = (house: House, p: number, s: number) => ({
  person: house.people[p] ?? expect.unreachable(),
  shift: house.shifts[s] ?? expect.unreachable(),
})
const mine = (house: House, p: number, s: number) => {
  const { person, shift } = pick(house, p, s)
  return house.world.signUpId(person, shift)
}

const show = (direction: 'in' | 'out') =>
  fc.tuple(who, where).map(([p, s]) =>
    command(`${p} shows ${direction} at ${s}`, async (house) => {
      const { person, shift } = pick(house, p, s)
      const id = await mine(house, p, s)
      const { digits } = await house.world.code(house.world.leader, shift, direction)
      if (id !== '') await send(house, person, `/api/sign-ups/${id}/check-${direction}s`, { code: digits })
    }),
  )

const sign = fc.tuple(who, where, fc.boolean()).map(([p, s, waits]) =>
  command(`${p} signs up for ${s}${waits ? ', would wait' : ''}`, async (house) => {
    const { person, shift } = pick(house, p, s)
    await send(house, person, `/api/shifts/${shift}/sign-ups`, { queue: waits })
  }),
)

/** What leads somewhere comes more often than what ends it. */
const STEPS = [
  ...[sign, sign, show('in'), show('in'), show('out')],
  fc.tuple(who, where).map(([p, s]) =>
    command(`${p} withdraws from ${s}`, async (house) => {
      const id = await mine(house, p, s)
      if (id !== '') await send(house, pick(house, p, s).person, `/api/sign-ups/${id}/withdrawals`, { note: '有事' })
    }),
  ),
  fc.tuple(who, where, fc.boolean()).map(([p, s, takes]) =>
    command(`${p} answers an offer of ${s}: ${takes}`, async (house) => {
      const id = await mine(house, p, s)
      const answer = takes ? 'accept' : 'decline'
      if (id !== '') await send(house, pick(house, p, s).person, `/api/sign-ups/${id}/answers`, { answer })
    }),
  ),
  fc.tuple(who, where).map(([p, s]) =>
    command(`the leader ticks ${p} at ${s}`, async (house) => {
      const id = await mine(house, p, s)
      const { shift } = pick(house, p, s)
      if (id === '') return
      const body = { signUpId: id, direction: 'in', note: '没带手机' }
      await send(house, house.world.leader, `/api/led-shifts/${shift}/ticks`, body)
    }),
  ),
  where.map((s) =>
    command(`the leader confirms ${s}`, async (house) => {
      await send(house, house.world.leader, `/api/led-shifts/${pick(house, 0, s).shift}/confirmations`)
    }),
  ),
  fc.integer({ min: 5, max: 40 }).map((minutes) =>
    command(`${minutes} minutes pass`, async ({ world }) => {
      world.at(addMinutes(world.now(), minutes))
      await tick(world.deps)
    }),
  ),
  fc.constant(
    command('the last send comes again', async (house) => {
      const { last } = house
      if (last) sane(await house.world.ask(last.as, 'POST', last.path, last.body))
    }),
  ),
  fc.constant(
    command('the activity is cancelled', async (house, model) => {
      model.cancelled = true
      house.admin.token = String(
        (await house.world.ask(null, 'POST', '/api/sessions/demo', { personId: house.admin.id })).token,
      )
      const path = `/api/activities/${house.activityId}/transitions`
      await send(house, house.admin, path, { move: 'cancel', note: '暴雨' })
      // 14: a cancellation marks nobody absent, and nothing does afterwards.
      const missed = await house.world.rows(sql`select e.id from sign_up_events e join sign_ups s on s.id = e.sign_up_id
        join activity_events c on c.activity_id = s.activity_id and c.move = 'cancel'
        where s.activity_id = ${house.activityId} and e.move = 'mark_no_show' and e.at >= c.at`)
      expect(missed).toEqual([])
    }),
  ),
]

/** The day ends: in every shift the leader signs out whoever forgot, and confirms whoever came. */
async function settled(house: House) {
  const { world, shifts } = house
  world.at(addMinutes(world.now(), 300))
  for (const what of ['closings', 'confirmations'])
    for (const shift of shifts) await send(house, world.leader, `/api/led-shifts/${shift}/${what}`)
  await checkInvariants(world.rows, shifts)
  return ledger(house)
}

describe.each(grounds)('on %s', async (_name, given, numRuns) => {
  const world = await openWorld(given)
  let granted = 0
  test('whatever people do in whatever order, the invariants of volunteering hold after every step', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(STEPS, { maxCommands: 40, size: 'max' }), async (steps) => {
        const house = await stage(world)
        await fc.asyncModelRun(
          () => ({ model: { granted: new Map<string, number>(), cancelled: false }, real: house }),
          steps,
        )
        granted += (await settled(house)).size
      }),
      { numRuns, endOnFailure: true },
    )
    // The runs came as far as hours on the ledger, or they would prove little.
    expect(granted).toBeGreaterThan(0)
  }, 240_000)
})
