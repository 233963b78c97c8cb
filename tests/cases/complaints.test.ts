import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rowsOf } from '../../functions/db/raw'
import { openCounty } from './world'

const county = await openCounty()
const { ask, cast, key, db, caseAt } = county
const { lin, zhou, reviewer, reviewer2, farReviewer } = cast
const complain = (as: typeof lin | null, id: unknown, more: object = {}) =>
  ask(as, 'POST', `/api/public/cases/${id}/complaints`, {
    key: key(),
    reason: 'privacy',
    words: '拍到了我家门牌',
    ...more,
  })
const open = async (as = reviewer) =>
  (await ask(as, 'GET', '/api/complaints')).items as { id: string; caseId: string }[]
const decide = (as: typeof lin, id: unknown, takesDown: boolean, note = '照片里有门牌') =>
  ask(as, 'POST', `/api/complaints/${id}/decision`, { key: key(), takesDown, note })
const idOf = async (caseId: string) => (await open()).find((one) => one.caseId === caseId)?.id

test('a public case somebody complains of is taken down at once, its copy sealed, the reporter told, its handling untouched', async () => {
  const id = await caseAt('processing')
  expect(await ask(null, 'GET', `/api/public/cases/${id}`)).toMatchObject({ status: 200 })
  expect(await complain(zhou, id)).toMatchObject({ status: 200 })
  const complaint = await idOf(id)
  expect(await decide(reviewer2, complaint, true)).toMatchObject({ status: 200, decision: 'taken_down' })
  expect(await ask(null, 'GET', `/api/public/cases/${id}`)).toMatchObject({ status: 404 })
  expect(await ask(reviewer, 'GET', `/api/cases/${id}`)).toMatchObject({ state: 'processing', isPublic: false })
  const [copy] = await rowsOf<{ sealed: string; alg: string }>(db, sql`select * from takedowns where case_id = ${id}`)
  expect(copy).toMatchObject({ alg: 'A256GCM' })
  expect(copy?.sealed).not.toContain('井盖')
  await expect(db.execute(sql`delete from takedowns`)).rejects.toThrow()
  const { items } = await ask(lin, 'GET', '/api/notices?size=50')
  expect(items).toContainEqual(expect.objectContaining({ title: '不再公开', link: `/pages/cases/progress?id=${id}` }))
})

test('one complaint a person and case; what is not public cannot be complained of', async () => {
  const id = await caseAt('dispatched')
  expect(await complain(null, id)).toMatchObject({ status: 401 })
  expect(await complain(zhou, id)).toMatchObject({ status: 200 })
  expect(await complain(zhou, id)).toMatchObject({ status: 409, zh: '您已经投诉过这一件，审核员会处理' })
  expect(await complain(zhou, await caseAt('submitted'))).toMatchObject({ status: 404 })
  expect(await complain(lin, id, { reason: 'dislike' })).toMatchObject({ status: 400, zh: '请选择投诉的原因' })
})

test('a complaint is decided once, with a reason, by a reviewer of the place who did not make it', async () => {
  const id = await caseAt('dispatched')
  await complain(reviewer, id)
  const complaint = await idOf(id)
  expect(await decide(reviewer, complaint, true)).toMatchObject({ status: 403 })
  expect(await decide(farReviewer, complaint, true)).toMatchObject({ status: 404 })
  expect(await decide(zhou, complaint, true)).toMatchObject({ status: 403 })
  expect(await decide(reviewer2, complaint, false, ' ')).toMatchObject({ status: 400, zh: '请填写理由' })
  expect(await decide(reviewer2, complaint, false, '没有隐私')).toMatchObject({ status: 200, decision: 'kept' })
  expect(await decide(reviewer2, complaint, true)).toMatchObject({ status: 409, refused: 'wrong_state' })
  expect(await ask(null, 'GET', `/api/public/cases/${id}`)).toMatchObject({ status: 200 })
})
