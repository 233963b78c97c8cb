import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { addMinutes } from '../../shared/kit/time'
import { type BookStep, step } from './book-invariants'
import { type BookHouse, nextDay, pick, turn } from './book-stage'
import { again, send, type Weighted } from './model-kit'
import { at } from './world'

export const who = fc.nat(2)
/** Whoever works here and whoever is written about: nobody is kept from trying. */
export const anybody = fc.nat(6)
const any = fc.nat(30)

/** 09:00 to 11:00 of the next day, one person signed up. */
async function aService(house: BookHouse, p: number, t: number) {
  const { world, people, teamIds } = house
  const day = nextDay(world.now())
  await turn(house, at('08:00', day))
  const shift = { from: at('09:00', day), to: at('11:00', day), leader: world.leader }
  const { id: activityId, shifts } = await world.anActivity({ teamId: pick(teamIds, t), shifts: [shift] })
  const [person, shiftId] = [pick(people, p), shifts[0]?.id ?? '']
  expect(await world.signUp(person, shiftId)).toMatchObject({ status: 200 })
  const made = { person, shiftId, activityId, signUpId: await world.signUpId(person, shiftId) }
  house.services.push(made)
  return { ...made, day }
}

/** Measured and confirmed. */
export async function measured(house: BookHouse, p: number, t: number, minutes: number) {
  const { world } = house
  const { person, shiftId, signUpId, day } = await aService(house, p, t)
  await turn(house, at('09:00', day), [person])
  await world.show(person, signUpId, 'in', (await world.code(world.leader, shiftId, 'in')).text)
  await turn(house, addMinutes(at('09:00', day), minutes), [person])
  await world.show(person, signUpId, 'out', (await world.code(world.leader, shiftId, 'out')).text)
  await turn(house, at('11:05', day))
  await send(house, world.leader, `/api/led-shifts/${shiftId}/confirmations`)
}

const serve = fc
  .tuple(who, fc.nat(1), fc.integer({ min: 5, max: 120 }))
  .map(([p, t, minutes]) => step(`${p} serves ${minutes} minutes with ${t}`, (house) => measured(house, p, t, minutes)))

const backfill = fc.tuple(who, fc.nat(1)).map(([p, t]) =>
  step(`${p} served with ${t} and nobody measured it`, async (house) => {
    const { shiftId, signUpId, day } = await aService(house, p, t)
    await turn(house, at('11:30', day))
    await house.world.backfill(signUpId, shiftId, day)
  }),
)

const WHY = { reason: 'wrong_time', reasonZh: '签退时间有误' }
const correct = fc.tuple(anybody, any, fc.integer({ min: 0, max: 125 })).map(([by, i, toMinutes]) =>
  step(`${by} corrects ${i} to ${toMinutes}`, async (house) => {
    if (house.services.length === 0) return
    const { signUpId } = pick(house.services, i)
    await send(house, pick(house.everybody, by), `/api/sign-ups/${signUpId}/hours-corrections`, { ...WHY, toMinutes })
  }),
)
const check = any.map((i) =>
  step(`whoever served ${i} asks for a check`, async (house) => {
    if (house.services.length === 0) return
    const { person, signUpId } = pick(house.services, i)
    await send(house, person, `/api/sign-ups/${signUpId}/hours-checks`, WHY)
  }),
)
const decide = fc
  .tuple(anybody, fc.constantFrom('approve', 'approve', 'answer', 'refuse'), fc.integer({ min: 0, max: 120 }))
  .map(([by, move, toMinutes]) =>
    step(`${by} decides ${move}`, async (house) => {
      const [open] = await house.world.rows<{ id: string }>(
        sql`select id from hours_requests where state in ('asked', 'proposed') order by asked_at desc, id limit 1`,
      )
      const body = { move, note: '核对过', ...(move === 'answer' ? { toMinutes } : {}) }
      if (open) await send(house, pick(house.everybody, by), `/api/hours-requests/${open.id}/transitions`, body)
    }),
  )

/** 15: what becomes of teams and activities moves nobody's hours; and nothing that hours stand on can be deleted. */
async function keepsHours(house: BookHouse, act: () => Promise<unknown>) {
  const sums = () =>
    house.world.rows(
      sql`select person_id, team_id, sum(minutes)::int as n from hours_ledger group by 1, 2 order by 1, 2`,
    )
  const before = await sums()
  await act()
  expect(await sums(), '15').toEqual(before)
}

const archive = any.map((i) =>
  step(`the activity of ${i} is settled and archived`, (house) =>
    keepsHours(house, async () => {
      if (house.services.length === 0) return
      const path = `/api/activities/${pick(house.services, i).activityId}/transitions`
      for (const move of ['settle', 'archive']) await send(house, house.world.admin, path, { move })
    }),
  ),
)
const close = fc.constant(
  step('the squad is closed', (house) =>
    keepsHours(house, () => send(house, house.world.admin, `/api/teams/${house.teamIds[1]}/closings`)),
  ),
)
const remove = any.map((i) =>
  step(`somebody deletes what ${i} stands on`, (house) =>
    keepsHours(house, async () => {
      if (house.services.length === 0) return
      const { activityId, shiftId, signUpId } = pick(house.services, i)
      for (const gone of [
        sql`delete from sign_ups where id = ${signUpId}`,
        sql`delete from posts where shift_id = ${shiftId}`,
        sql`delete from shifts where id = ${shiftId}`,
        sql`delete from activities where id = ${activityId}`,
        sql`delete from teams where id = ${house.teamIds[0]}`,
      ])
        await expect(house.world.rows(gone), '15').rejects.toThrow()
    }),
  ),
)

const time = fc.constantFrom(1, 1, 30, 8 * 24, 200 * 24).map((hours) =>
  step(`${hours} hours pass`, async (house) => {
    await turn(house, addMinutes(house.world.now(), hours * 60))
    await tick(house.world.deps)
  }),
)

export const STEPS: Weighted<BookStep> = [
  { weight: 10, arbitrary: serve },
  { weight: 4, arbitrary: backfill },
  { weight: 10, arbitrary: correct },
  { weight: 3, arbitrary: check },
  { weight: 10, arbitrary: decide },
  { weight: 3, arbitrary: archive },
  { weight: 1, arbitrary: close },
  { weight: 2, arbitrary: remove },
  { weight: 7, arbitrary: time },
  { weight: 3, arbitrary: fc.constant(step('the last send comes again', again)) },
]
