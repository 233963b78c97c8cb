import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Cap,
  capsOf,
  decideEarning,
  isEarned,
  type RewardClaim,
  UNPAID_REASONS,
} from '../../shared/reports/rewards/earn'
import { ACCOUNT_OF, FREEZE_CAUSES, PAYEE_WAYS, REWARD_MOVES, REWARD_STATES } from '../../shared/reports/rewards/moves'
import { payoutCsv } from '../../shared/reports/rewards/payout'
import { periodOf, type RewardRule, ruleFor, rulesOn } from '../../shared/reports/rewards/rules'
import {
  amountZh,
  FREEZE_CAUSE_ZH,
  PAYEE_WAY_ZH,
  REWARD_STATE_ZH,
  UNPAID_REASON_ZH,
  yuanZh,
} from '../../shared/reports/rewards/words'

const days = ['2026-05-31', '2026-06-01', '2026-06-02', '2026-06-15', '2026-06-30', '2026-07-01', '2027-01-01']
const day = fc.constantFrom(...days)
const rule: fc.Arbitrary<RewardRule> = fc.record({
  id: fc.uuid(),
  lineId: fc.constantFrom('a', 'b'),
  zh: fc.constant('办法'),
  classes: fc.uniqueArray(fc.constantFrom('D1', 'D2', 'A3'), { minLength: 1 }),
  firstFen: fc.nat(5000),
  firstPoints: fc.nat(50),
  followerFen: fc.nat(500),
  followerPoints: fc.nat(5),
  dayMaxFen: fc.constant(5000),
  monthMaxFen: fc.constant(50_000),
  dayMaxPoints: fc.constant(100),
  budgetFen: fc.constant(1_000_000),
  budgetPeriod: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
  startsOn: day,
  endsOn: fc.option(day, { nil: null }),
})
const rules = fc.uniqueArray(rule, { maxLength: 6, selector: ({ lineId, startsOn }) => `${lineId} ${startsOn}` })
const claim: fc.Arbitrary<RewardClaim> = fc.record({
  rank: fc.constantFrom('first' as const, 'follower' as const),
  day,
  categoryCode: fc.constantFrom('D1', 'D2', 'A3', 'F3'),
  classReward: fc.constantFrom('money' as const, 'thanks' as const, 'none' as const),
  isStaff: fc.boolean(),
  isOwnUnit: fc.boolean(),
  isPlatform: fc.boolean(),
  isAnonymous: fc.boolean(),
  hasEarned: fc.boolean(),
  isPointsOnly: fc.boolean(),
})

test('staff, own-unit people, platforms and the anonymous never earn, whatever the rules', () => {
  fc.assert(
    fc.property(claim, rules, (one, all) => {
      const barred = [one.isStaff, one.isOwnUnit, one.isPlatform, one.isAnonymous, one.hasEarned]
      if (barred.includes(true) || one.classReward === 'none') expect(isEarned(decideEarning(one, all))).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

test('what is earned comes from a rule of the class and the day, and money only where it may', () => {
  const fine = { isStaff: false, isOwnUnit: false, isPlatform: false, isAnonymous: false, hasEarned: false }
  fc.assert(
    fc.property(claim, rules, (given, all) => {
      const one = { ...given, ...fine }
      const answer = decideEarning(one, all)
      if (!isEarned(answer)) {
        expect(UNPAID_REASON_ZH[answer.reason]).toMatch(/[\u4e00-\u9fff]/)
        return
      }
      expect(answer.fen + answer.points).toBeGreaterThan(0)
      if (one.classReward === 'thanks' || one.isPointsOnly) expect(answer.fen).toBe(0)
      expect(answer.rule.classes).toContain(one.categoryCode)
      expect([answer.rule.startsOn <= one.day, (answer.rule.endsOn ?? '9') >= one.day]).toEqual([true, true])
    }),
    { numRuns: 1000 },
  )
})

test('on any day one version of a line holds at most, the youngest that has begun', () => {
  fc.assert(
    fc.property(rules, day, (all, on) => {
      const held = rulesOn(all, on)
      expect(new Set(held.map(({ lineId }) => lineId)).size).toBe(held.length)
      for (const { lineId, startsOn } of held)
        expect(all.filter((one) => one.lineId === lineId && one.startsOn > startsOn && one.startsOn <= on)).toEqual([])
      const found = ruleFor(all, 'D1', on)
      if (found) expect(held).toContain(found)
    }),
  )
})

test('a later version changes nothing of the days before it', () => {
  fc.assert(
    fc.property(rules, rule, day, (all, later, on) => {
      fc.pre(
        on < later.startsOn &&
          all.every(({ lineId, startsOn }) => lineId !== later.lineId || startsOn < later.startsOn),
      )
      expect(ruleFor([...all, later], 'D1', on)).toEqual(ruleFor(all, 'D1', on))
    }),
  )
})

test('counts are taken in one order, and nothing is counted that is nothing', () => {
  fc.assert(
    fc.property(claim, rules, (one, all) => {
      const answer = decideEarning(one, all)
      if (!isEarned(answer)) return
      const name = ({ kind, owner, period }: Cap) => `${kind} ${owner} ${period}`
      const caps = capsOf(answer, 'who', one.day)
      expect(caps.map(name)).toEqual([...caps].map(name).sort())
      expect(caps.every(({ amount }) => amount > 0)).toBe(true)
    }),
  )
})

test('a period holds its day, and every code has its words', () => {
  expect(['month', 'quarter', 'year'].map((one) => periodOf(one as 'month', '2026-06-30'))).toEqual([
    '2026-06',
    '2026-Q2',
    '2026',
  ])
  expect([yuanZh(1000), yuanZh(1250), amountZh({ fen: 5, points: 2 })]).toEqual([
    '10 元',
    '12.50 元',
    '0.05 元 + 2 积分',
  ])
  for (const [table, codes] of [
    [REWARD_STATE_ZH, REWARD_STATES],
    [UNPAID_REASON_ZH, UNPAID_REASONS],
    [FREEZE_CAUSE_ZH, FREEZE_CAUSES],
    [PAYEE_WAY_ZH, PAYEE_WAYS],
  ] as readonly (readonly [Record<string, string>, readonly string[]])[]) {
    for (const code of codes) expect(table[code], code).toMatch(/[\u4e00-\u9fff]/)
    expect(new Set(Object.values(table)).size).toBe(codes.length)
  }
})

test('nothing but paying brings money to the paid account, and nothing leaves a state twice', () => {
  for (const [name, { from, to }] of Object.entries(REWARD_MOVES)) {
    expect(from).not.toContain(to)
    if (ACCOUNT_OF[to] === 'paid') expect(name).toBe('pay')
    expect(from).not.toContain('refused')
    expect(from).not.toContain('reversed')
  }
})

test('no cell of a payout file runs as a formula', () => {
  fc.assert(
    fc.property(fc.string(), (payeeName) => {
      const row = {
        rewardId: 'r',
        caseNumber: 'YC-1',
        payeeName: `=${payeeName}`,
        payeeWay: 'wechat' as const,
        openid: '+1',
        fen: 5,
      }
      expect(payoutCsv([row])).toContain(`"'=`)
      expect(payoutCsv([row])).toContain(`"'+1","0.05"`)
    }),
  )
})
