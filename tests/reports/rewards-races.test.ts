import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { brokenConstraint, isAway } from '../../functions/db/errors'
import { recordEarned } from '../../functions/reports/rewards/earn-queries'
import { sweepRewards } from '../../functions/reports/rewards/sweep-actions'
import { decideEarning, isEarned } from '../../shared/reports/rewards/earn'
import { freshPostgres } from '../kit/databases'
import { BOOKS, openRewards, RULE } from './rewards-world'

const real = await freshPostgres()
afterAll(() => real?.close())
const grounds: [string, Parameters<typeof openRewards>[0]][] = [['the embedded database', {}]]
if (real) grounds.push(['a real server', { db: real.db }])

/** The pool sends away who waits longer than three seconds; whoever is sent away comes again, as the sweep does. */
const untilServed = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act()
  } catch (error) {
    if (!isAway(error)) throw error
    return untilServed(act)
  }
}

describe.each(grounds)('on %s', async (_name, given) => {
  const county = await openRewards(given)
  const { db, cast, rows, setRule, person, act, pay, bind, closedCopies, caseAt, deps } = county
  const closed = await caseAt('closed')
  const rule = await setRule({ dayMaxFen: 3000, monthMaxFen: 5000, budgetFen: 100_000 })
  const balanced = async () => expect(await rows(BOOKS)).toEqual([])

  test('200 closings at once give each person no more than a day holds, and the budget no more than it has', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, (_, i) => person(`邻居${i}`)))
    for (const one of people) await closedCopies(closed, 40, one.id)
    const cases = await rows<{ id: string; by: string }>(
      sql`select c.id, f.person_id as by from cases c join case_followers f on f.case_id = c.id where c.id <> ${closed}`,
    )
    expect(cases).toHaveLength(200)
    const claim = { rank: 'first', day: '2026-06-15', categoryCode: 'D1', classReward: 'money' } as const
    const none = { isStaff: false, isOwnUnit: false, isPlatform: false, isAnonymous: false, hasEarned: false }
    const versions = [{ ...RULE, ...rule, endsOn: null } as never]
    const earning = decideEarning({ ...claim, ...none, isPointsOnly: false }, versions)
    if (!isEarned(earning)) return expect.unreachable()
    const done = await Promise.allSettled(
      cases.map(({ id, by }) => {
        const row = {
          id: crypto.randomUUID(),
          caseId: id,
          personId: by,
          rank: 'first',
          day: claim.day,
          at: deps.now(),
        } as const
        return untilServed(() => recordEarned(db, row, earning))
      }),
    )
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(15)
    for (const one of done)
      if (one.status === 'rejected') expect(brokenConstraint(one.reason, 'reward_counters_day')).toBe(true)
    await balanced()
  }, 120_000)

  test('twelve sweeps at once leave one row a person and case, one first a case, and the same books', async () => {
    const [gu, hua] = [await person('顾城'), await person('华英')]
    await closedCopies(closed, 30, gu.id, [hua.id])
    await Promise.all(Array.from({ length: 12 }, () => sweepRewards(deps)))
    while ((await sweepRewards(deps)) > 0);
    const [sum] = await rows<{
      n: number
      people: number
      firsts: number
      cases: number
      left: number
    }>(sql`select count(*)::int as n,
      count(distinct (case_id, person_id))::int as people, count(*) filter (where rank = 'first')::int as firsts,
      count(distinct case_id)::int as cases from rewards`)
    expect(sum).toMatchObject({ n: 200 + 1 + 60, people: 261, firsts: 231, cases: 231 })
    const earned = sql`select person_id as who, sum(fen)::int as fen from rewards where person_id in (${gu.id}, ${hua.id})
      and state = 'earned' group by 1`
    expect(new Map((await rows<{ who: string; fen: number }>(earned)).map(({ who, fen }) => [who, fen]))).toEqual(
      new Map([
        [gu.id, 3000],
        [hua.id, 3000],
      ]),
    )
    await balanced()
  }, 120_000)

  test('the budget of the period ends the giving, whoever asks for it', async () => {
    const tight = await setRule({ classes: ['D3'], zh: '路灯', budgetFen: 7000 })
    expect(tight.status).toBe(200)
    await db.execute(sql`update cases set category_code = 'D3' where id = ${closed}`)
    for (let i = 0; i < 10; i++) await closedCopies(closed, 2, (await person(`居民${i}`)).id)
    await Promise.all(Array.from({ length: 6 }, () => sweepRewards(deps)))
    const [given] = await rows<{ fen: number; refused: number }>(sql`select coalesce(sum(fen), 0)::int as fen,
      count(*) filter (where reason = 'budget')::int as refused from rewards r join cases c on c.id = r.case_id where c.category_code = 'D3' and c.id <> ${closed}`)
    expect(given).toEqual({ fen: 7000, refused: 13 })
    await balanced()
  }, 120_000)

  test('many hands on the same rewards never pay twice nor lose a fen', async () => {
    const zhao = await person('赵雅琴')
    await bind(zhao)
    await db.execute(sql`update cases set category_code = 'D1' where id = ${closed}`)
    await closedCopies(closed, 3, zhao.id)
    await sweepRewards(deps)
    const mine = await rows<{ id: string }>(
      sql`select id from rewards where person_id = ${zhao.id} and state = 'earned'`,
    )
    expect(mine).toHaveLength(3)
    const hands = [cast.reviewer, cast.reviewer2, cast.admin]
    const press = fc.tuple(
      fc.nat(2),
      fc.nat(2),
      fc.constantFrom('approve', 'freeze', 'unfreeze', 'reverse', 'pay', 'approve', 'pay'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(press, { minLength: 4, maxLength: 12 }), async (presses) => {
        const answers = await Promise.all(
          presses.map(([who, which, move]) => {
            const [as = cast.admin, id] = [hands[who], mine[which]?.id]
            return move === 'pay' ? pay(as, [id]) : act(as, id, move, '核实')
          }),
        )
        for (const { status } of answers) expect([200, 409]).toContain(status)
        await balanced()
      }),
      { numRuns: 15 },
    )
    const twice = sql`select reward_id from reward_events where kind = 'pay' group by 1 having count(*) > 1`
    expect(await rows(twice)).toEqual([])
    expect(county.logged).toEqual([])
  }, 120_000)
})
