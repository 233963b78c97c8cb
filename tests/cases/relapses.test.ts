import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cases } from '../../schema/cases/ledger'
import { addDays } from '../../shared/kit/time'
import { openCounty, PLACE } from './world'

const county = await openCounty()
const { ask, cast, report, caseAt, db } = county
/** So many metres to the north of the usual place. */
const at = (metres: number) => ({ position: { lng: PLACE.lng, lat: PLACE.lat + metres / 111_195, accuracyM: 8 } })
const relapses = async (as: { token: string }, id: unknown) =>
  (await ask(as, 'GET', `/api/cases/${id}`)).relapses as { id: string; distanceM: number }[]
const ids = async (as: { token: string }, id: unknown) => (await relapses(as, id)).map((one) => one.id)
/** A case closed at the usual place so many days ago. */
async function closedAgo(days: number) {
  const id = await caseAt('closed')
  const when = addDays(county.now(), -days)
  await db.update(cases).set({ submittedAt: when, endedAt: when }).where(eq(cases.id, id))
  return id
}

test('the same class closed within 50 m and 30 days before the report is shown', async () => {
  const [before, older] = [await closedAgo(10), await closedAgo(31)]
  const { number, title } = await ask(cast.reviewer, 'GET', `/api/cases/${before}`)
  const near = await report(cast.lin, at(30))
  expect(await relapses(cast.reviewer, near.id)).toEqual([
    { id: before, number, title, day: '2026-06-05', distanceM: 30 },
  ])
  expect(await ids(cast.reviewer, (await report(cast.lin, at(70))).id)).toEqual([])
  expect(await ids(cast.reviewer, (await report(cast.lin, { ...at(10), categoryCode: 'D2' })).id)).toEqual([])
  expect(await ids(cast.reviewer, older)).toEqual([])
})

test('what is still open, and what was closed only after the report, is no relapse', async () => {
  const open = await caseAt('processing')
  const first = await report(cast.lin, at(5))
  county.at(addDays(county.now(), 0.01))
  const closedLater = await caseAt('closed')
  const seen = await ids(cast.reviewer, first.id)
  expect(seen).not.toContain(open)
  expect(seen).not.toContain(closedLater)
  expect(await ids(cast.reviewer, closedLater)).not.toContain(closedLater)
})

test('nobody is shown a case that they could not open', async () => {
  const before = await closedAgo(3)
  const again = await caseAt('handled')
  await db.update(cases).set({ unitId: 'U001' }).where(eq(cases.id, before))
  expect(await ids(cast.verifier, again)).toContain(before)
  expect(await ids(cast.handler, again)).not.toContain(before)
  expect(await ask(cast.verifier, 'GET', `/api/cases/${before}`)).toMatchObject({ status: 200 })
  expect(await ask(cast.handler, 'GET', `/api/cases/${before}`)).toMatchObject({ status: 404 })
})
