import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { OTHER_UNIT, openCounty, PLACE, UNIT } from './world'

const county = await openCounty()
const { ask, key, cast, photo, report, move, myMove, file, caseAt } = county

test('a photo goes from 随手拍 through 立案, 派遣, 签收 and 反馈 to 结案, and its reporter rates it', async () => {
  const sent = await report()
  expect(sent).toMatchObject({ status: 200, state: 'submitted', mine: true, gridZh: '新建网格', followers: 1 })
  expect(sent.number).toMatch(/^YC-260615-\d{4}$/)
  const id = String(sent.id)
  expect(await file(id, { urgency: 'hazard' })).toMatchObject({ status: 200, state: 'filed', urgency: 'hazard' })
  const dispatched = await move(cast.reviewer, id, 'dispatch', { unitId: UNIT })
  expect(dispatched).toMatchObject({ status: 200, state: 'dispatched', unitZh: '县市政工程公司' })
  // 安全隐患 of a manhole is one hour of the wall clock.
  expect(dispatched.clock).toMatchObject({ dueAt: '2026-06-15T03:00:00.000Z' })
  expect(await move(cast.handler, id, 'sign')).toMatchObject({ status: 200, state: 'processing', handlerZh: '陈工' })
  const after = await photo(cast.handler)
  const handled = await move(cast.handler, id, 'handle', { note: '更换球墨铸铁井盖 1 套', photos: [after] })
  expect(handled).toMatchObject({ status: 200, state: 'handled', after: [{ id: after }] })
  const close = { conditions: ['设施完好'], photos: [await photo(cast.verifier)] }
  expect(await move(cast.verifier, id, 'close', close)).toMatchObject({ status: 200, state: 'closed' })

  const seen = await ask(cast.lin, 'GET', `/api/my-cases/${id}`)
  expect(seen).toMatchObject({
    status: 200,
    state: 'closed',
    mayRate: true,
    unitZh: '县市政工程公司',
    leadZh: '县卫生健康局',
  })
  expect((seen.events as { zh: string }[]).map(({ zh }) => zh)).toEqual([
    '已办结',
    '处置完成，等待核查',
    '单位已签收，正在处置',
    '已派到单位',
    '已受理',
    '您提交了问题',
  ])
  const rating = { key: key(), score: 5, tags: ['处理得快'], words: '' }
  expect(await ask(cast.lin, 'POST', `/api/my-cases/${id}/ratings`, rating)).toMatchObject({
    status: 200,
    mayRate: false,
  })
  expect(await ask(cast.lin, 'POST', `/api/my-cases/${id}/ratings`, rating)).toMatchObject({ status: 200 })
  const second = await ask(cast.lin, 'POST', `/api/my-cases/${id}/ratings`, { ...rating, key: key() })
  expect(second).toMatchObject({ status: 409, refused: 'conflict' })
})

test('no reply to a unit, a verifier or the public carries who reported it', async () => {
  const id = await caseAt('handled')
  const replies = [
    await ask(cast.handler, 'GET', `/api/cases/${id}`),
    await ask(cast.handler, 'GET', '/api/cases?size=100'),
    await ask(cast.verifier, 'GET', `/api/cases/${id}`),
    await ask(null, 'GET', `/api/public/cases/${id}`),
    await ask(cast.zhou, 'GET', `/api/similar-cases?lng=${PLACE.lng}&lat=${PLACE.lat}&categoryCode=D1`),
  ]
  for (const reply of replies) {
    expect(reply.status).toBe(200)
    expect(JSON.stringify(reply)).not.toContain(cast.lin.id)
    expect(JSON.stringify(reply)).not.toContain('林晓岚')
  }
  expect(await ask(cast.handler, 'GET', `/api/cases/${id}/reports`)).toMatchObject({ status: 403 })
  const desk = await ask(cast.reviewer, 'GET', `/api/cases/${id}/reports`)
  expect(desk.items).toMatchObject([{ isFirst: true, reporterZh: '林＊岚（微信，可站内回复）' }])
})

test('what one may not see is not there', async () => {
  const id = await caseAt('dispatched')
  for (const who of [cast.otherHandler, cast.farReviewer, cast.ownVerifier, cast.verifier]) {
    expect(await ask(who, 'GET', `/api/cases/${id}`), who.name).toMatchObject({ status: 404, refused: 'not_found' })
    expect(await move(who, id, 'sign'), who.name).toMatchObject({ status: 404 })
  }
  expect(await ask(cast.lin, 'GET', `/api/cases/${id}`)).toMatchObject({ status: 403 })
  expect(await ask(cast.zhou, 'GET', `/api/my-cases/${id}`)).toMatchObject({ status: 404 })
  for (const who of [cast.leader, cast.chief, cast.handler, cast.admin])
    expect(await ask(who, 'GET', `/api/cases/${id}`), who.name).toMatchObject({ status: 200 })
})

test('a unit cannot check its own work, by rule and by table', async () => {
  const id = await caseAt('handled')
  const close = { conditions: ['设施完好'], photoWaiver: '现场看过' }
  expect(await move(cast.ownVerifier, id, 'close', close)).toMatchObject({ status: 404 })
  expect(await move(cast.handler, id, 'close', close)).toMatchObject({ status: 403 })
  const forced = county.db.execute(sql`update cases set verifier_id = handler_id where id = ${id}`)
  await expect(forced).rejects.toMatchObject({ cause: { constraint: 'cases_verifier_not_handler' } })
  const own = county.db.execute(sql`update cases set verifier_unit_id = unit_id where id = ${id}`)
  await expect(own).rejects.toMatchObject({ cause: { constraint: 'cases_verifier_not_of_unit' } })
})

test('the same key sent twice acts once, and another body under it is refused', async () => {
  const id = await caseAt('filed')
  const body = { key: key(), move: 'dispatch', unitId: UNIT }
  const path = `/api/cases/${id}/transitions`
  const first = await ask(cast.reviewer, 'POST', path, body)
  expect(first).toMatchObject({ status: 200, state: 'dispatched', version: 2 })
  expect(await ask(cast.reviewer, 'POST', path, body)).toEqual(first)
  const other = await ask(cast.reviewer, 'POST', path, { ...body, unitId: OTHER_UNIT })
  expect(other).toMatchObject({ status: 409, refused: 'key_reused' })
})

test('a unit that sends its 退回 twice hears the same answer twice, though the case is no longer its own', async () => {
  const id = await caseAt('dispatched')
  const body = { key: key(), move: 'return', note: '路段不归我们管' }
  const path = `/api/cases/${id}/transitions`
  expect(await ask(cast.handler, 'POST', path, body)).toMatchObject({ status: 200, state: 'filed' })
  expect(await ask(cast.handler, 'POST', path, body)).toMatchObject({ status: 200, state: 'filed' })
  expect(await ask(cast.handler, 'GET', `/api/cases/${id}`)).toMatchObject({ status: 404 })
})

test('of many pressing at once one wins, and the journal has one row a version', async () => {
  const id = await caseAt('submitted')
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      i % 2 ? file(id) : move(cast.reviewer2, id, 'reject', { rejectReason: 'untrue', note: '与实际不符' }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.every(({ status }) => status === 200 || status === 409 || status === 403)).toBe(true)
  const { rows } = (await county.db.execute(
    sql`select count(*)::int as n, max(version) as v from case_events where case_id = ${id}`,
  )) as unknown as { rows: { n: number; v: number }[] }
  expect(rows[0]).toEqual({ n: 2, v: 1 })
})

test('a case that moved on meanwhile is shown, not overwritten', async () => {
  const id = await caseAt('filed')
  const stale = await move(cast.reviewer, id, 'dispatch', { unitId: UNIT, version: 0 })
  expect(stale).toMatchObject({ status: 409, refused: 'conflict', zh: '创建办审核员刚刚处理过这件案件，请看最新进展' })
})

test('what a move needs is asked for in words, field by field, and nothing is half written', async () => {
  const submitted = await caseAt('submitted')
  expect(await move(cast.reviewer, submitted, 'file')).toMatchObject({ status: 422, field: 'conditions' })
  expect(await move(cast.reviewer, submitted, 'reject', { note: '不实' })).toMatchObject({ field: 'rejectReason' })
  const filed = await caseAt('filed')
  expect(await move(cast.reviewer, filed, 'dispatch')).toMatchObject({
    status: 422,
    field: 'unitId',
    zh: '请选择责任单位',
  })
  const unknown = await move(cast.reviewer, filed, 'dispatch', { unitId: 'no-such-unit' })
  expect(unknown).toMatchObject({ status: 422, refused: 'invalid', zh: '没有这个责任单位' })
  const processing = await caseAt('processing')
  expect(await move(cast.handler, processing, 'handle', { note: '好了' })).toMatchObject({
    status: 422,
    field: 'photos',
  })
  const foreign = await photo(cast.lin)
  const stolen = await move(cast.handler, processing, 'handle', { note: '好了', photos: [foreign] })
  expect(stolen).toMatchObject({ status: 422, zh: '有照片没传好，请重新上传' })
  expect(await ask(cast.handler, 'GET', `/api/cases/${processing}`)).toMatchObject({ state: 'processing', version: 3 })
})

test('the reporter may supplement, withdraw and ask for a redo; nobody else may for them', async () => {
  const id = await caseAt('submitted')
  expect(await move(cast.reviewer, id, 'ask_more', { note: '请补一张远景' })).toMatchObject({ state: 'supplement' })
  expect(await myMove(cast.zhou, id, 'supplement', { note: '我来补' })).toMatchObject({ status: 404 })
  const more = { note: '在邮局门口', photos: [await photo(cast.lin)] }
  expect(await myMove(cast.lin, id, 'supplement', more)).toMatchObject({ status: 200, state: 'submitted' })
  expect(await myMove(cast.lin, id, 'withdraw')).toMatchObject({ status: 200, state: 'withdrawn' })
  const closed = await caseAt('closed')
  const again = { note: '井盖又松了', photos: [await photo(cast.lin)] }
  expect(await myMove(cast.lin, closed, 'ask_reopen', again)).toMatchObject({ status: 200, state: 'reopen_req' })
  expect(await move(cast.reviewer, closed, 'reopen', { note: '同意' })).toMatchObject({
    status: 200,
    state: 'processing',
  })
})

test('the journal refuses to be rewritten', async () => {
  const id = await caseAt('submitted')
  for (const statement of [sql`update case_events set note = '' where case_id = ${id}`, sql`delete from case_events`])
    await expect(county.db.execute(statement)).rejects.toMatchObject({ cause: { code: '23001' } })
})

test('merging takes the followers along, counts each once, never makes a chain, and can be undone', async () => {
  const [first, second, third] = [await caseAt('filed'), await caseAt('submitted'), await caseAt('submitted')]
  const join = (as: typeof cast.lin, id: string) => ask(as, 'POST', `/api/cases/${id}/joins`, { key: key() })
  expect(await join(cast.zhou, second)).toMatchObject({ status: 200, followers: 2, mine: false })
  expect(await move(cast.reviewer, second, 'merge', { masterId: first })).toMatchObject({
    status: 200,
    state: 'merged',
  })
  expect(await ask(cast.zhou, 'GET', `/api/my-cases/${first}`)).toMatchObject({ status: 200, followers: 2 })
  expect(await move(cast.reviewer, third, 'merge', { masterId: second })).toMatchObject({ status: 422 })
  expect(await move(cast.reviewer, first, 'merge', { masterId: third })).toMatchObject({ status: 422 })
  expect(await ask(cast.zhou, 'GET', `/api/my-cases/${second}`)).toMatchObject({ state: 'merged', masterId: first })
  const photosOf = async (id: unknown) =>
    ((await ask(cast.reviewer, 'GET', `/api/cases/${id}`)).before as object[]).length
  expect(await photosOf(first)).toBe(2)
  expect((await ask(cast.lin, 'GET', `/api/my-cases/${first}`)).before).toHaveLength(1)
  expect(await move(cast.reviewer, second, 'unmerge', { note: '不是同一处' })).toMatchObject({ state: 'submitted' })
  expect(await photosOf(first)).toBe(1)
  expect(await ask(cast.zhou, 'GET', `/api/my-cases/${first}`)).toMatchObject({ status: 404 })
  expect(await ask(cast.lin, 'GET', `/api/my-cases/${first}`)).toMatchObject({ followers: 1 })
})

test('the queue lists what waits for the asker, the most urgent first, with counts of every state', async () => {
  const { items, counts } = (await ask(cast.handler, 'GET', '/api/cases?todo=yes&size=100')) as unknown as {
    items: { state: string; clock: { stageDueAt: string } }[]
    counts: Record<string, number>
  }
  expect(items.length).toBeGreaterThan(0)
  expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['dispatched', 'processing']))
  const dues = items.map(({ clock }) => clock.stageDueAt)
  expect(dues).toEqual([...dues].sort())
  expect(counts.dispatched).toBe(items.filter(({ state }) => state === 'dispatched').length)
})

test('the ledger is searched by any part of number, title, place and words, from one letter on, wildcards taken as they are', async () => {
  const { id, number } = (await report(cast.lin, { words: '幼儿园门口 100% 打滑' })) as unknown as {
    id: string
    number: string
  }
  const found = async (text: string) =>
    (
      (await ask(cast.reviewer, 'GET', `/api/cases?size=100&text=${encodeURIComponent(text)}`)).items as {
        id: string
      }[]
    ).map((one) => one.id)
  for (const text of ['幼儿园', '儿园', '100%', number.toLowerCase(), '滑'])
    expect(await found(text), text).toContain(id)
  for (const text of ['幼园', '100_', '%%%']) expect(await found(text), text).not.toContain(id)
})

test('people who join while the case is being moved are not forgotten', async () => {
  const id = await caseAt('submitted')
  const crowd = await Promise.all(['甲', '乙', '丙', '丁', '戊'].map((name) => county.person(name)))
  const joins = crowd.map((as) => ask(as, 'POST', `/api/cases/${id}/joins`, { key: key() }))
  const answers = await Promise.all([...joins.slice(0, 2), file(id), ...joins.slice(2)])
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
  expect(await ask(cast.lin, 'GET', `/api/my-cases/${id}`)).toMatchObject({ followers: 6, state: 'filed' })
})

test('beside the chain of the place the desk is told the unit whose trade the class is', async () => {
  const manhole = await ask(cast.reviewer, 'GET', `/api/cases/${await caseAt('submitted')}`)
  expect(manhole.tradeUnit).toEqual({ id: UNIT, name: '县市政工程公司' })
  const hallway = await report(cast.lin, { categoryCode: 'F1' })
  expect(await ask(cast.reviewer, 'GET', `/api/cases/${hallway.id}`)).toMatchObject({ status: 200, tradeUnit: null })
})
