import { expect, test } from 'vitest'
import { type Actor, ROLES, type Role } from '../../shared/people/roles'
import {
  ACTIVITY_MOVES,
  ACTIVITY_STATES,
  ACTIVITY_TRANSITIONS,
  type ActivityNow,
  decideActivityMove,
} from '../../shared/volunteering/activities'
import {
  decideSignUpMove,
  SIGN_UP_MOVERS,
  SIGN_UP_MOVES,
  SIGN_UP_STATES,
  SIGN_UP_TRANSITIONS,
  type SignUpMover,
  type SignUpNow,
  SYSTEM,
} from '../../shared/volunteering/sign-ups'
import * as words from '../../shared/volunteering/words'

const STARTS = new Date('2026-06-27T01:00:00Z')
const ENDS = new Date('2026-06-27T03:00:00Z')
const AFTER = new Date('2026-06-27T04:00:00Z')
const holder = (role: Role, id = 'p-1'): Actor => ({
  id,
  grants: role === 'citizen' ? [] : [{ role, unitId: null, gridId: null }],
})
const has = (list: readonly string[], one: string) => list.includes(one)

const anActivity = (more: Partial<ActivityNow>): ActivityNow => ({
  id: 'a1',
  state: 'draft',
  createdBy: 'author',
  isLed: false,
  placeZh: '亲水平台',
  riskZh: '临水',
  isRisky: false,
  insuranceNo: null,
  minAge: null,
  endsAt: ENDS,
  shifts: 1,
  unsettled: 0,
  version: 3,
  ...more,
})

const activityWays = ACTIVITY_STATES.flatMap((state) =>
  ACTIVITY_MOVES.flatMap((move) => ROLES.map((role) => ({ state, move, role }))),
)
test.each(activityWays)('$role may $move a $state activity only where the table says so', ({ state, move, role }) => {
  const { from, to, by } = ACTIVITY_TRANSITIONS[move]
  const answer = decideActivityMove(anActivity({ state }), holder(role), { move, note: '原因' }, AFTER)
  if (!has(by, role)) expect(answer).toMatchObject({ refused: 'forbidden' })
  else if (!has(from, state)) expect(answer).toMatchObject({ refused: 'wrong_state' })
  else expect(answer).toMatchObject({ to, was: { version: 3 }, by: 'p-1' })
})

test('the author never judges an activity, whatever roles the author holds', () => {
  for (const move of ['publish', 'return'] as const) {
    const was = anActivity({ state: 'in_review', createdBy: 'p-1' })
    expect(decideActivityMove(was, holder('reviewer'), { move, note: '原因' }, AFTER)).toMatchObject({
      refused: 'forbidden',
    })
  }
})

test('结项 waits for the end and for everyone’s outcome', () => {
  const settle = (more: Partial<ActivityNow>, at: Date) =>
    decideActivityMove(anActivity({ state: 'published', ...more }), holder('admin'), { move: 'settle', note: '' }, at)
  expect(settle({}, STARTS)).toMatchObject({ refused: 'wrong_state' })
  expect(settle({ unsettled: 2 }, AFTER)).toMatchObject({ zh: expect.stringContaining('2 人') })
  expect(settle({}, AFTER)).toMatchObject({ to: 'settled' })
})

test('every state of an activity can be reached', () => {
  const reached = new Set<string>(['draft', ...Object.values(ACTIVITY_TRANSITIONS).map(({ to }) => to)])
  expect([...reached].sort()).toEqual([...ACTIVITY_STATES].sort())
})

const aSignUp = (more: Partial<SignUpNow>): SignUpNow => ({
  id: 's1',
  activityId: 'a1',
  shiftId: 'h1',
  state: 'approved',
  personId: 'self',
  leaderId: 'leader',
  startsAt: STARTS,
  endsAt: ENDS,
  signUpEndsAt: new Date('2026-06-26T10:00:00Z'),
  isHere: false,
  offerUntil: null,
  version: 3,
  ...more,
})
const MOVERS: Record<SignUpMover, Actor> = {
  self: holder('volunteer', 'self'),
  leader: holder('volunteer', 'leader'),
  reviewer: holder('reviewer', 'reviewer'),
  system: SYSTEM,
}
/** A moment at which the clock does not stand in the way of the move. */
const MOMENT = {
  before_deadline: new Date('2026-06-26T09:00:00Z'),
  after_deadline: new Date('2026-06-26T11:00:00Z'),
  after_end: AFTER,
  in_time: new Date('2026-06-26T12:00:00Z'),
  out_of_time: new Date('2026-06-26T13:00:00Z'),
}

const signUpWays = SIGN_UP_STATES.flatMap((state) =>
  SIGN_UP_MOVES.flatMap((move) => SIGN_UP_MOVERS.map((mover) => ({ state, move, mover }))),
)
test.each(signUpWays)('$mover may $move a $state sign-up only where the table says so', ({ state, move, mover }) => {
  const transition = SIGN_UP_TRANSITIONS[move]
  const at = 'when' in transition ? MOMENT[transition.when] : STARTS
  const offerUntil = state === 'offered' ? MOMENT.out_of_time : null
  const answer = decideSignUpMove(aSignUp({ state, offerUntil }), MOVERS[mover], { move, note: '原因' }, at)
  if (mover !== transition.by) expect(answer).toMatchObject({ refused: 'forbidden' })
  else if (!has(transition.from, state)) expect(answer).toMatchObject({ refused: 'wrong_state' })
  else expect(answer).toMatchObject({ to: transition.to })
})

test('nobody decides about himself: not as leader, not as reviewer', () => {
  const own = aSignUp({ state: 'applied', leaderId: 'self' })
  expect(decideSignUpMove(own, MOVERS.self, { move: 'approve', note: '' }, STARTS)).toMatchObject({
    refused: 'forbidden',
  })
  const missed = aSignUp({ state: 'no_show' })
  const judge = holder('reviewer', 'self')
  expect(decideSignUpMove(missed, judge, { move: 'restore', note: '原因' }, AFTER)).toMatchObject({
    refused: 'forbidden',
  })
})

test('the clock decides between 取消报名 and 临时取消, and the seat goes back only before the start', () => {
  const act = (move: 'withdraw' | 'withdraw_late', at: Date, more: Partial<SignUpNow> = {}) =>
    decideSignUpMove(aSignUp(more), MOVERS.self, { move, note: '原因' }, at)
  expect(act('withdraw', MOMENT.before_deadline)).toMatchObject({ freesSeat: true })
  expect(act('withdraw', MOMENT.after_deadline)).toMatchObject({ refused: 'wrong_state' })
  expect(act('withdraw_late', MOMENT.before_deadline)).toMatchObject({ refused: 'wrong_state' })
  expect(act('withdraw_late', MOMENT.after_deadline)).toMatchObject({ freesSeat: true })
  expect(act('withdraw_late', STARTS)).toMatchObject({ freesSeat: false })
  expect(act('withdraw_late', STARTS, { isHere: true })).toMatchObject({ refused: 'wrong_state' })
  expect(act('withdraw_late', ENDS)).toMatchObject({ refused: 'wrong_state' })
})

test('every code has its Chinese word', () => {
  for (const table of Object.values(words)) {
    for (const zh of Object.values(table)) expect(zh).toMatch(/[\u4e00-\u9fff]/)
  }
})
