import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockOf } from '../../functions/http/address'
import { isRefusal } from '../../shared/kit/refusal'
import { type Actor, ROLES, type Role } from '../../shared/people/roles'
import { EVIDENCE_CLASSES } from '../../shared/volunteering/attendance'
import {
  CERTIFICATE_STATES,
  CERTIFICATE_TRANSITIONS,
  type CertificateNow,
  checkPeriod,
  decideCertificate,
  OFFICE_MOVES,
  openCertificateMoves,
  STANDINGS,
} from '../../shared/volunteering/certificates/life'
import { certificateNumber, isCertificateNumber } from '../../shared/volunteering/certificates/number'
import { checkRealName, ID_KINDS, isResidentId, maskId } from '../../shared/volunteering/certificates/real-name'
import { type CertificateLine, canonical, totalsOf } from '../../shared/volunteering/certificates/snapshot'
import { ID_KIND_ZH, STANDING_SAYS, STANDING_ZH } from '../../shared/volunteering/certificates/words'
import { IDS } from './certificates-world'

const AT = new Date('2026-06-15T02:00:00Z')
const was = (more: Partial<CertificateNow> = {}): CertificateNow => ({
  ...{ id: 'c1', state: 'requested', version: 0, personId: 'holder', teamId: 't1', issuedBy: null, supersedesId: null },
  ...more,
})
const actor = (role: Role, id = 'p1'): Actor => ({ id, grants: [{ role, unitId: null, gridId: null }] })
const ask = { note: '说明', headZh: '韩立', contactZh: '0916' }

describe('every state, move and role', () => {
  const everyway = CERTIFICATE_STATES.flatMap((state) =>
    OFFICE_MOVES.flatMap((move) =>
      ROLES.flatMap((role) => [true, false].map((leads) => ({ state, move, role, leads }))),
    ),
  )
  test.each(everyway)('$role (leads: $leads) may $move a $state one only where the table says so', (one) => {
    const { state, move, role, leads } = one
    const now = was({ state, issuedBy: 'issuer' })
    const answer = decideCertificate(now, actor(role), { ...ask, move }, { leads, at: AT })
    const isOffice = role === 'admin' || (role === 'shift_leader' && leads)
    const isFrom = (CERTIFICATE_TRANSITIONS[move].from as readonly string[]).includes(state)
    expect(openCertificateMoves(now, actor(role), leads).includes(move)).toBe(isOffice && isFrom)
    if (!isOffice) expect(answer).toMatchObject({ refused: 'forbidden' })
    else if (!isFrom) expect(answer).toMatchObject({ refused: 'wrong_state' })
    else expect(answer).toMatchObject({ is: { state: CERTIFICATE_TRANSITIONS[move].to, version: 1 } })
  })

  test.each(OFFICE_MOVES)('nobody can %s their own', (move) => {
    const answer = decideCertificate(was(), actor('admin', 'holder'), { ...ask, move }, { leads: true, at: AT })
    expect(answer).toMatchObject({ refused: 'forbidden' })
    expect(openCertificateMoves(was(), actor('admin', 'holder'), true)).toEqual([])
  })

  test('who issued it cannot revoke it, another can, and only with a reason', () => {
    const issued = was({ state: 'issued', issuedBy: 'p1' })
    const revoke = (id: string, note: string) =>
      decideCertificate(issued, actor('admin', id), { ...ask, move: 'revoke', note }, { leads: false, at: AT })
    expect(revoke('p1', '错了')).toMatchObject({ refused: 'forbidden' })
    expect(revoke('p2', ' ')).toMatchObject({ refused: 'missing', field: 'note' })
    expect(isRefusal(revoke('p2', '错了'))).toBe(false)
  })

  test('an administrator of one grid only is no office', () => {
    const narrow: Actor = { id: 'p1', grants: [{ role: 'admin', unitId: null, gridId: 'WG01' }] }
    expect(openCertificateMoves(was(), narrow, false)).toEqual([])
  })

  test('a paper without who is in charge and how to reach them is not issued', () => {
    for (const field of ['headZh', 'contactZh'] as const)
      expect(
        decideCertificate(was(), actor('admin'), { ...ask, move: 'issue', [field]: '' }, { leads: false, at: AT }),
      ).toMatchObject({ refused: 'missing', field })
  })
})

test('every standing and kind of document has its Chinese', () => {
  for (const one of STANDINGS) expect(STANDING_ZH[one] + STANDING_SAYS[one]).toMatch(/[\u4e00-\u9fff]/)
  for (const one of ID_KINDS) expect(ID_KIND_ZH[one]).toMatch(/[\u4e00-\u9fff]/)
})

describe('the number', () => {
  const parts = fc.record({
    year: fc.integer({ min: 2024, max: 2099 }),
    area: fc.constant('YC'),
    serial: fc.integer({ min: 1, max: 9_999_999 }),
  })
  test('reads ZM-年-区划-序号-校验', () => {
    expect(certificateNumber({ year: 2026, area: 'YC', serial: 7 })).toMatch(/^ZM-2026-YC-000007-[\dA-Z]$/)
  })
  test('no wrong sign goes unseen', () => {
    fc.assert(
      fc.property(parts, fc.nat(30), fc.constantFrom(...'0123456789ABCXYZ'), (given, place, sign) => {
        const number = certificateNumber(given)
        expect(isCertificateNumber(number)).toBe(true)
        const at = place % number.length
        if (number[at] === '-' || number[at] === sign || at < 2) return
        expect(isCertificateNumber(number.slice(0, at) + sign + number.slice(at + 1))).toBe(false)
      }),
    )
  })
  test('of ten thousand numbers with two neighbours swapped, fewer than one in a hundred go unseen', () => {
    const swapped = Array.from({ length: 10_000 }, (_, i) => {
      const number = certificateNumber({ year: 2026, area: 'YC', serial: 100_000 + i * 89 })
      const at = 'ZM-2026-YC-'.length + (i % 5)
      return number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
    }).filter((number, i) => number !== certificateNumber({ year: 2026, area: 'YC', serial: 100_000 + i * 89 }))
    const unseen = swapped.filter(isCertificateNumber)
    expect(swapped.length).toBeGreaterThan(8000)
    expect(unseen.length / swapped.length).toBeLessThan(0.01)
  })
})

describe('the name and number of a person', () => {
  test('GB 11643: a number with its check digit passes, every single wrong digit does not', () => {
    for (const id of Object.values(IDS)) {
      expect(isResidentId(id)).toBe(true)
      for (let i = 0; i < 17; i++) {
        const wrong = id.slice(0, i) + ((Number(id[i]) + 1) % 10) + id.slice(i + 1)
        expect(isResidentId(wrong), wrong).toBe(false)
      }
    }
    expect(isResidentId('610724199002300011')).toBe(false)
  })
  test('a mask shows the first and the last sign and nothing between', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{4,30}$/), (id) => {
        const shown = maskId(id)
        expect(shown.replaceAll('*', '')).toBe(`${id[0]}${id.at(-1)}`)
        expect(shown).toHaveLength(id.length)
      }),
    )
  })
  test('what is no name or number is refused at its field', () => {
    const good = { name: '陈小丽', idKind: 'resident', idNumber: IDS.chen } as const
    expect(checkRealName(good)).toBeNull()
    expect(checkRealName({ ...good, name: '陈123' })).toMatchObject({ field: 'name' })
    expect(checkRealName({ ...good, idNumber: '123' })).toMatchObject({ field: 'idNumber' })
    expect(checkRealName({ ...good, idKind: 'passport', idNumber: 'E12345678' })).toBeNull()
    expect(checkRealName({ ...good, idKind: 'passport', idNumber: "E1'2345" })).toMatchObject({ field: 'idNumber' })
  })
})

test('totals are the sums of their classes, and hours never more than the minutes', () => {
  const line = fc.record({ minutes: fc.integer({ min: 1, max: 600 }), evidence: fc.constantFrom(...EVIDENCE_CLASSES) })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (given) => {
      const { measured, supplemented, all } = totalsOf(given as CertificateLine[])
      expect(measured.minutes + supplemented.minutes).toBe(all.minutes)
      for (const { minutes, hours } of [measured, supplemented, all]) {
        const printed = Math.round(Number(hours) * 10) * 6
        expect(printed).toBeLessThanOrEqual(minutes)
        expect(minutes - printed).toBeLessThan(6)
      }
    }),
  )
})

test('one content has one canonical text, whatever order its names came in', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (given) => {
      const turned = Object.fromEntries(Object.entries(given).reverse())
      expect(canonical(turned)).toBe(canonical(given))
      expect(canonical(JSON.parse(canonical(given)))).toBe(canonical(given))
    }),
  )
})

test('a period lies in the past and is no longer than ten years', () => {
  expect(checkPeriod('2026-01-01', '2026-06-15', '2026-06-15')).toBeNull()
  expect(checkPeriod('2026-06-16', '2026-06-15', '2026-06-15')).toMatchObject({ field: 'fromDay' })
  expect(checkPeriod('2026-01-01', '2026-06-16', '2026-06-15')).toMatchObject({ field: 'toDay' })
  expect(checkPeriod('2010-01-01', '2026-06-15', '2026-06-15')).toMatchObject({ field: 'fromDay' })
})

test.each([
  ['203.0.113.9', '203.0.113.0/24'],
  ['::ffff:203.0.113.9', '203.0.113.0/24'],
  ['2001:db8:7:1::1', '2001:db8:7::/48'],
  ['2001:0db8:0007::', '2001:db8:7::/48'],
  ['::1', '0:0:0::/48'],
  ['<script>', 'unknown'],
  ['', 'unknown'],
])('%s is counted as %s', (address, block) => {
  expect(blockOf(address)).toBe(block)
})
