import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { csvHead, csvRows, LEDGER_COLUMNS, type LedgerRow, onTimeZh } from '../../shared/cases/ledger'
import type { Person } from '../kit/house'
import { GRID, openCounty, UNIT } from './world'

const county = await openCounty()
const { ask, app, cast, caseAt, file, report, db } = county
const dispatcher = await county.person('派遣员', [['dispatcher']])

const closed = await caseAt('closed')
const processing = await caseAt('processing')
const submitted = await caseAt('submitted')
const kept = String((await report(cast.lin, { categoryCode: 'F6', words: '邻居的狗' })).id)
await file(kept, { isPublic: false })
const HOSTILE = ['=HYPERLINK("http://x","点我")', '+1', '-1', '@SUM(A1)', '\tx', '＝1+1', '"a","b"\r\nc', '<b>&\u0001']
const numberOf = async (id: string) =>
  ((await db.execute(sql`select number from cases where id = ${id}`)) as unknown as { rows: { number: string }[] })
    .rows[0]?.number

/** RFC 4180: a cell in quotes or bare, then a comma or the end of the line; a text that is anything else is refused. */
function readCsv(text: string) {
  const rows: string[][] = [[]]
  let end = 0
  for (const [all, quoted, bare = '', stop] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/gy)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare)
    if (stop !== ',') rows.push([])
    end += all.length
  }
  expect(end).toBe(text.length)
  return rows.slice(0, -1)
}

const reason = encodeURIComponent('月度通报用')
const get = (as: Person, query: string) =>
  app.request(`/api/cases/export?reason=${reason}&${query}`, { headers: { authorization: `Bearer ${as.token}` } })
async function csv(as: Person, query = '') {
  const res = await get(as, `format=csv${query && `&${query}`}`)
  expect(res.status).toBe(200)
  const bytes = new Uint8Array(await res.arrayBuffer())
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const [head = [], ...rows] = readCsv(text.slice(1))
  return { res, bytes, text, rows: rows.map((row) => Object.fromEntries(row.map((cell, i) => [head[i] ?? '', cell]))) }
}
const journal = async () =>
  (
    (await db.execute(sql`select * from case_exports order by at, id`)) as unknown as {
      rows: Record<string, unknown>[]
    }
  ).rows

test('the ledger leaves as CSV that Excel reads: byte order mark, quoted text, Shanghai time', async () => {
  const { res, bytes, rows } = await csv(cast.admin)
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(res.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(decodeURIComponent(res.headers.get('content-disposition') ?? '')).toMatch(/''台账-20260615-1000\.csv$/)
  expect(rows).toHaveLength(4)
  expect(rows.find((row) => row.编号 === undefined)).toBeUndefined()
  const number = await numberOf(closed)
  expect(rows.find((row) => row.编号 === number)).toMatchObject({
    状态: '已结案',
    类别: expect.stringMatching(/井盖/),
    来源: '小程序',
    上报时间: '2026-06-15 10:00',
    结束时间: '2026-06-15 10:00',
    是否按时: '按时',
    反映人数: '1',
    返工次数: '0',
  })
})

test('nothing of who reported it is in either form, private classes and unpublished cases included', async () => {
  const { text } = await csv(cast.admin)
  const sheet = await workbookText(cast.admin)
  for (const body of [text, sheet])
    for (const secret of [cast.lin.id, '林晓岚', '井盖塌了半边', '邻居的狗', cast.handler.id, '陈工'])
      expect(body).not.toContain(secret)
})

async function workbookText(as: Person, query = '') {
  const res = await get(as, `format=xlsx&${query}`)
  expect(res.status).toBe(200)
  const parts = unzipSync(new Uint8Array(await res.arrayBuffer()))
  return Object.entries(parts)
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n')
}

test('the same ledger leaves as a workbook whose texts are texts, whatever they hold', async () => {
  for (const text of HOSTILE) {
    await db.execute(sql`update cases set title = ${text} where id = ${submitted}`)
    const sheet = await workbookText(cast.reviewer)
    expect(sheet).not.toContain('<f>')
    expect(sheet).not.toContain('\u0001')
    expect(sheet).toContain('已结案')
    expect(() => new XMLParser().parse(sheet)).not.toThrow()
  }
})

test('a cell can neither run as a formula nor break out of its place', async () => {
  for (const text of HOSTILE) {
    await db.execute(sql`update cases set title = ${text}, address_zh = ${text} where id = ${submitted}`)
    const { rows } = await csv(cast.admin, 'state=submitted')
    expect(rows).toHaveLength(1)
    const safe = /^[=+\-@\t＝]/.test(text) ? `'${text}` : text
    expect(rows[0]).toMatchObject({ 标题: safe, 地址: safe, 状态: '待受理' })
  }
})

const row = (more: Partial<LedgerRow>): LedgerRow => ({
  ...{ number: 'n', title: '', categoryZh: '', gridZh: '', addressZh: '', unitZh: '', state: 'processing' },
  ...{ source: 'wechat', submittedAt: new Date(0), filedAt: null, dispatchedAt: null, handledAt: null, endedAt: null },
  ...{ dueAt: null, followers: 1, reworks: 0, ...more },
})

test('any text whatever comes back as itself or with the one apostrophe, and never starts a formula', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", '＝', '＋', '－', '＠', '井'),
    }),
  )
  fc.assert(
    fc.property(text, text, (title, addressZh) => {
      const [head = [], cells = [], ...more] = readCsv(
        csvHead.slice(1) + csvRows([row({ title, addressZh })], new Date(0)),
      )
      expect(more).toEqual([])
      expect(cells).toHaveLength(head.length)
      for (const [i, given] of [
        [1, title],
        [4, addressZh],
      ] as const) {
        expect([given, `'${given}`]).toContain(cells[i])
        expect(cells[i]).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
      }
    }),
    { numRuns: 500 },
  )
})

test('按时 is said only where a time was promised', () => {
  const [due, early, late] = [new Date(2000), new Date(1000), new Date(3000)]
  expect(onTimeZh(row({}), late)).toBe('')
  expect(onTimeZh(row({ dueAt: due, handledAt: due }), late)).toBe('按时')
  expect(onTimeZh(row({ dueAt: due, handledAt: late }), late)).toBe('逾期')
  expect(onTimeZh(row({ dueAt: due }), early)).toBe('未到期')
  expect(onTimeZh(row({ dueAt: due }), late)).toBe('逾期')
  expect(onTimeZh(row({ dueAt: due, state: 'suspended' }), late)).toBe('计时暂停')
  expect(onTimeZh(row({ dueAt: due, state: 'transferred', endedAt: early }), late)).toBe('')
  expect(new Set(LEDGER_COLUMNS.map(({ zh }) => zh)).size).toBe(LEDGER_COLUMNS.length)
})

test('an export narrows like the list and shows nobody more than the list does', async () => {
  const listed = (await ask(cast.reviewer, 'GET', `/api/cases?open=yes&gridId=${GRID}&unitId=${UNIT}`)).items as {
    number: string
  }[]
  const { rows } = await csv(cast.reviewer, `open=yes&gridId=${GRID}&unitId=${UNIT}`)
  expect(rows.map((one) => one.编号).sort()).toEqual(listed.map(({ number }) => number).sort())
  expect(rows.map((one) => one.编号)).toEqual([await numberOf(processing)])
  expect((await csv(cast.farReviewer)).rows).toEqual([])
  expect((await csv(dispatcher, 'text=井盖')).rows.length).toBeGreaterThan(0)
})

test('only the offices export, and only with a reason; every export is on record and stays there', async () => {
  for (const who of [cast.lin, cast.handler, cast.verifier, cast.leader, cast.chief])
    expect((await get(who, 'format=csv')).status, who.name).toBe(403)
  for (const query of ['format=csv', 'format=csv&reason=x', 'format=csv&reason=%20x%20'])
    expect(await ask(cast.admin, 'GET', `/api/cases/export?${query}`)).toMatchObject({ status: 400, field: 'reason' })
  expect(await ask(cast.admin, 'GET', '/api/cases/export?reason=通报&format=pdf')).toMatchObject({ field: 'format' })
  const before = (await journal()).length
  county.at(new Date(county.now().getTime() + 1000))
  await csv(dispatcher, 'state=closed')
  const rows = await journal()
  expect(rows).toHaveLength(before + 1)
  expect(rows.at(-1)).toMatchObject({
    ...{ by: dispatcher.id, format: 'csv', reason: '月度通报用', filters: { state: 'closed' }, rows: 1 },
  })
  await expect(db.execute(sql`update case_exports set reason = '改了'`)).rejects.toThrow()
  await expect(db.execute(sql`delete from case_exports`)).rejects.toThrow()
})

test('pages join without a gap or a double, and a workbook beyond its limit is refused with the way out', async () => {
  await copyRows()
  const { rows } = await csv(cast.admin, 'state=submitted')
  expect(rows).toHaveLength(20_002)
  expect(new Set(rows.map((one) => one.编号)).size).toBe(20_002)
  const before = (await journal()).length
  const refused = await ask(cast.admin, 'GET', `/api/cases/export?reason=${reason}&format=xlsx&state=submitted`)
  expect(refused).toMatchObject({
    status: 413,
    refused: 'too_large',
    field: 'format',
    zh: expect.stringContaining('CSV'),
  })
  expect(await journal()).toHaveLength(before)
})

/** Every column but the generated one, which an insert must leave out. */
async function copyRows() {
  const { rows } = (await db.execute(sql`select string_agg(quote_ident(column_name), ', ') as names
    from information_schema.columns where table_name = 'cases' and column_name not in ('id', 'number', 'search')`)) as unknown as {
    rows: { names: string }[]
  }
  const names = sql.raw(rows[0]?.names ?? '')
  await db.execute(sql`insert into cases (id, number, ${names})
    select 'many-' || i, 'ZZ-' || lpad(i::text, 6, '0'), ${names} from cases c, generate_series(1, 20001) i where c.id = ${submitted}`)
}

test('a receiver that goes away stops the reading, and nothing breaks', async () => {
  const reads = vi.spyOn(county.deps.db, 'select')
  const res = await get(cast.admin, 'format=csv')
  const reader = (res.body as ReadableStream<Uint8Array>).getReader()
  await reader.read()
  await reader.cancel()
  await new Promise((later) => setTimeout(later, 300))
  expect(reads.mock.calls.length).toBeLessThan(6)
  expect(county.logged).toEqual([])
})

test('a database that fails half way breaks the file off instead of ending it as if it were whole', async () => {
  const res = await get(cast.admin, 'format=csv')
  const reader = (res.body as ReadableStream<Uint8Array>).getReader()
  await reader.read()
  vi.spyOn(county.deps.db, 'select').mockImplementation(() => {
    throw new Error('the database went away')
  })
  const rest = async () => {
    for (;;) if ((await reader.read()).done) return
  }
  await expect(rest()).rejects.toThrow('the database went away')
  expect(county.logged).toMatchObject([{ level: 'error', job: 'export' }])
  vi.restoreAllMocks()
})

test('who exported what is for the administrators of the whole county', async () => {
  const far = await county.person('网格管理员', [['admin', { gridId: GRID }]])
  expect(await ask(far, 'GET', '/api/case-exports')).toMatchObject({ status: 403 })
  expect(await ask(cast.admin, 'GET', '/api/case-exports')).toMatchObject({ status: 200 })
})
