import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sweepEscalations } from '../../functions/cases/escalation-actions'
import { tick } from '../../functions/jobs/tick'
import { notices } from '../../schema/notices'
import { type Clocks, clocksAfter, type Limit } from '../../shared/cases/clocks'
import { PHASES, phaseAt, usedPercent } from '../../shared/cases/escalation'
import type { CaseState } from '../../shared/cases/states'
import type { ClockEffect } from '../../shared/cases/transitions'
import { isRefusal } from '../../shared/kit/refusal'
import { addDays, addMinutes, shanghai } from '../../shared/kit/time'
import { CALENDAR } from '../kit/calendar'
import { openCounty } from './world'

const minute = (n: number) => addMinutes(new Date('2026-01-05T00:00:00Z'), n)
const starts = fc.integer({ min: 0, max: 200 * 1440 }).map(minute)
const limits = fc.record({
  minutes: fc.integer({ min: 30, max: 4_800 }),
  clock: fc.constantFrom<Limit['clock']>('work', 'wall'),
})
const BLANK: Clocks = {
  limitMinutes: null,
  limitClock: 'work',
  dispatchedAt: null,
  dueAt: null,
  stageAt: minute(0),
  stageDueAt: null,
  pausedLeft: null,
}

function after(was: Clocks, effect: ClockEffect, at: Date, limit: Limit) {
  const given = { was, at, calendar: CALENDAR, urgency: 'general', limit, newDueAt: null } as const
  const clocks = clocksAfter(effect, { ...given, reviewAt: addDays(at, 30) })
  if (isRefusal(clocks)) throw new Error(clocks.zh)
  return clocks
}
const used = (clocks: Clocks, at: Date, state: CaseState = 'processing') =>
  usedPercent(CALENDAR, { ...clocks, state }, at) as number
const rank = (clocks: Clocks, at: Date, state: CaseState = 'processing') => {
  const phase = phaseAt(CALENDAR, { ...clocks, state }, at)
  if (typeof phase !== 'string') throw new Error(phase.zh)
  return PHASES.indexOf(phase)
}

function isWorked(at: Date) {
  const { day, minute: m, weekday } = shanghai(at)
  const special = CALENDAR.special[day]
  const works = special ? special === 'work' : weekday !== 0 && weekday !== 6
  return works && ((m >= 480 && m < 720) || (m >= 840 && m < 1080))
}

/** The slow and plain way: look at every minute. */
function counted(from: Date, to: Date, clock: Limit['clock']) {
  let sum = 0
  for (let at = from; at < to; at = addMinutes(at, 1)) if (clock === 'wall' || isWorked(at)) sum++
  return sum
}

test('a phase never goes back while the clock runs', () => {
  fc.assert(
    fc.property(
      starts,
      limits,
      fc.array(fc.integer({ min: 0, max: 30 * 1440 }), { minLength: 2 }),
      (from, limit, offsets) => {
        const clocks = after(BLANK, 'dispatch', from, limit)
        const ranks = offsets.sort((a, b) => a - b).map((n) => rank(clocks, addMinutes(from, n)))
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
      },
    ),
    { numRuns: 60 },
  )
})

test('the share used is what counting every minute outside the pause gives', () => {
  const pieces = fc.record({
    run: fc.integer({ min: 0, max: 99 }),
    pause: fc.integer({ min: 0, max: 12 * 1440 }),
    more: fc.integer({ min: 0, max: 8 * 1440 }),
  })
  fc.assert(
    fc.property(starts, limits, pieces, (from, limit, { run, pause, more }) => {
      const first = after(BLANK, 'dispatch', from, limit)
      const stopped = addMinutes(from, Math.floor((limit.minutes * run) / 100))
      const paused = after(first, 'pause', stopped, limit)
      const again = addMinutes(stopped, pause)
      const resumed = after(paused, 'resume', again, limit)
      const at = addMinutes(again, more)
      const minutes = counted(from, stopped, limit.clock) + counted(again, at, limit.clock)
      expect(used(resumed, at)).toBeCloseTo((minutes * 100) / limit.minutes, 6)
      const expected = minutes * 10 >= limit.minutes * 15 ? 3 : minutes >= limit.minutes ? 2 : null
      if (expected !== null) expect(rank(resumed, at)).toBe(expected)
    }),
    { numRuns: 60 },
  )
})

test('a pause does not escalate, however long it is', () => {
  fc.assert(
    fc.property(starts, limits, fc.integer({ min: 0, max: 90 }), (from, limit, days) => {
      const stopped = addMinutes(from, Math.floor(limit.minutes / 2))
      const running = after(BLANK, 'dispatch', from, limit)
      const paused = after(running, 'pause', stopped, limit)
      const later = addDays(stopped, days)
      expect(rank(paused, later, 'suspended')).toBe(rank(running, stopped))
      expect(rank(after(paused, 'resume', later, limit), later)).toBe(rank(running, stopped))
    }),
  )
})

test('the phases begin at exactly 80, 100 and 150 percent, and only while the unit has the case', () => {
  const from = minute(0)
  const clocks = after(BLANK, 'dispatch', from, { minutes: 100, clock: 'wall' })
  const names = [79, 80, 99, 100, 149, 150].map((n) => PHASES[rank(clocks, addMinutes(from, n))])
  expect(names).toEqual(['none', 'blue', 'blue', 'yellow', 'yellow', 'red'])
  for (const state of ['filed', 'handled', 'closed', 'merged'] as const)
    expect(rank(clocks, addMinutes(from, 500), state)).toBe(0)
})

test('a year without a work calendar has no phase, and says so', () => {
  const clocks = { ...BLANK, limitMinutes: 60, dueAt: new Date('2026-12-31T09:00:00Z') }
  const late = new Date('2027-01-04T02:00:00Z')
  expect(phaseAt(CALENDAR, { ...clocks, state: 'processing' }, late)).toMatchObject({ refused: 'not_ready' })
})

const county = await openCounty()
const { ask, cast, deps, move, caseAt, db } = county
const START = county.now()
/** A manhole has 24 hours on the wall clock. Sweeps so many hours after the start, several at a time; then the county is back at the start. */
async function sweepAt(hours: number, atOnce = 1) {
  county.at(addMinutes(START, hours * 60))
  const told = await Promise.all(Array.from({ length: atOnce }, () => sweepEscalations(deps)))
  county.at(START)
  return told
}
const warned = async (as: { token: string }, id: string) =>
  ((await ask(as, 'GET', '/api/notices?size=100')).items as { title: string; link: string }[])
    .filter(({ title, link }) => title.endsWith('预警') && link.endsWith(id))
    .map(({ title }) => title)
    .sort()

test('80 % tells the unit, 100 % also the 网格长, 150 % the 包片领导; each once, however often it is swept', async () => {
  const id = await caseAt('processing')
  const { handler, chief, leader, otherHandler } = cast
  await sweepAt(19)
  expect(await warned(handler, id)).toEqual([])
  await sweepAt(19.5, 3)
  expect(await warned(handler, id)).toEqual(['蓝色预警'])
  expect(await warned(chief, id)).toEqual([])
  for (let i = 0; i < 3; i++) await sweepAt(24)
  expect(await warned(handler, id)).toEqual(['蓝色预警', '黄色预警'])
  expect(await warned(chief, id)).toEqual(['黄色预警'])
  expect(await warned(leader, id)).toEqual([])
  await sweepAt(36, 2)
  expect(await warned(leader, id)).toEqual(['红色预警'])
  expect(await warned(chief, id)).toEqual(['红色预警', '黄色预警'])
  expect(await warned(handler, id)).toEqual(['蓝色预警', '黄色预警'])
  expect(await warned(otherHandler, id)).toEqual([])
  const before = (await db.select().from(notices)).length
  expect(await sweepAt(37)).toEqual([0])
  expect((await db.select().from(notices)).length).toBe(before)
})

test('a sweep that comes only after everything is over tells the same people of 黄 and 红', async () => {
  const id = await caseAt('processing')
  await sweepAt(72)
  expect(await warned(cast.handler, id)).toEqual(['黄色预警'])
  expect(await warned(cast.chief, id)).toEqual(['红色预警', '黄色预警'])
  expect(await warned(cast.leader, id)).toEqual(['红色预警'])
})

test('the tick of the house sweeps too', async () => {
  const id = await caseAt('processing')
  county.at(addMinutes(START, 25 * 60))
  await tick(deps)
  county.at(START)
  expect(await warned(cast.handler, id)).toEqual(['黄色预警'])
})

test('a case in 挂账 and one that was fed back warn nobody', async () => {
  const [suspended, handled] = [await caseAt('processing'), await caseAt('handled')]
  const reviewAt = addDays(START, 30).toISOString()
  await move(cast.admin, suspended, 'suspend', { suspendReason: 'money', reviewAt, note: '等资金' })
  await sweepAt(72)
  for (const id of [suspended, handled])
    for (const who of [cast.handler, cast.chief, cast.leader]) expect(await warned(who, id)).toEqual([])
})
