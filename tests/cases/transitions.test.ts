import { describe, expect, test } from 'vitest'
import { type Ask, type CaseNow, CLOCK, type Relation } from '../../shared/cases/case-now'
import { type Decision, decideTransition, openMoves } from '../../shared/cases/decide'
import { CASE_STATES, type CaseState, isOpen } from '../../shared/cases/states'
import { CASE_MOVES, CASE_TRANSITIONS, type CaseMove, type Party, transitionOf } from '../../shared/cases/transitions'
import { isRefusal } from '../../shared/kit/refusal'
import type { Actor, Role } from '../../shared/people/roles'
import { ROLES } from '../../shared/people/roles'
import { CALENDAR } from '../kit/calendar'

const AT = new Date('2026-06-15T02:00:00Z')
const hours = (n: number) => new Date(AT.getTime() + n * 3_600_000)
const aCase = (given: Partial<CaseNow> = {}): CaseNow => ({
  id: 'c1',
  state: 'submitted',
  version: 3,
  categoryCode: 'D1',
  urgency: 'general',
  gridId: 'g1',
  unitId: 'u1',
  handlerId: 'p-handler',
  inspectorId: 'p-actor',
  verifierId: 'p-first-verifier',
  verifierUnitId: null,
  rejectedBy: 'p-first-reviewer',
  masterId: null,
  stateBefore: 'filed',
  returnedUnits: [],
  coOpen: [],
  coDone: [],
  extensions: 0,
  reworks: 0,
  reopens: 0,
  objections: 0,
  cycle: 1,
  isPublic: false,
  filedAt: hours(-3),
  handledAt: null,
  endedAt: hours(-1),
  nudgedAt: null,
  limitMinutes: 960,
  limitClock: 'work',
  dispatchedAt: hours(-1),
  dueAt: hours(20),
  stageAt: hours(-1),
  stageDueAt: hours(20),
  pausedLeft: null,
  ...given,
})
/** Which units a move that needs 协办 units is about, so that its guard is met. */
const CO_UNITS: Partial<Record<CaseMove, string[]>> = { split: ['u7'], co_again: ['u6'], co_release: ['u5'] }
const anAsk = (move: CaseMove, given: Partial<Ask> = {}): Ask => ({
  move,
  note: '说明',
  photos: ['f1'],
  photoWaiver: '',
  conditions: ['属于本县职责范围'],
  categoryCode: 'D1',
  urgency: null,
  gridId: null,
  unitId: 'u2',
  coUnitIds: CO_UNITS[move] ?? [],
  inspectorId: 'p-inspector',
  masterId: 'c2',
  rejectReason: 'untrue',
  suspendReason: 'money',
  reviewAt: hours(24 * 30),
  newDueAt: hours(22),
  target: '公路段',
  externalNumber: '12328-1',
  isPublic: null,
  ...given,
})
const LIMIT = { minutes: 960, clock: 'work' as const }
const decide = (was: CaseNow, actor: Actor, ask: Ask, relation: Relation = null, at = AT) =>
  decideTransition(was, actor, ask, { relation, at, calendar: CALENDAR, limit: LIMIT })
const actor = (role: Role, scope: Partial<{ unitId: string; gridId: string }> = {}): Actor => ({
  id: 'p-actor',
  grants: role === 'citizen' ? [] : [{ role, unitId: scope.unitId ?? null, gridId: scope.gridId ?? null }],
})
/** What one needs to be before one can be offered a move at all; written out again here, not taken from the code. */
const PARTIES: Record<Role, readonly Party[]> = {
  citizen: [],
  volunteer: [],
  shift_leader: [],
  reviewer: ['triage', 'other_office'],
  dispatcher: ['dispatcher'],
  handler: ['unit', 'co_unit'],
  verifier: ['independent', 'inspector'],
  area_leader: ['area_leader'],
  grid_chief: [],
  admin: ['office', 'other_office'],
}
/** A handler stands for the unit whose part a move is: 主办 u1, or u5 that helps. */
const own = (role: Role, move?: CaseMove) =>
  actor(
    role,
    role === 'handler'
      ? { unitId: move === 'co_finish' ? 'u5' : 'u1' }
      : role === 'area_leader'
        ? { gridId: 'g1' }
        : {},
  )
/** A state and a moment in which every guard of the move is met. */
const ready = (state: CaseState, move: CaseMove) =>
  aCase({
    state,
    ...(move.startsWith('co_') ? { coOpen: ['u5'], coDone: ['u6'] } : {}),
    ...(move === 'arbitrate' ? { returnedUnits: ['u8', 'u9'] } : {}),
    ...(move === 'nudge' ? { dueAt: hours(-2) } : {}),
    ...(move === 'extend_again' ? { extensions: 1 } : {}),
  })
const target = (was: CaseNow, move: CaseMove) => {
  const { to } = transitionOf(move)
  return to === 'same' ? was.state : to === 'before' ? was.stateBefore : to
}

const everyway = CASE_STATES.flatMap((state) =>
  CASE_MOVES.flatMap((move) => ROLES.map((role) => ({ state, move, role }))),
)
test.each(everyway)('$role may $move a $state case only where the table says so', ({ state, move, role }) => {
  const was = ready(state, move)
  const { by, from } = transitionOf(move)
  const answer = decide(was, own(role, move), anAsk(move))
  if (!by.some((party) => PARTIES[role].includes(party))) expect(answer).toMatchObject({ refused: 'forbidden' })
  else if (!from.includes(state)) expect(answer).toMatchObject({ refused: 'wrong_state' })
  else expect(answer).toMatchObject({ is: { state: target(was, move), version: 4 }, by: 'p-actor' })
})

const relations = ['reporter', 'follower', 'leader', null] as const
const partyOf = (relation: Relation) => (relation === 'leader' ? 'volunteers' : relation)
test.each(
  CASE_STATES.flatMap((state) =>
    CASE_MOVES.flatMap((move) => relations.map((relation) => ({ state, move, relation }))),
  ),
)(
  'a citizen who is its $relation may $move a $state case only where the table says so',
  ({ state, move, relation }) => {
    const was = ready(state, move)
    const { by, from } = transitionOf(move)
    const answer = decide(was, actor('citizen'), anAsk(move), relation)
    const party = partyOf(relation)
    if (party === null || !by.includes(party)) expect(answer).toMatchObject({ refused: 'forbidden' })
    else if (!from.includes(state)) expect(answer).toMatchObject({ refused: 'wrong_state' })
    else expect(answer).toMatchObject({ is: { state: target(was, move) } })
  },
)

test('the table has all 23 rows of the rules but the two ways in, and every state can be reached', () => {
  const rows = new Set(CASE_MOVES.map((move) => transitionOf(move).row))
  expect([...rows].sort((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, i) => i + 3))
  const reached = new Set(['submitted', ...CASE_MOVES.map((move) => transitionOf(move).to)])
  for (const state of CASE_STATES) expect(reached, state).toContain(state)
})

test('what the house moves by time, no person can move', () => {
  expect(decide(aCase({ state: 'supplement' }), CLOCK, anAsk('lapse'))).toMatchObject({ is: { state: 'rejected' } })
  expect(
    openMoves(aCase({ state: 'supplement' }), own('admin'), { relation: 'reporter', at: AT, calendar: CALENDAR }),
  ).not.toContain('lapse')
})

describe('every move asks for what its row needs, and moves nothing without it', () => {
  const EMPTY = {
    note: '',
    photos: [],
    conditions: [],
    categoryCode: null,
    unitId: null,
    coUnitIds: [],
    inspectorId: null,
    masterId: null,
  } as const
  const NOTHING = {
    ...EMPTY,
    rejectReason: null,
    suspendReason: null,
    reviewAt: null,
    newDueAt: null,
    target: '',
  } as const
  const needy = CASE_MOVES.filter((move) =>
    transitionOf(move).needs.some((need) => need !== 'category' && need !== 'grid'),
  )
  const ROLE_OF: Partial<Record<Party, Role>> = {
    triage: 'reviewer',
    dispatcher: 'dispatcher',
    unit: 'handler',
    co_unit: 'handler',
    inspector: 'verifier',
    independent: 'verifier',
    area_leader: 'area_leader',
    office: 'admin',
    other_office: 'reviewer',
  }
  test.each(needy)('%s', (move) => {
    const { from, by } = transitionOf(move)
    const was = ready(from[0] ?? 'submitted', move)
    const relation = by.includes('reporter') ? 'reporter' : by.includes('volunteers') ? 'leader' : null
    const role = by.map((party) => ROLE_OF[party]).find((one) => one !== undefined) ?? 'citizen'
    expect(decide(was, own(role, move), anAsk(move, NOTHING), relation)).toMatchObject({ refused: 'missing' })
    expect(decide(was, own(role, move), anAsk(move), relation)).toMatchObject({ is: {} })
  })
})

const decided = (answer: ReturnType<typeof decide>): Decision['is'] => {
  if (isRefusal(answer)) throw new Error(answer.zh)
  return answer.is
}

test('scope: another unit’s handler, another grid’s reviewer and leader are nobody here', () => {
  const was = aCase({ state: 'dispatched' })
  expect(decide(was, actor('handler', { unitId: 'u9' }), anAsk('sign'))).toMatchObject({ refused: 'forbidden' })
  expect(decide(aCase(), actor('reviewer', { gridId: 'g9' }), anAsk('file'))).toMatchObject({ refused: 'forbidden' })
  const again = aCase({ state: 'processing', extensions: 1 })
  expect(decide(again, actor('area_leader', { gridId: 'g9' }), anAsk('extend_again'))).toMatchObject({
    refused: 'forbidden',
  })
})

test('whoever handled it, and whoever works for its unit, does not check it', () => {
  const was = aCase({ state: 'handled' })
  expect(decide(was, actor('verifier', { unitId: 'u1' }), anAsk('close'))).toMatchObject({ refused: 'forbidden' })
  expect(decide({ ...was, handlerId: 'p-actor' }, own('verifier'), anAsk('close'))).toMatchObject({
    refused: 'forbidden',
  })
})

test('a protest is judged by somebody else than the one it is against', () => {
  const objected = aCase({ state: 'submitted', objections: 1, rejectedBy: 'p-actor' })
  expect(decide(objected, own('reviewer'), anAsk('reject'))).toMatchObject({ refused: 'forbidden' })
  const reopening = aCase({ state: 'reopen_req', verifierId: 'p-actor' })
  expect(decide(reopening, own('reviewer'), anAsk('deny_reopen'))).toMatchObject({ refused: 'forbidden' })
})

test('派遣 starts the handling clock of the category; 签收 is due within two work hours', () => {
  const is = decided(
    decide(aCase({ state: 'filed', dispatchedAt: null, dueAt: null }), own('dispatcher'), anAsk('dispatch')),
  )
  // Monday 10:00 in Shanghai; two work days are Wednesday 10:00, two work hours are noon.
  expect(is).toMatchObject({
    dispatchedAt: AT,
    dueAt: new Date('2026-06-17T02:00:00Z'),
    stageDueAt: new Date('2026-06-15T04:00:00Z'),
    unitId: 'u2',
  })
})

test('退回 takes unit and deadline away, once a unit and twice in all, within four work hours', () => {
  const was = aCase({ state: 'dispatched' })
  const is = decided(decide(was, own('handler'), anAsk('return')))
  expect(is).toMatchObject({ unitId: null, dueAt: null, returnedUnits: ['u1'] })
  expect(decide({ ...was, returnedUnits: ['u1'] }, own('handler'), anAsk('return'))).toMatchObject({
    refused: 'wrong_state',
  })
  expect(decide({ ...was, returnedUnits: ['u8', 'u9'] }, own('handler'), anAsk('return'))).toMatchObject({
    zh: expect.stringContaining('联席'),
  })
  const late = aCase({ state: 'dispatched', dispatchedAt: new Date('2026-06-12T00:00:00Z') })
  expect(decide(late, own('handler'), anAsk('return'))).toMatchObject({ zh: expect.stringContaining('4 个工作小时') })
})

test('挂账 stops the clock and 恢复 gives back exactly what was left, overdue or not', () => {
  const stopped = decided(
    decide(aCase({ state: 'processing', dueAt: new Date('2026-06-15T06:30:00Z') }), own('admin'), anAsk('suspend')),
  )
  // 10:00 to 12:00 and 14:00 to 14:30.
  expect(stopped.pausedLeft).toBe(150)
  const later = new Date('2026-06-22T00:00:00Z')
  const back = decided(decide({ ...aCase(), ...stopped }, own('admin'), anAsk('resume'), null, later))
  expect(back.dueAt).toEqual(new Date('2026-06-22T02:30:00Z'))
  const overdue = decided(
    decide(aCase({ state: 'processing', dueAt: new Date('2026-06-15T01:00:00Z') }), own('admin'), anAsk('suspend')),
  )
  expect(overdue.pausedLeft).toBe(-60)
  const stillLate = decided(decide({ ...aCase(), ...overdue }, own('admin'), anAsk('resume'), null, later))
  // Resumed on Monday at 8:00: an hour late in work time was last Friday at 17:00.
  expect(stillLate.dueAt).toEqual(new Date('2026-06-19T09:00:00Z'))
})

test('返工 gives what is left or half of the limit, whichever is more', () => {
  const late = decided(decide(aCase({ state: 'handled', dueAt: hours(-5) }), own('verifier'), anAsk('redo')))
  // Half of 960 is one work day.
  expect(late).toMatchObject({ dueAt: new Date('2026-06-16T02:00:00Z'), reworks: 1, state: 'processing' })
  const early = decided(
    decide(aCase({ state: 'handled', dueAt: new Date('2026-06-18T02:00:00Z') }), own('verifier'), anAsk('redo')),
  )
  expect(early.dueAt).toEqual(new Date('2026-06-18T02:00:00Z'))
})

test('延期 is asked before the deadline, adds at most the limit, once by the dispatcher and once more by the leader', () => {
  const was = aCase({ state: 'processing', dueAt: hours(1) })
  expect(decided(decide(was, own('dispatcher'), anAsk('extend', { newDueAt: hours(20) })))).toMatchObject({
    dueAt: hours(20),
    extensions: 1,
  })
  expect(decide(was, own('dispatcher'), anAsk('extend', { newDueAt: hours(24 * 20) }))).toMatchObject({
    refused: 'invalid',
    field: 'newDueAt',
  })
  expect(decide({ ...was, dueAt: hours(-1) }, own('dispatcher'), anAsk('extend'))).toMatchObject({
    refused: 'wrong_state',
  })
  expect(decide({ ...was, extensions: 1 }, own('dispatcher'), anAsk('extend'))).toMatchObject({
    refused: 'wrong_state',
  })
  expect(decide({ ...was, extensions: 2 }, own('area_leader'), anAsk('extend_again'))).toMatchObject({
    refused: 'wrong_state',
  })
})

test('申请重办 is open for 14 days and twice; 异议 for 7 days and once; 催办 after the promised time and once a day', () => {
  const asked = (move: CaseMove, was: CaseNow) => decide(was, actor('citizen'), anAsk(move), 'reporter')
  const closed = aCase({ state: 'closed' })
  expect(asked('ask_reopen', closed)).toMatchObject({ is: { state: 'reopen_req', reopens: 1 } })
  expect(asked('ask_reopen', { ...closed, reopens: 2 })).toMatchObject({ refused: 'wrong_state' })
  expect(asked('ask_reopen', { ...closed, endedAt: hours(-24 * 14 - 1) })).toMatchObject({ refused: 'wrong_state' })
  const rejected = aCase({ state: 'rejected' })
  expect(asked('object', rejected)).toMatchObject({ is: { state: 'submitted', objections: 1 } })
  expect(asked('object', { ...rejected, objections: 1 })).toMatchObject({ refused: 'wrong_state' })
  expect(asked('object', { ...rejected, endedAt: hours(-24 * 7 - 1) })).toMatchObject({ refused: 'wrong_state' })
  const late = aCase({ state: 'processing', dueAt: hours(-1) })
  expect(asked('nudge', late)).toMatchObject({ is: { nudgedAt: AT } })
  expect(asked('nudge', { ...late, dueAt: hours(1) })).toMatchObject({ refused: 'wrong_state' })
  expect(asked('nudge', { ...late, nudgedAt: hours(-23) })).toMatchObject({ refused: 'wrong_state' })
})

test('a reopened case runs a new cycle and keeps nobody’s signature', () => {
  const is = decided(decide(aCase({ state: 'reopen_req' }), own('admin'), anAsk('reopen')))
  expect(is).toMatchObject({ cycle: 2, endedAt: null, verifierId: null, handledAt: null, dispatchedAt: AT })
})

test('a year without a work calendar is refused, never guessed', () => {
  const answer = decideTransition(aCase({ state: 'filed' }), own('dispatcher'), anAsk('dispatch'), {
    relation: null,
    at: new Date('2029-01-01T02:00:00Z'),
    calendar: CALENDAR,
    limit: LIMIT,
  })
  expect(answer).toMatchObject({ refused: 'not_ready', zh: expect.stringContaining('2029') })
})

test('only open cases can be merged, and never into themselves', () => {
  for (const state of CASE_STATES) {
    const answer = decide(aCase({ state }), own('reviewer'), anAsk('merge'))
    if (isOpen(state) && state !== 'reopen_req') expect(answer, state).toMatchObject({ is: { state: 'merged' } })
    else expect(answer, state).toMatchObject({ refused: 'wrong_state' })
  }
  expect(decide(aCase(), own('reviewer'), anAsk('merge', { masterId: 'c1' }))).toMatchObject({ refused: 'missing' })
  expect(CASE_TRANSITIONS.merge.to).toBe('merged')
})
