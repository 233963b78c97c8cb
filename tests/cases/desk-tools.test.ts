import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cases } from '../../schema/cases/ledger'
import { replyTemplates } from '../../schema/cases/tools'
import { RUNNING_LEVELS } from '../../shared/cases/filter'
import { fillTemplate, strangeWords, TEMPLATE_WORDS, type TemplateFacts } from '../../shared/cases/templates'
import { openCounty, UNIT } from './world'

const county = await openCounty()
const { ask, cast, db, key, caseAt, move } = county
const start = county.now().getTime()

type Line = { id: string; isOk: boolean; zh: string }
const bulk = (as: { token: string }, ids: string[], more: object, path = '/api/case-bulks') =>
  ask(as, 'POST', path, {
    ...(path === '/api/case-bulks' ? { key: key() } : {}),
    cases: ids.map((id) => ({ id, version: 'version' in more ? more.version : 0 })),
    ...Object.fromEntries(Object.entries(more).filter(([name]) => name !== 'version')),
  })
const preview = (as: { token: string }, ids: string[], more: object) => bulk(as, ids, more, '/api/case-bulks/previews')
const lines = (answer: Record<string, unknown>) => answer.items as Line[]
const stateOf = async (id: string) => (await ask(cast.admin, 'GET', `/api/cases/${id}`)).state
const FILE = { move: 'file', conditions: ['属于本县职责范围'] }

test('a preview says of each case whether it can be done and why not, and changes nothing', async () => {
  const [open, done] = [await caseAt('submitted'), await caseAt('filed')]
  const seen = await preview(cast.reviewer, [open, done, 'nowhere'], FILE)
  expect(lines(seen).map(({ isOk }) => isOk)).toEqual([true, false, false])
  expect(lines(seen)[1]?.zh).toContain('刚刚处理过')
  expect(await stateOf(open)).toBe('submitted')
  const empty = await preview(cast.reviewer, [open], { move: 'reject' })
  expect(lines(empty)[0]).toMatchObject({ isOk: false })
})

test('each case of a bulk is decided by itself, and what cannot be done leaves the others alone', async () => {
  const ids = [await caseAt('submitted'), await caseAt('submitted'), await caseAt('closed')]
  const answer = await bulk(cast.reviewer, ids, FILE)
  expect(lines(answer).map(({ isOk }) => isOk)).toEqual([true, true, false])
  expect(await Promise.all(ids.map(stateOf))).toEqual(['filed', 'filed', 'closed'])
  const story = (await ask(cast.admin, 'GET', `/api/cases/${ids[0]}`)).events as { kind: string }[]
  expect(story.filter(({ kind }) => kind === 'file')).toHaveLength(1)
})

test('a bulk that was broken off and is sent again goes on without doing anything twice', async () => {
  const ids = [await caseAt('submitted'), await caseAt('submitted')]
  const body = { key: key(), cases: ids.map((id) => ({ id, version: 0 })), ...FILE }
  const [first, twin] = await Promise.all([
    ask(cast.reviewer, 'POST', '/api/case-bulks', body),
    ask(cast.reviewer, 'POST', '/api/case-bulks', body),
  ])
  const again = await ask(cast.reviewer, 'POST', '/api/case-bulks', body)
  expect(lines(again).every(({ isOk }) => isOk)).toBe(true)
  expect([first.status, twin.status]).toEqual([200, 200])
  for (const id of ids)
    expect(await ask(cast.admin, 'GET', `/api/cases/${id}`)).toMatchObject({ version: 1, state: 'filed' })
})

test('201 cases at once, a move with a form of its own, and another grid’s reviewer are refused', async () => {
  const id = await caseAt('submitted')
  const many = Array.from({ length: 201 }, (_, i) => `c${i}`)
  expect(await bulk(cast.reviewer, many, FILE)).toMatchObject({ status: 400, zh: '一次最多 200 件' })
  expect(await bulk(cast.reviewer, [id], { move: 'close' })).toMatchObject({ status: 400 })
  expect(lines(await bulk(cast.farReviewer, [id], FILE))).toMatchObject([{ isOk: false, title: '' }])
  expect(await stateOf(id)).toBe('submitted')
})

test('200 cases are dispatched in one go, each with its own journal row', async () => {
  const one = await caseAt('filed')
  const [row] = await db.select().from(cases).where(eq(cases.id, one))
  if (!row) throw new Error('no case')
  const { search: _search, ...plain } = row
  const copies = Array.from({ length: 199 }, (_, i) => ({ ...plain, id: `bulk-${i}`, number: `B-${i}` }))
  await db.insert(cases).values(copies)
  const ids = [one, ...copies.map(({ id }) => id)]
  const answer = await bulk(cast.reviewer, ids, { move: 'dispatch', unitId: UNIT, version: 1 })
  expect(lines(answer).filter(({ isOk }) => isOk)).toHaveLength(200)
  expect(await Promise.all(ids.slice(0, 5).map(stateOf))).toEqual(Array(5).fill('dispatched'))
}, 60_000)

test('the colours of a list are those of its rows: every running case is found under exactly one', async () => {
  const running = await db.select({ id: cases.id }).from(cases).where(eq(cases.state, 'dispatched')).limit(60)
  for (const [i, { id }] of running.entries())
    await db
      .update(cases)
      .set({ stageAt: new Date(start - 120 * 60_000), stageDueAt: new Date(start + (i * 10 - 300) * 60_000) })
      .where(eq(cases.id, id))
  type Row = { id: string; clock: { level: string } }
  const rows = async (query: string) => (await ask(cast.admin, 'GET', `/api/cases?size=100&${query}`)).items as Row[]
  const all = await rows('open=yes&state=dispatched')
  const found = (
    await Promise.all(RUNNING_LEVELS.map((level) => rows(`open=yes&state=dispatched&level=${level}`)))
  ).map((list, i) => {
    for (const { clock } of list) expect(clock.level).toBe(RUNNING_LEVELS[i])
    return list.map(({ id }) => id)
  })
  for (const { id, clock } of all)
    expect(
      found.filter((ids) => ids.includes(id)),
      clock.level,
    ).toHaveLength(1)
  expect(found.filter((ids) => ids.length > 0).length).toBeGreaterThan(3)
})

test('a source and a class narrow the list and its counts alike', async () => {
  const narrowed = await ask(cast.admin, 'GET', '/api/cases?source=phone')
  expect(narrowed).toMatchObject({ items: [], counts: {} })
  expect(await ask(cast.admin, 'GET', '/api/cases?categoryCode=D1&size=1')).toMatchObject({
    items: [{ categoryCode: 'D1' }],
  })
})

test('a shared filter is everybody’s with their own number; only its owner or an admin takes it away', async () => {
  const query = { open: 'yes', gridId: 'WG09' }
  const saved = await ask(cast.reviewer, 'POST', '/api/saved-filters', {
    key: key(),
    name: '新建网格',
    isShared: true,
    query,
  })
  const mine = (saved.items as { id: string; n: number; mine: boolean }[])[0]
  expect(mine).toMatchObject({ mine: true, n: expect.any(Number) })
  await ask(cast.reviewer, 'POST', '/api/saved-filters', { key: key(), name: '我的', query: { todo: 'yes' } })
  const seen = async (as: { token: string }) =>
    (await ask(as, 'GET', '/api/saved-filters')).items as { name: string; n: number }[]
  expect((await seen(cast.farReviewer)).map(({ name }) => name)).toEqual(['新建网格'])
  expect((await seen(cast.farReviewer))[0]?.n).toBe(0)
  expect((await seen(cast.reviewer))[0]?.n).toBeGreaterThan(0)
  const drop = (as: { token: string }) => ask(as, 'POST', `/api/saved-filters/${mine?.id}/ends`, { key: key() })
  expect(await drop(cast.reviewer2)).toMatchObject({ status: 404 })
  expect(await drop(cast.admin)).toMatchObject({ status: 200 })
  expect(await seen(cast.farReviewer)).toEqual([])
})

test('nobody keeps more filters than a list can hold', async () => {
  const save = (i: number) =>
    ask(cast.verifier, 'POST', '/api/saved-filters', { key: key(), name: `第${i}个`, query: {} })
  for (let i = 0; i < 20; i++) expect(await save(i)).toMatchObject({ status: 200 })
  expect(await save(20)).toMatchObject({ status: 422, zh: expect.stringContaining('最多') })
})

test('a template is journalled, replaced by one person at a time, and never rewritten', async () => {
  const save = (as: { token: string }, more: object) =>
    ask(as, 'POST', '/api/reply-templates', {
      key: key(),
      move: 'reject',
      name: '职责外',
      text: '请拨打 {单位}',
      ...more,
    })
  expect(await save(cast.handler, {})).toMatchObject({ status: 403 })
  expect(await save(cast.admin, { text: '请找{某人}' })).toMatchObject({
    status: 422,
    zh: expect.stringContaining('某人'),
  })
  const made = await save(cast.admin, { name: '职责外一' })
  const id = (made.items as { id: string; name: string }[]).find(({ name }) => name === '职责外一')?.id ?? ''
  const both = await Promise.all([
    save(cast.admin, { replaces: id, name: '甲' }),
    save(cast.reviewer, { replaces: id, name: '乙' }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const changes = (await ask(cast.admin, 'GET', '/api/setting-changes?kind=template_changed')).items as unknown[]
  expect(changes).toHaveLength(2)
  await expect(db.update(replyTemplates).set({ text: '改' }).where(eq(replyTemplates.id, id))).rejects.toMatchObject({
    cause: { constraint: 'reply_templates_only_end' },
  })
})

test('a template shows the case’s own words, leaves open what is not known, and accepts no other names', () => {
  const facts = Object.fromEntries(TEMPLATE_WORDS.map((word) => [word, `<${word}>`])) as TemplateFacts
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.constantFrom(...TEMPLATE_WORDS.map((w) => `{${w}}`)),
          fc.string().map((s) => s.replace(/[{}]/g, '')),
        ),
      ),
      (parts) => {
        const text = parts.join('')
        expect(strangeWords(text)).toEqual([])
        expect(fillTemplate(text, facts)).not.toMatch(/[{}]/)
      },
    ),
  )
  expect(fillTemplate('由{单位}办理', { ...facts, 单位: '' })).toBe('由{单位}办理')
  expect(strangeWords('{时限}前，{领导}')).toEqual(['领导'])
})

test('two merges that would make a chain: one of them loses, in the table itself', async () => {
  const [a, b, c] = [await caseAt('submitted'), await caseAt('submitted'), await caseAt('submitted')]
  await move(cast.reviewer, a, 'merge', { masterId: b })
  await expect(db.update(cases).set({ masterId: c, state: 'merged' }).where(eq(cases.id, b))).rejects.toMatchObject({
    cause: { constraint: 'cases_no_chain' },
  })
  await expect(db.update(cases).set({ masterId: a, state: 'merged' }).where(eq(cases.id, c))).rejects.toMatchObject({
    cause: { constraint: 'cases_no_chain' },
  })
})
