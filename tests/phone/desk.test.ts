import { describe, expect, test } from 'vitest'
import { clockOf } from '../../miniapp/src/features/cases/desk/clock'
import { askOf, FIELDS, fieldsOf, type MoveFields } from '../../miniapp/src/features/cases/desk/fields'
import { plansOf } from '../../miniapp/src/features/cases/desk/plans'
import type { Level } from '../../shared/cases/clocks'
import type { CaseState } from '../../shared/cases/states'
import { CASE_MOVES, transitionOf } from '../../shared/cases/transitions'
import type { Role } from '../../shared/people/roles'

const now = new Date('2026-06-15T02:00:00Z')
const row = (state: CaseState, level: Level, stageDueAt: string | null) => ({
  state,
  clock: { level, stageDueAt, leftMinutes: null, dueAt: null },
})

describe('the badge of a case', () => {
  test.each([
    ['today in minutes', row('submitted', 'soon', '2026-06-15T02:17:00Z'), 'soon', '余 17 分'],
    ['tomorrow by its day', row('submitted', 'calm', '2026-06-16T01:00:00Z'), 'calm', '明天 09:00 前'],
    ['late in minutes', row('dispatched', 'overdue', '2026-06-15T01:19:00Z'), 'overdue', '逾期 41 分'],
    ['late since it was read', row('dispatched', 'soon', '2026-06-15T01:59:00Z'), 'overdue', '逾期 1 分'],
    ['very late as the server says', row('dispatched', 'overdue3', '2026-06-12T02:00:00Z'), 'overdue3', '逾期 3 天'],
    ['standing still', row('suspended', 'paused', '2026-08-01T00:00:00Z'), 'paused', '计时暂停'],
    ['closed in time', row('closed', 'met', null), 'met', '按时办结'],
    ['closed late', row('closed', 'overdue', null), 'overdue', '超时办结'],
  ] as const)('%s', (_name, of, level, zh) => {
    expect(clockOf(of, now)).toEqual({ level, zh })
  })
  test('is not there where no clock ever runs again', () => {
    expect(clockOf(row('withdrawn', 'met', null), now)).toBeNull()
  })
})

const me = (roles: readonly Role[], gridId: string | null = null) => ({
  id: 'p',
  name: '何敏',
  roles: roles.map((role) => ({ role, unitId: null, gridId, scopeZh: '' })),
})

describe('the plans of a case', () => {
  const view = { moves: ['send_verify', 'ask_more', 'file', 'reject'] as const, gridId: 'WG09' }
  const ids = (roles: readonly Role[], gridId: string | null = null) =>
    plansOf({ ...view, moves: [...view.moves] }, me(roles, gridId)).map(({ id }) => id)

  test('are the moves the server offers, the main one first', () => {
    expect(ids(['reviewer'])).toEqual(['file', 'send_verify', 'ask_more', 'reject'])
  })
  test('begin with filing and dispatching in one go for who may do both in that grid, and for nobody else', () => {
    expect(ids(['reviewer', 'dispatcher'])[0]).toBe('file-dispatch')
    expect(ids(['reviewer', 'dispatcher'], 'WG01')[0]).toBe('file')
  })
})

describe('the form of a move', () => {
  const filled: MoveFields = {
    note: '说明',
    photoWaiver: '夜里拍不清',
    conditions: ['属于本县职责范围'],
    categoryCode: 'D1',
    urgency: 'hazard',
    gridId: 'WG09',
    unitId: 'U052',
    unitZh: '县市政工程公司',
    coUnits: [{ id: 'U001', zh: '县环境卫生所' }],
    inspectorId: 'p',
    masterId: 'm',
    masterZh: 'm',
    rejectReason: 'not_ours',
    suspendReason: 'money',
    reviewDay: '2026-07-01',
    dueDay: '2026-06-20',
    dueClock: '10:30',
    target: '公路段',
    externalNumber: '1',
    isPublic: true,
  }
  const photos = ['f1']

  test.each(CASE_MOVES)('%s shows an input for everything it needs', (move) => {
    const shown = fieldsOf({ id: move, zh: '', moves: [move] })
    for (const need of transitionOf(move).needs) expect(shown).toContain(need)
  })
  test.each(CASE_MOVES)('%s sends nothing the form did not show', (move) => {
    const shown = new Set(fieldsOf({ id: move, zh: '', moves: [move] }))
    const ask = askOf(move, filled, photos)
    const sent = {
      note: ask.note,
      condition: ask.conditions.join(),
      category: ask.categoryCode,
      urgency: ask.urgency,
      grid: ask.gridId,
      unit: ask.unitId,
      coUnits: ask.coUnitIds.join(),
      inspector: ask.inspectorId,
      master: ask.masterId,
      rejectReason: ask.rejectReason,
      suspendReason: ask.suspendReason,
      reviewAt: ask.reviewAt,
      newDueAt: ask.newDueAt,
      target: ask.target,
      isPublic: ask.isPublic,
    }
    for (const field of FIELDS)
      if (field !== 'photos' && field !== 'proof') expect(Boolean(sent[field]), field).toBe(shown.has(field))
    expect(ask.photos.length > 0).toBe(shown.has('photos') || shown.has('proof'))
  })
  test('a day and an hour are the county’s own, and a reason without photos goes only where there is no photo', () => {
    expect(askOf('extend', filled, []).newDueAt?.toISOString()).toBe('2026-06-20T02:30:00.000Z')
    expect(askOf('suspend', filled, []).reviewAt?.toISOString()).toBe('2026-07-01T10:00:00.000Z')
    expect(askOf('handle', filled, []).photoWaiver).toBe('夜里拍不清')
    expect(askOf('handle', filled, photos).photoWaiver).toBe('')
  })
})
