import { describe, expect, test } from 'vitest'
import { ROLES } from '../../shared/people/roles'
import { HOURS_REQUEST_STATES } from '../../shared/volunteering/ledger/codes'
import {
  decideHours,
  HOURS_MOVES,
  HOURS_TRANSITIONS,
  openHoursMoves,
  type RequestNow,
} from '../../shared/volunteering/ledger/requests'

const NOW = new Date('2026-07-02T00:00:00Z')
const was = (more: Partial<RequestNow>): RequestNow => ({
  ...{ id: 'r', kind: 'correct', state: 'proposed', personId: 'ma', signUpId: 's', recordId: 'rec', wasMinutes: 120 },
  ...{ toMinutes: 10, capMinutes: 120, minutes: 120, firstMinutes: 120, proposedBy: 'leader', version: 0 },
  ...more,
})
const actor = (role: (typeof ROLES)[number], id = 'somebody') => ({
  id,
  grants: [{ role, unitId: null, gridId: null }],
})

describe.each(HOURS_MOVES)('%s', (move) => {
  test.each(HOURS_REQUEST_STATES)('from %s, by every role', (state) => {
    for (const role of ROLES) {
      const { from, by } = HOURS_TRANSITIONS[move]
      const may = from.includes(state) && (role === 'admin' || (role === 'reviewer' && by === 'office'))
      const ask = { move, note: '核对过', toMinutes: 100 }
      expect('refused' in decideHours(was({ state }), actor(role), ask, NOW), `${role}`).toBe(!may)
      expect(openHoursMoves(was({ state }), actor(role)).includes(move)).toBe(may)
    }
  })

  test('never by the person it is about', () => {
    const state = HOURS_TRANSITIONS[move].from[0] ?? 'asked'
    const ask = { move, note: '核对过', toMinutes: 100 }
    expect(decideHours(was({ state }), actor('admin', 'ma'), ask, NOW)).toMatchObject({ refused: 'forbidden' })
  })
})

test('whoever proposed it neither agrees nor disagrees', () => {
  for (const move of ['approve', 'refuse'] as const)
    expect(
      decideHours(was({}), actor('admin', 'leader'), { move, note: '核对过', toMinutes: null }, NOW),
    ).toMatchObject({ refused: 'forbidden' })
})

test('61 minutes wait for a second person, 60 do not, counted from what was first recorded too', () => {
  const answer = (toMinutes: number, more: Partial<RequestNow> = {}) =>
    decideHours(was({ state: 'asked', ...more }), actor('admin'), { move: 'answer', note: '核对过', toMinutes }, NOW)
  expect(answer(60)).toMatchObject({ state: 'applied' })
  expect(answer(59)).toMatchObject({ state: 'proposed' })
  expect(answer(30, { minutes: 60 })).toMatchObject({ state: 'proposed' })
  expect(answer(120)).toMatchObject({ refused: 'invalid' })
  expect(answer(121)).toMatchObject({ refused: 'invalid', field: 'toMinutes' })
})
