import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../../shared/kit/refusal'
import { MINUTE_MS, shanghai } from '../../shared/kit/time'
import { addWorkMinutes, takeWorkMinutes, workMinutesBetween } from '../../shared/kit/work-clock'
import { CALENDAR } from '../kit/calendar'

const minute = (n: number) => new Date(Date.UTC(2026, 0, 5) + n * MINUTE_MS)
/** Moments from early January to late October, so that an answer stays within the imported year. */
const moments = fc.integer({ min: 0, max: 290 * 1440 }).map(minute)
const between = (from: Date, to: Date) => workMinutesBetween(CALENDAR, from, to) as number
const add = (from: Date, minutes: number) => {
  const end = addWorkMinutes(CALENDAR, from, minutes)
  if (isRefusal(end)) throw new Error(end.zh)
  return end
}

/** The slow and plain way: look at every minute. */
function counted(from: Date, to: Date) {
  let sum = 0
  for (let at = from; at < to; at = new Date(at.getTime() + MINUTE_MS)) {
    const { day, minute: m, weekday } = shanghai(at)
    const special = CALENDAR.special[day]
    const works = special ? special === 'work' : weekday !== 0 && weekday !== 6
    if (works && ((m >= 480 && m < 720) || (m >= 840 && m < 1080))) sum++
  }
  return sum
}

test('work minutes are what counting every minute gives', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 0, max: 12 * 1440 }), (from, length) => {
      const to = new Date(from.getTime() + length * MINUTE_MS)
      expect(between(from, to)).toBe(counted(from, to))
    }),
    { numRuns: 60 },
  )
})

test('work minutes add up over any stop in between', () => {
  fc.assert(
    fc.property(moments, moments, moments, (...three) => {
      const [a, b, c] = three.sort((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date]
      expect(between(a, b) + between(b, c)).toBe(between(a, c))
    }),
  )
})

test('a deadline is exactly its work minutes away, and later for more minutes', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 9_600 }), (from, minutes) => {
      const end = add(from, minutes)
      expect(between(from, end)).toBe(minutes)
      expect(between(from, new Date(end.getTime() - MINUTE_MS))).toBe(minutes - 1)
      expect(add(from, minutes + 1).getTime()).toBeGreaterThan(end.getTime())
    }),
  )
})

test('going back by work minutes is the last moment from which they pass, found by counting too', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 60 * 1440, max: 290 * 1440 }).map(minute),
      fc.integer({ min: 1, max: 2_400 }),
      (to, n) => {
        const from = takeWorkMinutes(CALENDAR, to, n)
        if (isRefusal(from)) throw new Error(from.zh)
        expect(between(from, to)).toBe(n)
        expect(counted(from, to)).toBe(n)
        expect(between(new Date(from.getTime() + MINUTE_MS), to)).toBe(n - 1)
      },
    ),
    { numRuns: 60 },
  )
})

test('the Spring Festival stands still and its 调休 Saturdays count', () => {
  // Friday 13 February 17:00 plus two hours: one on Friday, one on the working Saturday.
  expect(add(new Date('2026-02-13T09:00:00Z'), 120)).toEqual(new Date('2026-02-14T01:00:00Z'))
  // Saturday 14 February 17:00 plus two hours: over the festival to Tuesday 24.
  expect(add(new Date('2026-02-14T09:00:00Z'), 120)).toEqual(new Date('2026-02-24T01:00:00Z'))
})

test('a year that was not imported is refused by its number', () => {
  expect(addWorkMinutes(CALENDAR, new Date('2026-12-31T09:30:00Z'), 60)).toMatchObject({
    refused: 'not_ready',
    zh: expect.stringContaining('2027'),
  })
  expect(
    workMinutesBetween(CALENDAR, new Date('2025-12-31T00:00:00Z'), new Date('2026-01-05T00:00:00Z')),
  ).toMatchObject({ refused: 'not_ready' })
})
