import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes } from '../../shared/kit/time'
import { type AttendanceEvent, attendanceOf } from '../../shared/volunteering/attendance'
import type { PresenceNow } from '../../shared/volunteering/check-ins'
import { codeAt, readCode, shiftKeyOf } from '../../shared/volunteering/codes'
import { monthsTo } from '../../shared/volunteering/hours'
import { countedSpan, creditedMinutes, rawMinutes } from '../../shared/volunteering/minutes'
import { isVolunteerNumber, volunteerNumber } from '../../shared/volunteering/numbers'
import { ACTIVITY_PHASES, activityPhase, settleDueAt, weekEndsAt } from '../../shared/volunteering/phases'
import { placeOf } from '../../shared/volunteering/place'
import { type Applicant, decideSignUp, type Recruiting } from '../../shared/volunteering/seats'
import { decideSettlement } from '../../shared/volunteering/settlement'
import { maskName, starLevel } from '../../shared/volunteering/volunteers'

const ZERO = new Date('2026-06-27T00:00:00Z')
const minute = (n: number) => addMinutes(ZERO, n)

const shifts = fc
  .record({
    from: fc.nat(600),
    length: fc.integer({ min: 1, max: 600 }),
    grace: fc.nat(60),
    cap: fc.integer({ min: 1, max: 660 }),
  })
  .map(({ from, length, grace, cap }) => ({
    startsAt: minute(from),
    endsAt: minute(from + length),
    graceMinutes: grace,
    capMinutes: Math.min(cap, length + grace),
  }))
const seconds = fc.nat(1400 * 60).map((s) => new Date(ZERO.getTime() + s * 1000))

test('credited minutes are whole, never negative, never above the cap or the measured time', () => {
  fc.assert(
    fc.property(shifts, seconds, seconds, (shift, a, b) => {
      const stay = { inAt: a < b ? a : b, outAt: a < b ? b : a, breaks: [] }
      const credited = creditedMinutes(stay, shift)
      expect(Number.isInteger(credited)).toBe(true)
      expect(credited).toBeGreaterThanOrEqual(0)
      expect(credited).toBeLessThanOrEqual(Math.min(shift.capMinutes, rawMinutes(stay)))
      expect(creditedMinutes({ ...stay, inAt: stay.outAt, outAt: stay.inAt }, shift)).toBe(0)
    }),
  )
})

test('staying longer never counts less, and a break never counts more', () => {
  fc.assert(
    fc.property(shifts, fc.array(seconds, { minLength: 4, maxLength: 4 }), fc.nat(300), (shift, moments, longer) => {
      const [inAt, from, to, outAt] = moments.sort((a, b) => a.getTime() - b.getTime()) as [Date, Date, Date, Date]
      const stay = { inAt, outAt, breaks: [] }
      const credited = creditedMinutes(stay, shift)
      expect(creditedMinutes({ ...stay, outAt: addMinutes(outAt, longer) }, shift)).toBeGreaterThanOrEqual(credited)
      expect(creditedMinutes({ ...stay, breaks: [{ from, to }] }, shift)).toBeLessThanOrEqual(credited)
    }),
  )
})

test('a stay that only touches the grace of a shift counts nothing', () => {
  const shift = { startsAt: minute(60), endsAt: minute(120), graceMinutes: 10, capMinutes: 60 }
  expect(creditedMinutes({ inAt: minute(0), outAt: minute(50), breaks: [] }, shift)).toBe(0)
  expect(creditedMinutes({ inAt: minute(130), outAt: minute(200), breaks: [] }, shift)).toBe(0)
  expect(creditedMinutes({ inAt: minute(50), outAt: minute(130), breaks: [] }, shift)).toBe(60)
  expect(countedSpan({ inAt: minute(0), outAt: minute(200) }, shift)).toEqual({ from: minute(50), to: minute(130) })
})

const happenings = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom('check_in' as const, 'check_out' as const, 'auto_close' as const),
    method: fc.constantFrom('qr' as const, 'digits' as const),
    countsAt: fc.nat(600).map(minute),
    verdict: fc.constantFrom('inside' as const, 'outside' as const),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
)

test('events that arrive in any order, or twice, come to the same attendance', () => {
  fc.assert(
    fc.property(happenings, fc.infiniteStream(fc.nat()), (made, dice) => {
      const events: AttendanceEvent[] = made.map((event) => ({ ...event, actorId: 'p', voidsId: null }))
      const shuffled = [...events].map((event) => ({ event, by: dice.next().value })).sort((a, b) => a.by - b.by)
      const came = attendanceOf(events, 'leader', 'p')
      expect(
        attendanceOf(
          shuffled.map(({ event }) => event),
          'leader',
          'p',
        ),
      ).toEqual(came)
      expect(attendanceOf([...events, ...events], 'leader', 'p')).toMatchObject({ state: came.state, inAt: came.inAt })
      if (came.state !== 'absent') expect(events.some(({ kind }) => kind === 'check_in')).toBe(true)
      const voids = events.map(({ id }) => ({ ...aVoid, id: `void-${id}`, voidsId: id }))
      expect(attendanceOf([...events, ...voids], 'leader', 'p')).toMatchObject({
        state: 'absent',
        inAt: null,
        flags: [],
      })
    }),
  )
})
const aVoid = { kind: 'void', method: 'leader_confirm', countsAt: ZERO, verdict: 'unknown', actorId: 'l' } as const

const secrets = fc.string({ minLength: 32, maxLength: 40 })
const moments = fc.nat(1_000_000_000).map((s) => new Date(1_700_000_000_000 + s * 1000))
const directions = fc.constantFrom('in' as const, 'out' as const)

test('a code is good in its own step and the next, and in no other', () => {
  fc.assert(
    fc.property(
      secrets,
      fc.uuid(),
      directions,
      moments,
      fc.integer({ min: -10, max: 10 }),
      (secret, shiftId, direction, now, steps) => {
        const code = { shiftKey: shiftKeyOf(secret, shiftId), shiftId, direction }
        const { text, digits, step } = codeAt(code, now)
        const then = new Date(now.getTime() + steps * 30_000)
        const isGood = steps === 0 || steps === 1
        expect(readCode(code, text, then)).toEqual(isGood ? { step, method: 'qr' } : { bad: 'expired' })
        if (isGood) expect(readCode(code, digits, then)).toEqual({ step, method: 'digits' })
        else expect(readCode(code, digits, then)).toMatchObject({ bad: expect.any(String) })
      },
    ),
  )
})

test('a code of another shift, another direction, another secret or with one sign changed opens nothing', () => {
  fc.assert(
    fc.property(secrets, fc.uuid(), directions, moments, fc.nat(200), (secret, shiftId, direction, now, place) => {
      const shiftKey = shiftKeyOf(secret, shiftId)
      const code = { shiftKey, shiftId, direction }
      const { text, digits } = codeAt(code, now)
      const turned = { ...code, direction: direction === 'in' ? ('out' as const) : ('in' as const) }
      expect(readCode(turned, text, now)).toEqual({ bad: 'other_direction' })
      expect(readCode(turned, digits, now)).toEqual({ bad: 'other_direction' })
      expect(readCode({ ...code, shiftId: `${shiftId}x` }, text, now)).toEqual({ bad: 'other_shift' })
      expect(readCode({ ...code, shiftKey: shiftKeyOf(`${secret}x`, shiftId) }, text, now)).toEqual({ bad: 'wrong' })
      const at = place % text.length
      const flipped = `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`
      expect(readCode(code, flipped, now)).toMatchObject({ bad: expect.any(String) })
      const i = place % 8
      const wrong = `${digits.slice(0, i)}${(Number(digits[i]) + 1) % 10}${digits.slice(i + 1)}`
      expect(readCode(code, wrong, now)).toMatchObject({ bad: expect.any(String) })
    }),
  )
})

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
        const phases = [Math.min(a, b), Math.max(a, b)].map((n) => rank(activityPhase(activity, minute(n))))
        expect(phases[0]).toBeLessThanOrEqual(phases[1] ?? 0)
        expect(activityPhase({ ...activity, state: 'cancelled' }, minute(a))).toBeNull()
        expect(activityPhase(activity, settleDueAt(activity.endsAt))).toBe('settle_overdue')
      },
    ),
  )
})

type Seats = { capacity: number; taken: number }
const recruiting = (made: Seats[][]): Recruiting => ({
  ...{ id: 'a', state: 'published', signUpFrom: ZERO, signUpEndsAt: minute(600), minAge: null },
  shifts: made.map((posts, i) => ({
    id: `s${i}`,
    startsAt: minute(60 + i * 60),
    endsAt: minute(110 + i * 60),
    posts: posts.map((post, j) => ({ ...post, id: `s${i}p${j}`, name: `岗位${j}` })),
  })),
})
function wishOf(i: number, named: number | null, posts: readonly Seats[]) {
  const j = named === null ? null : named % posts.length
  const [postId, wanted] = j === null ? [null, posts] : [`s${i}p${j}`, posts.slice(j, j + 1)]
  return { shiftId: `s${i}`, postId, wanted: free(wanted) }
}
const free = (posts: readonly Seats[]) => posts.reduce((sum, { capacity, taken }) => sum + capacity - taken, 0)

test('the rule never gives a seat that is not free, and every refusal for want of one names the way in', () => {
  const seats = fc.record({ capacity: fc.nat(3), taken: fc.nat(3) }).filter(({ capacity, taken }) => taken <= capacity)
  const spans = fc.array(fc.array(seats, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  const applicant: Applicant = { personId: 'p', ageBand: 'adult', liveShiftIds: [] }
  fc.assert(
    fc.property(spans, fc.nat(3), fc.option(fc.nat(2)), (made, which, named) => {
      const activity = recruiting(made)
      const i = which % made.length
      const posts = made[i] ?? []
      const answer = decideSignUp(activity, wishOf(i, named, posts), applicant, minute(1))
      const { postId, wanted } = wishOf(i, named, posts)
      const zh = free(made.flat()) > 0 ? expect.stringMatching(/还有 \d+ 个名额$/) : '满员，名额有空出时会重新开放'
      expect(answer).toMatchObject(wanted > 0 ? { personId: 'p', postId } : { refused: 'full', zh })
    }),
  )
})

test('a place is inside if it could be, outside only if it must be, and unknown where the phone does not know', () => {
  const spot = { lng: 107.766, lat: 32.983 }
  expect(placeOf(null, spot, 300)).toEqual({ verdict: 'unknown', bucket: null, accuracyM: null })
  expect(placeOf({ ...spot, accuracyM: null }, spot, 300)).toMatchObject({ verdict: 'unknown' })
  expect(placeOf({ ...spot, accuracyM: 201 }, spot, 300)).toMatchObject({ verdict: 'unknown', bucket: null })
  fc.assert(
    fc.property(fc.double({ min: -0.02, max: 0.02, noNaN: true }), fc.nat(200), (east, accuracyM) => {
      const { verdict, bucket } = placeOf({ lng: spot.lng + east, lat: spot.lat, accuracyM }, spot, 300)
      const metres = Math.abs(east) * Math.cos((spot.lat * Math.PI) / 180) * 111_195
      if (metres - accuracyM < 299) expect(verdict).toBe('inside')
      if (metres - accuracyM > 301) expect(verdict).toBe('outside')
      if (metres < 99) expect(bucket).toBe('to_100m')
    }),
  )
})

type Row = { state: 'absent' | 'in' | 'out'; isRecorded: boolean; isLeader: boolean }
const SHIFT = { id: 's', startsAt: ZERO, endsAt: minute(60), graceMinutes: 0, capMinutes: 60 }
const TIMES = {
  absent: { inAt: null, outAt: null },
  in: { inAt: minute(0), outAt: null },
  out: { inAt: minute(0), outAt: minute(45) },
}
const presence = ({ state, isRecorded, isLeader }: Row, i: number): PresenceNow => ({
  ...{ signUpId: `u${i}`, state: 'approved', activityState: 'published', leaderId: 'leader', shift: SHIFT, isRecorded },
  personId: isLeader ? 'leader' : `p${i}`,
  attendance: { state, ...TIMES[state], breaks: [], evidence: 'strong', flags: [] },
  version: i,
})

/** How many records and absences a list comes to, or that it is refused: said again in the plainest way. */
function outcomeOf(made: readonly Row[], isOver: boolean) {
  const open = made.filter(({ isRecorded, isLeader }) => !isRecorded && !isLeader)
  const count = (wanted: Row['state']) => open.filter(({ state }) => state === wanted).length
  const [left, absent] = [count('out'), isOver ? count('absent') : 0]
  return (isOver && count('in') > 0) || left + absent === 0 ? 'wrong_state' : [left, absent]
}

test('a list grants whoever left, never the leader, nobody twice, and after the end waits for whoever is inside', () => {
  const row = fc.record({
    state: fc.constantFrom('absent' as const, 'in' as const, 'out' as const),
    isRecorded: fc.boolean(),
    isLeader: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), fc.boolean(), (made, isOver) => {
      const answer = decideSettlement(SHIFT, made.map(presence), 'leader', minute(isOver ? 60 : 50))
      const counted = 'records' in answer ? [answer.records.length, answer.absences.length] : answer.refused
      expect(counted).toEqual(outcomeOf(made, isOver))
      const minutes = 'records' in answer ? answer.records.map(({ creditedMinutes: n }) => n) : []
      expect(minutes.every((n) => n === 45)).toBe(true)
    }),
  )
})

test('a volunteer number is ten digits, and one wrong digit shows', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(9), fc.integer({ min: 1, max: 9 }), (seed, place, by) => {
      const number = volunteerNumber(seed)
      expect(isVolunteerNumber(number)).toBe(true)
      const wrong = `${number.slice(0, place)}${(Number(number[place]) + by) % 10}${number.slice(place + 1)}`
      expect(isVolunteerNumber(wrong)).toBe(false)
    }),
  )
})

test('names, stars, months and weeks read as people say them', () => {
  expect(maskName('陈丽')).toBe('陈＊')
  expect(starLevel(128.5 * 60)).toEqual({ stars: 1, next: { stars: 2, hours: 300, minutesLeft: 10_290 } })
  expect(starLevel(1500 * 60)).toEqual({ stars: 5, next: null })
  expect(monthsTo({ year: 2026, month: 2 }, 3)).toEqual(['2025-12', '2026-01', '2026-02'])
  expect(weekEndsAt(new Date('2026-06-28T10:00:00Z'))).toEqual(new Date('2026-06-28T16:00:00Z'))
  expect(weekEndsAt(new Date('2026-06-28T16:00:00Z'))).toEqual(new Date('2026-07-05T16:00:00Z'))
})
