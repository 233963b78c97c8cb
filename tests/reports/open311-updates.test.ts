import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { openCounty } from '../cases/world'

const county = await openCounty()
const { app, ask, cast, caseAt, report, file, move, key } = county
const closed = await caseAt('closed')
const suspended = await caseAt('processing')
const merged = await caseAt('filed')
await move(cast.reviewer, merged, 'merge', { masterId: suspended })
const asked = await caseAt('processing')
await move(cast.handler, asked, 'ask_extend', { note: '内部：等材料', newDueAt: '2026-06-16T08:00:00.000Z' })
const kept = String((await report()).id)
await file(kept, { isPublic: false })
await caseAt('submitted')

const FIELDS = ['update_id', 'service_request_id', 'status', 'updated_datetime', 'description', 'media_url']
type Update = Record<(typeof FIELDS)[number], string | null>
const get = async (format: string, query = '') =>
  app.request(`http://wenming.test/open311/v2/servicerequestupdates.${format}${query}`)
const updates = async (query = '') => (await (await get('json', query)).json()) as Update[]
const numberOf = async (id: string) => {
  const { number } = await ask(cast.reviewer, 'GET', `/api/cases/${id}`)
  return String(number)
}

test('the updates of a closed case tell its whole way in the words of the extension', async () => {
  const number = await numberOf(closed)
  const mine = (await updates()).filter((one) => one.service_request_id === number)
  expect(mine.map(({ status }) => status)).toEqual(
    expect.arrayContaining(['INVESTIGATING', 'INVESTIGATING', 'IN_PROGRESS', 'IN_PROGRESS', 'FIXED']),
  )
  expect(mine).toHaveLength(5)
  expect((await updates()).find((one) => one.status === 'DUPLICATE')?.service_request_id).toBe(await numberOf(merged))
})

test('every field is there as text in both formats, with the zone of the county', async () => {
  const list = await updates()
  const res = await get('xml')
  const text = await res.text()
  expect(res.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  expect(XMLValidator.validate(text)).toBe(true)
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'request_update' })
  const inXml = parser.parse(text).service_request_updates.request_update as Update[]
  expect(inXml).toEqual(list.map((one) => Object.fromEntries(FIELDS.map((name) => [name, one[name] ?? '']))))
  for (const one of list) {
    expect(Object.keys(one)).toEqual(FIELDS)
    expect(one.updated_datetime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/)
    for (const name of FIELDS.slice(0, 5)) expect(one[name]).toEqual(expect.stringMatching(/./))
  }
})

test('no inner note, no case that was not let out, no photo that was not checked', async () => {
  const text = await (await get('json')).text()
  expect(text).not.toContain('等材料')
  expect(text).not.toContain(await numberOf(kept))
  expect(text).not.toContain('/api/pictures/')
  const items = (await ask(cast.reviewer, 'GET', `/api/cases/${closed}/photos`)).items as unknown as {
    id: string
    kind: string
  }[]
  const photos = items.filter(({ kind }) => kind === 'after').map(({ id }) => id)
  await ask(cast.reviewer, 'POST', `/api/cases/${closed}/photo-checks`, { key: key(), photos, state: 'shown' })
  expect((await updates()).filter((one) => one.media_url !== null)).toHaveLength(1)
})

test('pages and ranges cut the list without losing or doubling an update', async () => {
  const all = await updates()
  const paged: Update[] = []
  for (let page = 1; page <= all.length; page++) paged.push(...(await updates(`?page=${page}&page_size=3`)))
  expect(paged.map((one) => one.update_id)).toEqual(all.map((one) => one.update_id))
  const number = await numberOf(closed)
  expect(new Set((await updates(`?service_request_id=${number}`)).map((one) => one.service_request_id))).toEqual(
    new Set([number]),
  )
  expect(await updates('?start_date=2026-01-01T00:00:00Z&end_date=2026-02-01T00:00:00Z')).toEqual([])
  expect((await get('json', '?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z')).status).toBe(400)
  expect((await get('json', '?page=0')).status).toBe(400)
})
