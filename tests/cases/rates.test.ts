import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saidBy } from '../../functions/db/errors'
import { rateExclusions } from '../../schema/cases/exclusions'
import { partOf, percentOf, RATE_PARTS, RATES, type RateFact, tallyOf } from '../../shared/cases/rates'
import { CASE_STATES } from '../../shared/cases/states'
import { addMinutes } from '../../shared/kit/time'
import type { Person } from '../kit/house'
import { openCounty, UNIT } from './world'

const AT = new Date('2026-06-15T02:00:00Z')
const moments = fc.integer({ min: -900, max: 900 }).map((n) => addMinutes(AT, n))
const facts = fc.record({
  state: fc.constantFrom(...CASE_STATES),
  signedAt: fc.option(moments),
  signDueAt: moments,
  dueAt: fc.option(moments),
  handledAt: fc.option(moments),
  lowestScore: fc.option(fc.integer({ min: 1, max: 5 })),
  excluded: fc.subarray([...RATES]),
}) satisfies fc.Arbitrary<RateFact>

test('every case is in exactly one part: counted, open and excluded together are all, and no rate is above 100', () => {
  fc.assert(
    fc.property(fc.array(facts), (all) => {
      for (const rate of RATES) {
        const tally = tallyOf(rate, all, AT)
        const seen = rate === 'satisfaction' ? all.filter(({ state }) => state === 'closed') : all
        expect(tally.met + tally.missed + tally.open + tally.excluded).toBe(seen.length)
        expect(tally.met).toBeLessThanOrEqual(tally.met + tally.missed)
        expect(percentOf(tally) ?? 0).toBeLessThanOrEqual(100)
        for (const part of RATE_PARTS)
          expect(tally[part]).toBe(all.filter((fact) => partOf(rate, fact, AT) === part).length)
      }
    }),
  )
})

test('the numbers are what counting by hand gives', () => {
  fc.assert(
    fc.property(fc.array(facts), (all) => {
      const free = (rate: (typeof RATES)[number]) => all.filter(({ excluded }) => !excluded.includes(rate))
      const signed = free('response').filter(
        (f) => f.signedAt !== null && f.signedAt.getTime() <= f.signDueAt.getTime(),
      )
      expect(tallyOf('response', all, AT).met).toBe(signed.length)
      expect(tallyOf('solution', all, AT).met).toBe(free('solution').filter((f) => f.state === 'closed').length)
      const rated = free('satisfaction').filter((f) => f.state === 'closed' && f.lowestScore !== null)
      const { met, missed, open } = tallyOf('satisfaction', all, AT)
      expect([met, met + missed]).toEqual([rated.filter((f) => (f.lowestScore ?? 0) >= 4).length, rated.length])
      expect(open).toBe(free('satisfaction').filter((f) => f.state === 'closed').length - rated.length)
    }),
  )
})

const county = await openCounty()
const { cast, ask, caseAt, db } = county
const PERIOD = 'from=2026-06-01&to=2026-06-30'
type Tally = Record<(typeof RATE_PARTS)[number], number>
type Rates = {
  total: Record<(typeof RATES)[number], Tally>
  rows: ({ id: string } & Record<(typeof RATES)[number], Tally>)[]
  asked: { id: string; mayDecide: boolean }[]
}
const rates = async (who: Person, by = 'unit') =>
  (await ask(who, 'GET', `/api/rates?${PERIOD}&by=${by}`)) as unknown as Rates
const casesOf = async (rate: string, part: string) =>
  (await ask(cast.admin, 'GET', `/api/rates/cases?${PERIOD}&rate=${rate}&part=${part}`)).items as {
    id: string
    reason: string
  }[]
const exclude = (who: Person, id: string, rate = 'satisfaction') =>
  ask(who, 'POST', `/api/cases/${id}/exclusions`, { key: county.key(), rate, reason: '重复反映' })
const decide = (who: Person, id: unknown, agrees = true) =>
  ask(who, 'POST', `/api/exclusions/${id}/decision`, { key: county.key(), agrees })

test('rates by unit and grid, and each number opens its cases', async () => {
  const closed = await caseAt('closed')
  await caseAt('dispatched')
  await ask(cast.lin, 'POST', `/api/my-cases/${closed}/rating`, { key: county.key(), score: 5, tags: [], words: '好' })
  const { total, rows } = await rates(cast.admin)
  expect(total.response).toMatchObject({ met: 1, open: 1 })
  expect(total.solution).toMatchObject({ met: 1, open: 1 })
  expect(rows.map(({ id }) => id)).toEqual([UNIT])
  expect((await rates(cast.admin, 'grid')).rows).toMatchObject([{ id: 'WG09', solution: { met: 1 } }])
  for (const rate of RATES)
    for (const part of RATE_PARTS) expect(await casesOf(rate, part)).toHaveLength(total[rate][part])
  expect((await rates(cast.otherHandler)).rows).toEqual([])
})

test('an exclusion counts only once another person agreed, is shown beside the rate, and can be refused', async () => {
  const id = await caseAt('closed')
  const before = (await rates(cast.admin)).total.satisfaction
  const asked = await exclude(cast.reviewer, id)
  expect(asked).toMatchObject({ status: 200, state: 'asked', mayDecide: false })
  expect(await exclude(cast.admin, id)).toMatchObject({ status: 409 })
  expect((await rates(cast.admin)).total.satisfaction).toEqual(before)
  expect((await rates(cast.admin)).asked).toMatchObject([{ id: asked.id, mayDecide: true }])
  expect(await decide(cast.reviewer, asked.id)).toMatchObject({ status: 403 })
  expect(await decide(cast.reviewer2, asked.id)).toMatchObject({ status: 200, state: 'agreed' })
  expect(await decide(cast.admin, asked.id, false)).toMatchObject({ status: 409 })
  const after = (await rates(cast.admin)).total.satisfaction
  expect(after).toEqual({ ...before, open: before.open - 1, excluded: before.excluded + 1 })
  expect(await casesOf('satisfaction', 'excluded')).toMatchObject([{ id, reason: '重复反映' }])
  const other = await exclude(cast.reviewer, id, 'response')
  expect(await decide(cast.admin, other.id, false)).toMatchObject({ state: 'refused' })
  expect((await rates(cast.admin)).total.response.excluded).toBe(0)
})

test('the database refuses one person who asks and agrees', async () => {
  const { id } = await exclude(cast.reviewer, await caseAt('closed'), 'solution')
  const alone = { decidedBy: cast.reviewer.id, decidedAt: AT, agreed: true }
  const said = await db
    .update(rateExclusions)
    .set(alone)
    .where(eq(rateExclusions.id, String(id)))
    .catch((err: unknown) => saidBy(err)?.constraint)
  expect(said).toBe('rate_exclusions_two_people')
})
