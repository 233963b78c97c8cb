import { expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { points } from '../../schema/points'
import { openCounty } from '../cases/world'

const county = await openCounty()
const { ask, key, cast, fake, file, report, db } = county

const make = (subjectId: unknown, kind = 'case', as = cast.reviewer) =>
  ask(as, 'POST', '/api/share-codes', { key: key(), kind, subjectId })
const target = (code: unknown) => ask(null, 'GET', `/api/share-codes/${code}`)

test('a public case has one code, however often it is asked for, and the code leads to its page', async () => {
  const { id } = await report()
  expect(await make(id)).toMatchObject({ status: 404 })
  await file(id)
  const made = await make(id)
  expect(made).toMatchObject({ status: 200, kind: 'case' })
  expect((await make(id, 'case', cast.admin)).code).toBe(made.code)
  expect(await target(made.code)).toMatchObject({ status: 200, path: `/pages/cases/public?id=${id}` })
})

test('what is no longer public is as unknown as a made-up code', async () => {
  const { id } = await report(cast.zhou)
  await file(id)
  const { code } = await make(id)
  await ask(cast.zhou, 'POST', '/api/me/consents/end', { key: key(), kind: 'publishing' })
  const [gone, never] = [await target(code), await target('aaaaaaaaaa')]
  expect(gone).toMatchObject({ status: 404 })
  expect(gone).toEqual(never)
  expect(await ask(cast.reviewer, 'GET', `/api/share-codes/${code}/picture`)).toMatchObject({ status: 404 })
})

test('the picture and the link come from WeChat under a scene it takes; a citizen makes neither', async () => {
  const { id } = await report()
  await file(id)
  const { code } = await make(id)
  const picture = await ask(cast.reviewer, 'GET', `/api/share-codes/${code}/picture`)
  expect(picture).toMatchObject({ status: 200, type: 'image/png' })
  const link = { key: key(), days: 30 }
  const made = await ask(cast.reviewer, 'POST', `/api/share-codes/${code}/links`, link)
  expect(made.url).toMatch(/^https:\/\/wxaurl\.cn\//)
  expect(await ask(cast.reviewer, 'POST', `/api/share-codes/${code}/links`, link)).toMatchObject({ url: made.url })
  expect(fake.state.calls.filter((path) => path === '/wxa/generate_urllink').length).toBe(1)
  const days = (days: number) => ask(cast.reviewer, 'POST', `/api/share-codes/${code}/links`, { key: key(), days })
  expect(await days(31)).toMatchObject({ status: 400 })
  expect(await make(id, 'case', cast.lin)).toMatchObject({ status: 403 })
})

test('a point has a code too: its plate begins a report there', async () => {
  const [point] = await db.select().from(points).limit(1)
  const { code } = await make(point?.id, 'point', cast.verifier)
  expect(await target(code)).toMatchObject({ status: 200, kind: 'point', subjectId: point?.id })
})

test('a risky account’s report is taken, and only reviewers read the hint', async () => {
  const signIn = async (code: string) => {
    const { token, me } = await ask(null, 'POST', '/api/sessions/wechat', { code })
    const { id } = me as { id: string }
    await county.agree(id)
    return { id, name: code, token: String(token) } as typeof cast.lin
  }
  const [wild, calm] = [await signIn('wild'), await signIn('calm')]
  fake.knobs.risks.set('openid-wild', 4)
  const [risky, plain] = [await report(wild), await report(calm)]
  expect([risky.status, plain.status]).toEqual([200, 200])
  expect(fake.state.calls).not.toContain('/wxa/getuserriskrank')
  await Promise.all([tick(county.deps), tick(county.deps)])
  await tick(county.deps)
  expect(fake.state.calls.filter((path) => path === '/wxa/getuserriskrank').length).toBe(2)
  const doubts = async (id: unknown, as = cast.reviewer) => (await ask(as, 'GET', `/api/cases/${id}`)).doubts
  expect(await doubts(risky.id)).toMatchObject([{ code: 'risky_account' }])
  expect(await doubts(plain.id)).toEqual([])
  expect(await file(risky.id)).toMatchObject({ status: 200 })
  await county.move(cast.reviewer, risky.id, 'dispatch', { unitId: 'U052' })
  expect(await doubts(risky.id, cast.handler)).toEqual([])
})
