import { expect, test } from 'vitest'
import { LEVELS } from '../../shared/cases/clocks'
import { CASE_SOURCES, CASE_STATES, REJECT_REASONS, SUSPEND_REASONS, URGENCIES } from '../../shared/cases/states'
import { eventZh, toldZh } from '../../shared/cases/story'
import { CASE_EVENT_KINDS } from '../../shared/cases/transitions'
import {
  CASE_SOURCE_ZH,
  CASE_STATE_CITIZEN_ZH,
  CASE_STATE_ZH,
  LEVEL_ZH,
  REJECT_REASON_ZH,
  SUSPEND_REASON_ZH,
  URGENCY_ZH,
} from '../../shared/cases/words'
import { ROLES } from '../../shared/people/roles'
import { ROLE_ZH } from '../../shared/people/words'

const TABLES: readonly (readonly [name: string, table: Record<string, string>, codes: readonly string[]])[] = [
  ['CASE_STATE_ZH', CASE_STATE_ZH, CASE_STATES],
  ['CASE_STATE_CITIZEN_ZH', CASE_STATE_CITIZEN_ZH, CASE_STATES],
  ['URGENCY_ZH', URGENCY_ZH, URGENCIES],
  ['CASE_SOURCE_ZH', CASE_SOURCE_ZH, CASE_SOURCES],
  ['REJECT_REASON_ZH', REJECT_REASON_ZH, REJECT_REASONS],
  ['SUSPEND_REASON_ZH', SUSPEND_REASON_ZH, SUSPEND_REASONS],
  ['LEVEL_ZH', LEVEL_ZH, LEVELS],
]

test.each(TABLES)('%s has one Chinese word for every code, and no two alike', (_name, table, codes) => {
  for (const code of codes) expect(table[code], code).toMatch(/[\u4e00-\u9fff]/)
  expect(new Set(Object.values(table)).size).toBe(codes.length)
})

test('every role and every step of a case has its Chinese', () => {
  for (const role of ROLES) expect(ROLE_ZH[role]).toMatch(/[\u4e00-\u9fff]/)
  for (const kind of CASE_EVENT_KINDS) {
    expect(eventZh(kind)).toMatch(/[\u4e00-\u9fff]/)
    expect(toldZh(kind, true) ?? '不说').toMatch(/[\u4e00-\u9fff]/)
  }
})

test('what citizens read never uses the office’s terms', () => {
  const told = CASE_EVENT_KINDS.map((kind) => toldZh(kind, false) ?? '').concat(Object.values(CASE_STATE_CITIZEN_ZH))
  for (const zh of told) expect(zh).not.toMatch(/并案|挂账|销号|派遣|不予|举报|投诉|！/)
})
