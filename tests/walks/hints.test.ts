import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseEvents, cases } from '../../schema/cases/ledger'
import { addDays } from '../../shared/kit/time'
import { PLACE } from '../cases/world'
import { button, openDesk, sees } from './desk-world'

/** What a verifier is shown before closing: an odd feedback, and a spot where it happened before. */
let desk: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => {
  desk = await openDesk()
}, 300_000)
afterAll(() => desk.close())

test('a feedback sent from 200 m away is shown as a doubt to the verifier, beside the earlier case of the same spot', async () => {
  const { caseAt, cast, db, now } = desk.county
  const before = await caseAt('closed')
  const ended = addDays(now(), -5)
  await db.update(cases).set({ submittedAt: ended, endedAt: ended }).where(eq(cases.id, before))
  const id = await caseAt('processing')
  const at = { longitude: PLACE.lng, latitude: PLACE.lat + 200 / 111_195 }
  const unit = await desk.sit(cast.handler, `/staff/cases/move?id=${id}&plan=handle`, { at })
  await desk.takePhoto(unit.page)
  await unit.page.getByRole('textbox', { name: '说明' }).fill('更换井盖 1 套')
  await button(unit.page, '反馈').click()
  await expect.poll(async () => (await desk.seen(id)).state).toBe('handled')
  const journal = await db.select().from(caseEvents).where(eq(caseEvents.caseId, id))
  expect(journal.find(({ kind }) => kind === 'handle')?.payload).toMatchObject({ distanceM: 200 })
  expect(unit.errors).toEqual([])

  const check = await desk.sit(cast.verifier, `/staff/cases/detail?id=${id}`)
  await sees(check.page, '反馈有疑点')
  await sees(check.page, '反馈时手机离案件 200 米')
  await sees(check.page, '反复点')
  const { number } = await desk.seen(before)
  await button(check.page, new RegExp(String(number))).click()
  await sees(check.page, String(number))
  expect(check.errors).toEqual([])
  await unit.context.close()
  await check.context.close()
}, 90_000)
