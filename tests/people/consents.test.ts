import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { CONSENT_KINDS } from '../../shared/people/consents'
import { openCounty, PLACE } from '../cases/world'
import type { Person } from '../kit/house'

const county = await openCounty()
const { ask, key, db, cast, person, report, file } = county

type View = { kind: string; version: number; isGiven: boolean; isAnswered: boolean; text: string }
const mine = async (as: Person) =>
  Object.fromEntries(((await ask(as, 'GET', '/api/me/consents')).items as View[]).map((view) => [view.kind, view]))
const give = (as: Person, kind: string, version = 1) =>
  ask(as, 'POST', '/api/me/consents', { key: key(), kind, version })
const withdraw = (as: Person, kind: string) => ask(as, 'POST', '/api/me/consents/end', { key: key(), kind })
const byHand = { position: { ...PLACE, accuracyM: null } }
const isOut = async (id: unknown) => (await ask(null, 'GET', `/api/public/cases/${id}`)).status === 200
const contact = { name: '新来的人', phone: '13800004321' }

test('a newcomer has said nothing, and reads every text before any answer', async () => {
  const views = await mine(await person('新人', [], []))
  expect(Object.keys(views)).toEqual([...CONSENT_KINDS])
  for (const { isGiven, isAnswered, text, version } of Object.values(views)) {
    expect([isGiven, isAnswered, version]).toEqual([false, false, 1])
    expect(text.length).toBeGreaterThan(40)
  }
})

test('without consent the phone’s own place is refused and named; a place pointed at is taken', async () => {
  const mei = await person('梅', [], [])
  const asked = await report(mei)
  expect(asked).toMatchObject({ status: 403, refused: 'consent_required', field: 'precise_location' })
  expect(asked.zh).toMatch(/地图上点/)
  expect(await report(mei, byHand)).toMatchObject({ status: 200 })
  expect(await give(mei, 'precise_location')).toMatchObject({ status: 200 })
  expect(await report(mei)).toMatchObject({ status: 200 })
})

test('the same send goes through once the consent is there: nothing typed is lost to the refusal', async () => {
  const mei = await person('梅', [], [])
  const body = {
    ...{ key: key(), photos: [await county.photo(mei)], position: { ...PLACE, accuracyM: 8 } },
    ...{ categoryCode: 'D1', words: '只写了一遍' },
  }
  expect(await ask(mei, 'POST', '/api/reports', body)).toMatchObject({ status: 403 })
  await give(mei, 'precise_location')
  const sent = await ask(mei, 'POST', '/api/reports', body)
  expect(sent).toMatchObject({ status: 200 })
  expect(await ask(mei, 'POST', '/api/reports', body)).toMatchObject({ status: 200, id: sent.id })
})

test('a number waits for its consent; withdrawing deletes the numbers that lie sealed', async () => {
  const mei = await person('梅', [], [])
  const named = { ...byHand, identity: 'real_name', contact }
  expect(await report(mei, named)).toMatchObject({ status: 403, refused: 'consent_required', field: 'phone' })
  await give(mei, 'phone')
  const { id } = await report(mei, named)
  const items = async () => (await ask(cast.reviewer, 'GET', `/api/cases/${id}/reports`)).items
  expect(await items()).toMatchObject([{ hasContact: true }])
  expect(await withdraw(mei, 'phone')).toMatchObject({ status: 200 })
  expect(await items()).toMatchObject([{ hasContact: false }])
})

test('without consent to publish a report is worked on like any other and never becomes public', async () => {
  const mei = await person('梅', [], [])
  const { id, status } = await report(mei, byHand)
  expect(status).toBe(200)
  expect(await file(id)).toMatchObject({ status: 200, isPublic: false, isWithheld: true, state: 'filed' })
  expect(await isOut(id)).toBe(false)
  const shown = await report(cast.lin)
  await file(shown.id)
  expect(await isOut(shown.id)).toBe(true)
})

test('withdrawing takes back what is public at once, and only one’s own; giving it again publishes nothing by itself', async () => {
  const [mei, other] = [await person('梅'), await person('别人')]
  const [own, others] = [await report(mei), await report(other)]
  for (const { id } of [own, others]) await file(id)
  expect([await isOut(own.id), await isOut(others.id)]).toEqual([true, true])
  await withdraw(mei, 'publishing')
  expect([await isOut(own.id), await isOut(others.id)]).toEqual([false, true])
  await give(mei, 'publishing')
  expect(await isOut(own.id)).toBe(false)
  const later = await report(mei)
  await file(later.id)
  expect(await isOut(later.id)).toBe(true)
})

test('no statement makes a withheld case public: the database itself refuses', async () => {
  const { id } = await report(await person('梅', [], []), byHand)
  await expect(db.execute(sql`update cases set is_public = true where id = ${String(id)}`)).rejects.toThrow()
})

test('registering as a volunteer waits for the privacy policy', async () => {
  const mei = await person('梅', [], [])
  const register = () => ask(mei, 'POST', '/api/volunteers', { key: key(), displayName: '小梅', ageBand: 'adult' })
  expect(await register()).toMatchObject({ status: 403, field: 'privacy_policy' })
  await give(mei, 'privacy_policy')
  expect(await register()).toMatchObject({ status: 200 })
})

test('saying no is an answer too: it is not asked again for the same version', async () => {
  const mei = await person('梅', [], [])
  await withdraw(mei, 'publishing')
  expect((await mine(mei)).publishing).toMatchObject({ isGiven: false, isAnswered: true })
})

test('a new version asks everybody anew; what was agreed to the old one no longer holds', async () => {
  const publish = (as: Person, version: number, text: string) =>
    ask(as, 'POST', '/api/consent-texts', { key: key(), kind: 'phone', version, text })
  expect(await publish(cast.reviewer, 1, '新')).toMatchObject({ status: 403 })
  expect(await publish(cast.admin, 1, '第二版：只用于回访')).toMatchObject({ status: 200 })
  expect(await publish(cast.admin, 1, '又一个第二版')).toMatchObject({ status: 409 })
  expect((await mine(cast.zhou)).phone).toMatchObject({ version: 2, isGiven: false, text: '第二版：只用于回访' })
  const named = { ...byHand, identity: 'real_name', contact }
  expect(await report(cast.zhou, named)).toMatchObject({ status: 403, field: 'phone' })
  expect(await give(cast.zhou, 'phone', 1)).toMatchObject({ status: 409 })
  expect(await give(cast.zhou, 'phone', 2)).toMatchObject({ status: 200 })
  expect(await report(cast.zhou, named)).toMatchObject({ status: 200 })
  const { items } = await ask(cast.admin, 'GET', '/api/setting-changes')
  expect((items as { kindZh: string }[])[0]).toMatchObject({ kindZh: '同意书新版本' })
})

test('what was agreed is never rewritten', async () => {
  for (const statement of [
    sql`update consent_events set is_given = true`,
    sql`delete from consent_events`,
    sql`update consent_texts set words = '别的'`,
  ])
    await expect(db.execute(statement)).rejects.toThrow()
})
