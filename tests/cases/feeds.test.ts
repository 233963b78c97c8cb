import { sql } from 'drizzle-orm'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { PUBLIC_NOTES } from '../../shared/cases/public-notes'
import { transitionOf } from '../../shared/cases/transitions'
import { GRID, openCounty } from './world'

const county = await openCounty()
const { app, cast, report, file, move, caseAt, db } = county

const shown = await caseAt('closed')
const open = await caseAt('dispatched')
const hostile = await caseAt('filed')
await db.execute(
  sql`update cases set title = ${'<b>&"]]>井盖\u0001'}, address_zh = ${'<script>alert(1)</script>'} where id = ${hostile}`,
)
const waiting = await caseAt('submitted')
const kept = String((await report()).id)
await file(kept, { isPublic: false })
/** A class that is private by nature, let out by mistake. */
const dog = String((await report(cast.lin, { categoryCode: 'F6' })).id)
await file(dog)
const withdrawn = String((await report()).id)
await county.myMove(cast.lin, withdrawn, 'withdraw')

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  htmlEntities: true,
  parseTagValue: false,
  isArray: (name) => ['entry', 'item', 'category'].includes(name),
})
type Category = { '@scheme': string; '@term': string; '@label': string }
type Entry = {
  id: string
  title: string
  updated: string
  published: string
  summary: { '#text': string }
  link: { '@href': string }
  category: Category[]
}
type Item = {
  guid: { '#text': string; '@isPermaLink': string }
  link: string
  title: string
  pubDate: string
  description: string
}

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://wenming.test${path}`, { headers })
async function read(path: string) {
  const res = await get(path)
  const text = await res.text()
  expect(res.status).toBe(200)
  expect(XMLValidator.validate(text)).toBe(true)
  return { res, text, xml: parser.parse(text) }
}
const entries = async (query = '') => ((await read(`/feeds/cases.atom${query}`)).xml.feed.entry ?? []) as Entry[]
const idsOf = (list: Entry[]) => list.map(({ link }) => new URL(link['@href']).searchParams.get('id'))

test('both feeds hold the public cases and nothing that was not let out', async () => {
  for (const form of ['atom', 'rss']) {
    const { text, res } = await read(`/feeds/cases.${form}`)
    expect(res.headers.get('content-type')).toBe(`application/${form}+xml; charset=utf-8`)
    for (const id of [shown, open, hostile]) expect(text).toContain(id)
    for (const id of [waiting, kept, dog, withdrawn]) expect(text).not.toContain(id)
    for (const secret of [cast.lin.id, '林晓岚', '井盖塌了半边', cast.handler.id, '陈工'])
      expect(text).not.toContain(secret)
  }
})

test('an entry has a stable name, the last change, the page, its class and its grid', async () => {
  const entry = (await entries()).find(({ link }) => link['@href'].endsWith(shown))
  expect(entry).toMatchObject({
    id: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/),
    link: { '@href': `http://wenming.test/pages/cases/public?id=${shown}` },
    updated: county.now().toISOString(),
    // The day, not the minute the photo was taken.
    published: '2026-06-14T16:00:00.000Z',
  })
  expect(entry?.category.map((one) => one['@term'])).toEqual(['D1', GRID])
  expect(entry?.summary['#text']).toMatch(/^已办结；.+已更换井盖$/)
  const item = ((await read('/feeds/cases.rss')).xml.rss.channel.item as Item[]).find(({ link }) =>
    link.endsWith(shown),
  )
  expect(item).toMatchObject({ guid: { '#text': entry?.id, '@isPermaLink': 'false' } })
  expect(new Date(item?.pubDate ?? '')).toEqual(county.now())
})

test('hostile words stay words in both forms, and stay text for a reader that shows HTML', async () => {
  const entry = (await entries()).find(({ link }) => link['@href'].endsWith(hostile))
  expect(entry?.title).toMatch(/^<b>&"\]\]>井盖\ufffd（/)
  const { xml } = await read('/feeds/cases.rss')
  const item = (xml.rss.channel.item as Item[]).find(({ link }) => link.endsWith(hostile))
  expect(item?.title).toBe(entry?.title)
  expect(item?.description).toContain('&lt;script&gt;')
})

test('a grid or a class has a feed of its own, and an unknown one an empty feed', async () => {
  expect(idsOf(await entries(`?gridId=${GRID}`))).toContain(open)
  expect(idsOf(await entries('?categoryCode=D1'))).toContain(open)
  expect(await entries('?categoryCode=A1')).toEqual([])
  expect(await entries('?gridId=WG01')).toEqual([])
  expect(await entries("?gridId=' or 1=1 --")).toEqual([])
  expect((await get(`/feeds/cases.atom?gridId=${'x'.repeat(65)}`)).status).toBe(400)
  expect((await get('/feeds/cases.atom?gridId=%00')).status).toBe(400)
})

test('an unchanged feed is a 304 without a body, by tag or by date, until a case moves', async () => {
  const first = await get('/feeds/cases.atom')
  const etag = first.headers.get('etag') ?? ''
  const since = first.headers.get('last-modified') ?? ''
  for (const headers of [
    { 'if-none-match': etag },
    { 'if-none-match': `"other", W/${etag}` },
    { 'if-none-match': '*' },
    { 'if-modified-since': since },
  ]) {
    const res = await get('/feeds/cases.atom', headers as Record<string, string>)
    expect(res.status).toBe(304)
    expect(await res.text()).toBe('')
    expect(res.headers.get('etag')).toBe(etag)
  }
  expect((await get('/feeds/cases.atom', { 'if-none-match': '"other"', 'if-modified-since': since })).status).toBe(200)
  county.at(new Date(county.now().getTime() + 60_000))
  expect(await move(cast.handler, open, 'sign')).toMatchObject({ status: 200 })
  expect((await get('/feeds/cases.atom', { 'if-none-match': etag })).status).toBe(200)
  const later = await get('/feeds/cases.atom', { 'if-modified-since': since })
  expect(later.status).toBe(200)
  expect(later.headers.get('last-modified')).toBe(county.now().toUTCString())
  expect(idsOf(await entries())[0]).toBe(open)
})

test('a case that is taken back from the public leaves the feed', async () => {
  await db.execute(sql`update cases set is_public = false where id = ${shown}`)
  expect(idsOf(await entries())).not.toContain(shown)
  await db.execute(sql`update cases set is_public = true where id = ${shown}`)
})

test('a request inside the house is no news, an extension is, with its reason', async () => {
  const at = county.now().getTime()
  county.at(new Date(at + 600_000))
  const asked = await move(cast.handler, open, 'ask_extend', {
    note: '等材料到货',
    newDueAt: '2026-06-16T08:00:00.000Z',
  })
  expect(asked).toMatchObject({ status: 200 })
  const before = (await entries()).find(({ link }) => link['@href'].endsWith(open))
  expect(before?.updated).toBe(new Date(at).toISOString())
  expect(before?.summary['#text']).not.toContain('等材料到货')
  await move(cast.reviewer, open, 'extend', { note: '材料六月下旬到', newDueAt: '2026-06-16T08:00:00.000Z' })
  const after = (await entries()).find(({ link }) => link['@href'].endsWith(open))
  expect(after).toMatchObject({ updated: county.now().toISOString() })
  expect(after?.summary['#text']).toContain('材料六月下旬到')
})

test('only steps whose note is told are read by the public', () => {
  for (const kind of PUBLIC_NOTES) expect(transitionOf(kind).tells, kind).toBe(true)
})
