import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openCounty, PLACE } from '../cases/world'

const county = await openCounty()
const { ask, cast, key, photo, db } = county
const caller = { name: '赵大爷', phone: '13892610001' }

const base = (more: object) => ({
  ...{ key: key(), source: 'phone', position: PLACE, categoryCode: 'D1', words: '老人家说井盖没了，晚上看不见' },
  ...more,
})
const intake = (as: typeof cast.lin, more: object = {}) => ask(as, 'POST', '/api/intakes', base(more))
const reportsOf = async (id: unknown) =>
  (await ask(cast.reviewer, 'GET', `/api/cases/${id}/reports`)).items as Record<string, unknown>[]
const count = async (table: string) =>
  (
    (await db.execute(sql`select count(*)::int as n from ${sql.identifier(table)}`)) as unknown as {
      rows: { n: number }[]
    }
  ).rows[0]?.n

test('a call becomes a case without a photo, its number sealed, the same send only once', async () => {
  const body = base({ caller })
  const both = await Promise.all([1, 2].map(() => ask(cast.reviewer, 'POST', '/api/intakes', body)))
  const [first, second] = both
  expect(first).toMatchObject({ status: 200, number: expect.stringMatching(/^YC-/) })
  expect(second).toEqual(first)
  expect(await count('callers')).toBe(1)
  const seen = await ask(cast.reviewer, 'GET', `/api/cases/${first?.caseId}`)
  expect(seen).toMatchObject({ state: 'submitted', source: 'phone', urgency: 'hazard' })
  expect(JSON.stringify([seen, await reportsOf(first?.caseId)])).not.toMatch(/赵大爷|13892610001/)
  const reportId = String((await reportsOf(first?.caseId))[0]?.id)
  const open = await ask(cast.reviewer, 'POST', `/api/reports/${reportId}/contact-reads`, {
    key: key(),
    reason: '回访',
  })
  expect(open).toMatchObject({ status: 200, ...caller })
})

test('the same event by WeChat and by phone is one case with two reporters, the first of them first; calling again adds nobody', async () => {
  const { id } = await county.report(cast.lin)
  const joined = await intake(cast.reviewer, { caller, joinCaseId: id })
  expect(joined).toMatchObject({ status: 200, caseId: id })
  expect(await intake(cast.reviewer, { caller, joinCaseId: id })).toMatchObject({ status: 200, caseId: id })
  const told = await reportsOf(id)
  expect(told.map(({ isFirst, sourceZh }) => [isFirst, sourceZh])).toMatchObject([
    [true, '小程序'],
    [false, expect.any(String)],
    [false, expect.any(String)],
  ])
  expect(await ask(cast.lin, 'GET', `/api/my-cases/${id}`)).toMatchObject({ followers: 2 })
  const list = await ask(cast.reviewer, 'GET', `/api/cases/${id}/reports`)
  expect(list).toMatchObject({ people: 2, items: [{}, {}, {}] })
  expect(await intake(cast.reviewer, { joinCaseId: 'nothing' })).toMatchObject({ status: 404, field: 'joinCaseId' })
})

test('what a caller adds to a known case stays with their report: words, photos and answers, private ones for reviewers only', async () => {
  const { id } = await county.report(cast.lin, { categoryCode: 'D5', words: '有根线垂下来' })
  const shot = await photo(cast.reviewer)
  const more = { categoryCode: 'D5', words: '离地半米，孩子够得着', photos: [shot], answers: { live: true } }
  const joining = { caller: { name: '', phone: '13892610077' }, joinCaseId: id, ...more }
  expect(await intake(cast.reviewer, joining)).toMatchObject({ status: 200, caseId: id })
  expect((await reportsOf(id))[1]).toMatchObject({
    words: '离地半米，孩子够得着',
    photos: [{ id: shot }],
    answers: [{ answerZh: '是' }],
  })
  expect(await intake(cast.reviewer, joining)).toMatchObject({ status: 422, field: 'photos' })
  expect(await intake(cast.reviewer, { photos: [shot] })).toMatchObject({ status: 422, field: 'photos' })
})

test('a patroller and a leader on 周上街 file their own findings at once, with a photo and a condition', async () => {
  const shot = await photo(cast.verifier)
  const direct = { source: 'patrol', conditions: ['现场亲眼看到'] }
  expect(await intake(cast.verifier, direct)).toMatchObject({ status: 422, field: 'photos' })
  expect(await intake(cast.verifier, { source: 'patrol', photos: [shot] })).toMatchObject({
    status: 422,
    field: 'conditions',
  })
  const filed = await intake(cast.verifier, { ...direct, photos: [shot] })
  expect(filed).toMatchObject({ status: 200 })
  const seen = await ask(cast.reviewer, 'GET', `/api/cases/${filed.caseId}`)
  expect(seen).toMatchObject({ state: 'filed', source: 'patrol', events: [{ kind: 'file_direct', byZh: '巡访员' }] })
  const led = await intake(cast.leader, {
    source: 'street_walk',
    conditions: ['现场亲眼看到'],
    photos: [await photo(cast.leader)],
  })
  expect(await ask(cast.reviewer, 'GET', `/api/cases/${led.caseId}`)).toMatchObject({
    state: 'filed',
    source: 'street_walk',
  })
})

test('nobody enters a source that is not theirs, and a name only where somebody called or wrote', async () => {
  expect(await intake(cast.verifier, { source: 'phone' })).toMatchObject({ status: 403, field: 'source' })
  expect(await intake(cast.leader, { source: 'patrol' })).toMatchObject({ status: 403 })
  expect(await intake(cast.handler)).toMatchObject({ status: 403 })
  expect(await intake(cast.reviewer, { source: 'media', caller })).toMatchObject({ status: 422, field: 'caller' })
  expect(await intake(cast.reviewer, { caller: { name: '', phone: '12' } })).toMatchObject({ status: 400 })
  for (const source of ['email', 'media', 'superior', 'patrol', 'street_walk'])
    expect(await intake(cast.reviewer, { source }), source).toMatchObject({ status: 200 })
})

test('a caller in danger is not turned away: the case comes in as an emergency', async () => {
  const { caseId } = await intake(cast.reviewer, { categoryCode: 'D5', words: '有根线垂下来', answers: { live: true } })
  expect(await ask(cast.reviewer, 'GET', `/api/cases/${caseId}`)).toMatchObject({ urgency: 'emergency' })
})

test('a callback is written down for the office, once a send, and never changed', async () => {
  const { caseId } = await intake(cast.reviewer, { caller: { name: '', phone: '0916-2211000' } })
  const path = `/api/reports/${String((await reportsOf(caseId))[0]?.id)}/callbacks`
  const body = { key: key(), outcome: 'reached', note: '说已经看到施工了' }
  expect(await ask(cast.reviewer, 'POST', path, body)).toMatchObject({ status: 200, outcomeZh: '已回访' })
  expect(await ask(cast.reviewer, 'POST', path, body)).toMatchObject({ status: 200, outcomeZh: '已回访' })
  expect((await reportsOf(caseId))[0]).toMatchObject({ hasContact: true, callbacks: [{ note: '说已经看到施工了' }] })
  const far = await county.person('远', [['dispatcher', { gridId: 'WG01' }]])
  expect(await ask(far, 'POST', path, { ...body, key: key() })).toMatchObject({ status: 404 })
  await expect(db.execute(sql`delete from report_callbacks`)).rejects.toThrow()
})
