import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes } from '../../shared/kit/time'
import { type AttendanceEvent, attendanceOf } from '../../shared/volunteering/attendance'
import type { PresenceNow } from '../../shared/volunteering/check-ins'
import { countedSpan, creditedMinutes, rawMinutes } from '../../shared/volunteering/minutes'
import { decideSettlement } from '../../shared/volunteering/settlement'

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
