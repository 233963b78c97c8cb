import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMinutes, shanghai } from '../../shared/kit/time'
import { WORK_SPANS } from '../../shared/kit/work-clock'
import { monthsTo } from '../../shared/volunteering/hours'
import { settleBy } from '../../shared/volunteering/ledger/settling'
import { ACTIVITY_PHASES, activityPhase, monthSpan, weekEndsAt, weeksOf } from '../../shared/volunteering/phases'
import { type Applicant, decideSignUp, type Recruiting } from '../../shared/volunteering/seats'
import { DEFAULT_SIGN_UP_RULES } from '../../shared/volunteering/sign-up-limits'
import { maskName, starLevel } from '../../shared/volunteering/volunteers'

const LEVELS = [100, 300, 600, 1000, 1500].map((hours, i) => ({ stars: i + 1, hours }))

const ZERO = new Date('2026-06-27T00:00:00Z')
const minute = (n: number) => addMinutes(ZERO, n)
const CALENDAR = { years: [2026], special: { '2026-07-01': 'rest', '2026-07-04': 'work' }, spans: WORK_SPANS } as const

test('the phase of an activity only moves forward with time', () => {
  const rank = (phase: string | null) =>
    Math.max(0, ACTIVITY_PHASES.indexOf((phase === 'full' ? 'open' : phase) as 'open'))
  const times = fc.array(fc.nat(2000), { minLength: 4, maxLength: 4 }).map((all) => all.sort((a, b) => a - b))
  fc.assert(
    fc.property(
      times,
      fc.nat(60_000),
      fc.nat(60_000),
      fc.nat(3),
      ([opens = 0, closes = 0, starts = 0, ends = 0], a, b, taken) => {
        const activity = {
          state: 'published' as const,
          signUpFrom: minute(opens),
          signUpEndsAt: minute(closes),
          startsAt: minute(starts),
          endsAt: minute(ends + 1),
          seats: { capacity: 3, taken },
        }
        const phases = [Math.min(a, b), Math.max(a, b)].map((n) => rank(activityPhase(activity, minute(n), CALENDAR)))
        expect(phases[0]).toBeLessThanOrEqual(phases[1] ?? 0)
        expect(activityPhase({ ...activity, state: 'cancelled' }, minute(a), CALENDAR)).toBeNull()
        const by = settleBy(CALENDAR, activity.endsAt)
        if ('refused' in by) throw new Error(by.zh)
        expect(activityPhase(activity, by, CALENDAR)).toBe('ended')
        expect(activityPhase(activity, addMinutes(by, 1), CALENDAR)).toBe('settle_overdue')
        expect(activityPhase(activity, addMinutes(by, 1), { ...CALENDAR, years: [] })).toBe('ended')
      },
    ),
  )
})

test('the weeks of a month hold each of its days once, under its weekday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2020, max: 2040 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const name = `${year}-${String(month).padStart(2, '0')}`
      const { from, to } = monthSpan(name)
      const days = weeksOf(name).flat()
      expect(days.filter(Boolean)).toEqual(
        Array.from({ length: new Date(year, month, 0).getDate() }, (_, i) => shanghai(addDays(from, i)).day),
      )
      expect(shanghai(to).date).toBe(1)
      for (const [i, day] of days.entries()) if (day) expect(new Date(`${day}T12:00:00Z`).getUTCDay()).toBe((i + 1) % 7)
    }),
  )
})

type Seats = { capacity: number; taken: number }
const recruiting = (made: Seats[][]): Recruiting => ({
  ...{
    id: 'a',
    state: 'published',
    signUpFrom: ZERO,
    signUpEndsAt: minute(600),
    minAge: null,
    isRisky: false,
    riskClass: 'low',
  },
  shifts: made.map((posts, i) => ({
    id: `s${i}`,
    startsAt: minute(60 + i * 60),
    endsAt: minute(110 + i * 60),
    admission: 'auto',
    demand: null,
    waiting: i,
    posts: posts.map((post, j) => ({ ...post, id: `s${i}p${j}`, name: `岗位${j}` })),
  })),
})
function wishOf(i: number, named: number | null, posts: readonly Seats[]) {
  const j = named === null ? null : named % posts.length
  const [postId, wanted] = j === null ? [null, posts] : [`s${i}p${j}`, posts.slice(j, j + 1)]
  return { shiftId: `s${i}`, postId, queue: false, part: null, wanted: free(wanted) }
}
const free = (posts: readonly Seats[]) => posts.reduce((sum, { capacity, taken }) => sum + capacity - taken, 0)

test('the rule never gives a seat that is not free, and every refusal for want of one names the way in', () => {
  const seats = fc.record({ capacity: fc.nat(3), taken: fc.nat(3) }).filter(({ capacity, taken }) => taken <= capacity)
  const spans = fc.array(fc.array(seats, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  const applicant: Applicant = {
    personId: 'p',
    ageBand: 'adult',
    consents: [],
    liveShiftIds: [],
    promised: [],
    qualifications: [],
  }
  fc.assert(
    fc.property(spans, fc.nat(3), fc.option(fc.nat(2)), (made, which, named) => {
      const activity = recruiting(made)
      const i = which % made.length
      const posts = made[i] ?? []
      const answer = decideSignUp(activity, wishOf(i, named, posts), applicant, DEFAULT_SIGN_UP_RULES, minute(1))
      const { postId, wanted } = wishOf(i, named, posts)
      const zh =
        free(made.flat()) > 0
          ? expect.stringMatching(/还有 \d+ 个名额$/)
          : expect.stringMatching(/^满员，(可以第一个候补|已有 \d+ 人候补，可以排在后面)$/)
      expect(answer).toMatchObject(wanted > 0 ? { personId: 'p', postId } : { refused: 'full', zh })
    }),
  )
})

test('names, stars, months and weeks read as people say them', () => {
  expect(maskName('陈丽')).toBe('陈＊')
  expect(starLevel(128.5 * 60, LEVELS)).toEqual({ stars: 1, next: { stars: 2, hours: 300, minutesLeft: 10_290 } })
  expect(starLevel(1500 * 60, LEVELS)).toEqual({ stars: 5, next: null })
  expect(monthsTo({ year: 2026, month: 2 }, 3)).toEqual(['2025-12', '2026-01', '2026-02'])
  expect(weekEndsAt(new Date('2026-06-28T10:00:00Z'))).toEqual(new Date('2026-06-28T16:00:00Z'))
  expect(weekEndsAt(new Date('2026-06-28T16:00:00Z'))).toEqual(new Date('2026-07-05T16:00:00Z'))
})
