import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cases } from '../../schema/cases/ledger'
import { addDays } from '../../shared/kit/time'
import { openCounty, PLACE } from './world'

const county = await openCounty()
const { ask, cast, report, caseAt, db } = county
const at = (metres: number) => ({ position: { lng: PLACE.lng, lat: PLACE.lat + metres / 111_195, accuracyM: 8 } })
type Relapse = { id: string; day: string; before: { id: string; number: string; day: string } | null }
type Heat = { lng: number; lat: number; count: number; addressZh: string }
const spots = async (as: { token: string }, more = '', span = 'from=2026-06-01&to=2026-06-30') => {
  const { status, total, heat, relapses } = await ask(as, 'GET', `/api/spots?${span}${more}`)
  return { status, total, heat: heat as Heat[], relapses: relapses as Relapse[] }
}
async function closedAgo(days: number) {
  const id = await caseAt('closed')
  const when = addDays(county.now(), -days)
  await db.update(cases).set({ submittedAt: when, endedAt: when }).where(eq(cases.id, id))
  return id
}

test('a case that came back stands on the map with the one before it; one too far, too late or of another class does not', async () => {
  await closedAgo(45)
  const before = await closedAgo(10)
  const { number } = await ask(cast.reviewer, 'GET', `/api/cases/${before}`)
  const back = await report(cast.lin, at(40))
  await report(cast.lin, at(80))
  await report(cast.lin, { ...at(10), categoryCode: 'D2' })
  const { relapses } = await spots(cast.reviewer)
  expect(relapses).toMatchObject([
    { id: back.id, day: '2026-06-15', before: { id: before, number, day: '2026-06-05' } },
  ])
  expect((await spots(cast.reviewer, '&categoryCode=D2')).relapses).toEqual([])
})

test('the hottest square comes first, and the squares add up to all cases of the span', async () => {
  const { heat, total } = await spots(cast.reviewer)
  expect(heat.reduce((sum, { count }) => sum + count, 0)).toBe(total)
  expect(heat.map(({ count }) => count)).toEqual(heat.map(({ count }) => count).sort((a, b) => b - a))
  const [hot] = heat
  expect(Math.abs((hot?.lat ?? 0) - PLACE.lat)).toBeLessThan(0.003)
  expect(hot?.addressZh).not.toBe('')
  const one = await spots(cast.reviewer, '&categoryCode=D2')
  expect(one).toMatchObject({ total: 1, heat: [{ count: 1 }] })
  expect((await spots(cast.reviewer, '&gridId=WG01')).total).toBeLessThan(total as number)
})

test('nobody sees on the map what they may not see in the list', async () => {
  expect(await spots(cast.farReviewer)).toMatchObject({ total: 0, heat: [], relapses: [] })
  expect((await spots(cast.lin)).status).toBe(403)
})

test('a span that ends before it begins, or longer than a year, is refused in words', async () => {
  const backwards = await ask(cast.reviewer, 'GET', '/api/spots?from=2026-06-30&to=2026-06-01')
  expect(backwards).toMatchObject({ status: 422, refused: 'invalid', zh: '截止日期早于起始日期' })
  const endless = await ask(cast.reviewer, 'GET', '/api/spots?from=2020-01-01&to=2026-06-01')
  expect(endless).toMatchObject({ status: 422, zh: '一次最多看一年' })
})
