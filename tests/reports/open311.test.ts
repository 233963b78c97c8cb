import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { CASE_STATES, isOpen } from '../../shared/cases/states'
import { CASE_STATE_CITIZEN_ZH } from '../../shared/cases/words'
import { isRefusal } from '../../shared/kit/refusal'
import { addDays } from '../../shared/kit/time'
import {
  detailedStatus,
  OPEN311_STATES,
  type OutletCase,
  rangeOf,
  serviceRequestOf,
  statusNotes,
} from '../../shared/reports/open311'
import { type Content, open311Xml } from '../../shared/reports/open311-xml'
import { openCounty, PLACE } from '../cases/world'

/** The specification's own fields, in its order. */
const SERVICE = ['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords', 'group']
const ATTRIBUTE = ['variable', 'code', 'datatype', 'required', 'datatype_description', 'order', 'description', 'values']
const REQUEST = [
  ...['service_request_id', 'status', 'status_notes', 'service_name', 'service_code', 'description'],
  ...['agency_responsible', 'service_notice', 'requested_datetime', 'updated_datetime', 'expected_datetime'],
  ...['address', 'address_id', 'zipcode', 'lat', 'long', 'media_url'],
]
const W3 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/

const county = await openCounty()
const { app, ask, cast, caseAt, report, file, move, db, key } = county

const closed = await caseAt('closed')
const { items } = (await ask(cast.reviewer, 'GET', `/api/cases/${closed}/photos`)) as unknown as {
  items: { id: string }[]
}
const letOut = { key: key(), photos: items.map(({ id }) => id), state: 'shown' }
await ask(cast.reviewer, 'POST', `/api/cases/${closed}/photo-checks`, letOut)
const open = await caseAt('processing')
const transferred = await caseAt('filed')
await move(cast.reviewer, transferred, 'transfer', { target: '县供电公司', externalNumber: 'GD-7', note: '杆线归供电' })
const merged = await caseAt('filed')
expect(await move(cast.reviewer, merged, 'merge', { masterId: open })).toMatchObject({ status: 200 })
const waiting = await caseAt('submitted')
const kept = String((await report()).id)
await file(kept, { isPublic: false })
const intoKept = await caseAt('filed')
await move(cast.reviewer, intoKept, 'merge', { masterId: kept })
const dog = String((await report(cast.lin, { categoryCode: 'F6', words: '邻居的狗' })).id)
await file(dog)

const rowsOf = async <T>(query: ReturnType<typeof sql>) => (await db.execute(query)) as unknown as { rows: T[] }
const numberOf = async (id: string) =>
  (await rowsOf<{ number: string }>(sql`select number from cases where id = ${id}`)).rows[0]?.number ?? ''

const parser = new XMLParser({
  ...{ parseTagValue: false, htmlEntities: true, trimValues: false },
  isArray: (name) => ['service', 'request', 'error', 'attribute', 'value', 'endpoint', 'format'].includes(name),
})
const fetched = (path: string, init: RequestInit = {}) => app.request(`http://wenming.test/open311${path}`, init)

type One = Record<string, unknown>
/** One answer in both formats, which must say the same; what JSON calls null is an empty element. */
async function both(path: string, query = '', init: RequestInit = {}) {
  const [json, xml] = await Promise.all([fetched(`${path}.json${query}`, init), fetched(`${path}.xml${query}`, init)])
  expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  expect(xml.status).toBe(json.status)
  const [text, content] = [await xml.text(), (await json.json()) as unknown]
  expect(XMLValidator.validate(text)).toBe(true)
  const { '?xml': _head, ...tree } = parser.parse(text.trimEnd()) as Record<string, Record<string, One[]>>
  delete (tree as One)['#text']
  return { status: json.status, content, tree, text: JSON.stringify(content) + text }
}
const asText = (one: One) =>
  Object.fromEntries(Object.entries(one).map(([name, value]) => [name, value === null ? '' : String(value)]))

async function requests(query = '') {
  const { status, content, tree, text } = await both('/v2/requests', query)
  expect(status).toBe(200)
  const list = content as One[]
  const inXml = (tree.service_requests as { request?: One[] } | '') || {}
  expect((inXml.request ?? []).map(asText)).toEqual(list.map(asText))
  return { list, text, ids: list.map((one) => one.service_request_id) }
}

const row = (more: Partial<OutletCase>): OutletCase => ({
  ...{ number: 'YC-1', title: 't', state: 'filed', categoryCode: 'D1', categoryZh: '井盖', addressZh: '', unitZh: '' },
  ...{ target: '', externalNumber: '', masterNumber: null, publicNote: null, submittedAt: new Date(0) },
  ...{ changedAt: new Date(1_000_000), dueAt: null, endedAt: null, lng: 0, lat: 0, ...more },
})

test.each(CASE_STATES)('a %s case is open or closed as it is with us, and says so in Chinese', (state) => {
  const endedAt = isOpen(state) ? null : new Date(2_000_000)
  const told = serviceRequestOf(row({ state, endedAt, publicNote: '说明', target: '县供电公司' }), null)
  expect(told.status).toBe(isOpen(state) ? 'open' : 'closed')
  expect(told.status_notes).toContain(CASE_STATE_CITIZEN_ZH[state])
  expect(told.status_notes).toContain(state === 'merged' ? 'Duplicate of' : '说明')
  expect(told.service_notice).toBe(state === 'transferred' ? '已转县供电公司' : null)
  expect(Object.keys(told)).toEqual(REQUEST)
  for (const name of ['requested_datetime', 'updated_datetime'] as const) expect(told[name]).toMatch(W3)
  expect(told.updated_datetime).toBe(isOpen(state) ? '1970-01-01T08:16:40+08:00' : '1970-01-01T08:33:20+08:00')
  expect(detailedStatus(row({ state }), new Date())).toBe(OPEN311_STATES[state].detailed)
})

test('the finer words are the table of the county’s case rules, and a closed case is archived after 14 days', () => {
  expect(CASE_STATES.map((state) => OPEN311_STATES[state].detailed)).toEqual([
    ...['RECEIVED', 'RECEIVED', 'RECEIVED', 'IN_PROCESS', 'IN_PROCESS', 'IN_PROCESS', 'IN_PROCESS', 'PROCESSED'],
    ...['IN_PROCESS', 'PROCESSED', 'REJECTED', 'REJECTED', 'ARCHIVED', 'REJECTED'],
  ])
  const ended = row({ state: 'closed', endedAt: new Date(0) })
  expect(detailedStatus(ended, addDays(new Date(0), 13))).toBe('PROCESSED')
  expect(detailedStatus(ended, addDays(new Date(0), 14))).toBe('ARCHIVED')
  expect(statusNotes(row({ state: 'merged', masterNumber: 'YC-9' }))).toBe('合并办理：Duplicate of YC-9')
})

test('a range never spans more than 90 days, and never tells the hour of a report', () => {
  const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.option(moment), fc.option(moment), moment, (start, end, now) => {
      const range = rangeOf(start, end, now)
      if (isRefusal(range)) return range.refused === 'malformed' && start !== null
      const whole = [range.from, range.before].every((at) => (at.getTime() + 8 * 3_600_000) % 86_400_000 === 0)
      return whole && range.before.getTime() - range.from.getTime() <= 91 * 86_400_000
    }),
  )
})

test('any answer says the same in XML as in JSON', () => {
  const text = fc.string({ unit: fc.constantFrom('<', '&', '"', "'", ']]>', '井', 'a', ' ') })
  fc.assert(
    fc.property(fc.array(fc.record({ code: text, name: text })), (values) => {
      const xml = open311Xml('values', values as unknown as Content)
      const read = (parser.parse(xml) as { values: { value?: One[] } | string }).values
      expect((typeof read === 'object' ? read.value : undefined) ?? []).toEqual(values)
    }),
  )
})

test('discovery names the endpoint, its formats and whether it is for trying out', async () => {
  const { content, tree } = await both('/discovery')
  const endpoint = {
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: 'http://wenming.test/open311/v2',
    changeset: expect.stringMatching(W3),
    type: 'test',
    formats: ['text/xml', 'application/json'],
  }
  expect(content).toEqual({
    ...{ changeset: expect.stringMatching(W3), contact: expect.stringMatching(/\d/), key_service: expect.any(String) },
    endpoints: [endpoint],
  })
  expect(tree.discovery).toMatchObject({
    endpoints: { endpoint: [{ ...endpoint, formats: { format: endpoint.formats } }] },
  })
})

test('services and their definitions have the specification’s fields, and codes are strings', async () => {
  const { content, tree } = await both('/v2/services')
  const list = content as One[]
  expect(list).toHaveLength(60)
  expect(tree.services?.service?.map(asText)).toEqual(list.map(asText))
  for (const one of list) {
    expect(Object.keys(one)).toEqual(SERVICE)
    expect(one).toMatchObject({ service_code: expect.any(String), metadata: true, type: 'realtime' })
  }
  const definition = await both('/v2/services/D1')
  const { service_code, attributes } = definition.content as { service_code: string; attributes: One[] }
  expect(service_code).toBe('D1')
  for (const one of attributes) expect(Object.keys(one)).toEqual(ATTRIBUTE)
  expect(attributes[0]?.values).toContainEqual({ key: '1', name: expect.any(String) })
  expect(definition.tree.service_definition).toMatchObject({ service_code: 'D1' })
})

test('requests tell public cases in the specification’s fields and nothing that was not let out', async () => {
  const { list, ids, text } = await requests()
  for (const one of list) {
    expect(Object.keys(one)).toEqual(REQUEST)
    expect(one).toMatchObject({
      ...{ service_request_id: expect.any(String), service_code: expect.any(String), lat: expect.any(Number) },
      requested_datetime: '2026-06-15T00:00:00+08:00',
    })
  }
  const shown = await Promise.all([closed, open, transferred, merged, intoKept].map(numberOf))
  expect([...ids].sort()).toEqual(shown.sort())
  const secrets = await Promise.all([waiting, kept, dog].map(numberOf))
  for (const secret of [...secrets, cast.lin.id, '林晓岚', '井盖塌了半边', '邻居的狗', cast.handler.id, '陈工'])
    expect(text).not.toContain(secret)
})

test('every end of a case is told as the rules say', async () => {
  const { list } = await requests()
  const of = async (id: string) => {
    const number = await numberOf(id)
    return list.find((one) => one.service_request_id === number)
  }
  expect(await of(closed)).toMatchObject({
    ...{ status: 'closed', status_notes: '已办结：已更换井盖', updated_datetime: '2026-06-15T10:00:00+08:00' },
    ...{ agency_responsible: expect.stringContaining('市政'), expected_datetime: expect.stringMatching(W3) },
    media_url: expect.stringMatching(/^http:\/\/wenming\.test\/api\/pictures\//),
  })
  expect(await of(merged)).toMatchObject({
    status: 'closed',
    status_notes: `合并办理：Duplicate of ${await numberOf(open)}`,
  })
  expect(await of(intoKept)).toMatchObject({ status_notes: '合并办理：Duplicate of another request' })
  expect(await of(transferred)).toMatchObject({ status: 'closed', service_notice: '已转县供电公司，编号 GD-7' })
  const [extended] = (await both(`/v2/requests/${await numberOf(closed)}`, '?extensions=true')).content as One[]
  expect(extended).toMatchObject({ extended_attributes: { detailed_status: 'PROCESSED' } })
})

test('filters narrow, pages join, and a list of ids overrides everything else', async () => {
  const all = (await requests()).ids
  expect((await requests('?status=open')).ids).toEqual([await numberOf(open)])
  expect((await requests('?status=open,closed')).ids).toEqual(all)
  expect((await requests('?service_code=A1')).ids).toEqual([])
  expect((await requests('?service_code=A1,D1')).ids).toEqual(all)
  expect((await requests('?start_date=2026-06-16T00:00:00Z&end_date=2026-06-17T00:00:00Z')).ids).toEqual([])
  expect((await requests('?start_date=2026-06-15T00:00:00+08:00')).ids).toEqual(all)
  expect((await requests('?end_date=2026-06-15T00:00:00%2B08:00')).ids).toEqual(all)
  expect((await requests('?end_date=2026-06-14T12:00:00Z')).ids).toEqual([])
  const pages = await Promise.all([1, 2, 3, 4].map((page) => requests(`?page_size=2&page=${page}`)))
  expect(pages.flatMap(({ ids }) => ids)).toEqual(all)
  const named = `?service_request_id=${await numberOf(closed)},${await numberOf(waiting)}&status=open`
  expect((await requests(named)).ids).toEqual([await numberOf(closed)])
  const token = await both(`/v2/tokens/${closed}`)
  expect(token.content).toEqual([{ service_request_id: await numberOf(closed), token: closed }])
})

test('what is asked wrongly is told in the specification’s own shape, in both formats, with its code', async () => {
  const cases: [path: string, query: string, code: number][] = [
    ['/v2/requests', '?status=done', 400],
    ['/v2/requests', '?start_date=yesterday', 400],
    ['/v2/requests', '?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z', 400],
    ['/v2/requests', '?start_date=2026-06-02T00:00:00Z&end_date=2026-06-01T00:00:00Z', 400],
    ['/v2/requests', '?page_size=201', 400],
    ['/v2/requests', '?page=0', 400],
    ['/v2/requests', '?service_request_id=%00', 400],
    ['/v2/requests', '?jurisdiction_id=elsewhere.gov', 404],
    ['/v2/services/ZZ', '', 404],
    ['/v2/requests/YC-000000-0000', '', 404],
    [`/v2/requests/${await numberOf(waiting)}`, '', 404],
    [`/v2/requests/${await numberOf(dog)}`, '', 404],
    [`/v2/tokens/${waiting}`, '', 404],
    ['/v2/tokens/%00', '', 400],
    ['/v2/nothing', '', 404],
  ]
  for (const [path, query, code] of cases) {
    const { status, content, tree } = await both(path, query)
    expect([path + query, status]).toEqual([path + query, code])
    expect(content).toEqual([{ code, description: expect.stringMatching(/[\u4e00-\u9fff]/) }])
    expect(tree).toEqual({ errors: { error: [{ code: String(code), description: expect.any(String) }] } })
  }
  expect((await requests('?jurisdiction_id=YC')).list.length).toBeGreaterThan(0)
})

const platform = await ask(cast.admin, 'POST', '/api/api-keys', { key: key(), name: '随手拍联盟', scopes: ['open311'] })
const secret = String(platform.secret)
const form = (more: Record<string, string> = {}) => ({
  ...{ api_key: secret, service_code: 'D1', lat: String(PLACE.lat), long: String(PLACE.lng) },
  ...{ description: `路灯旁井盖松动 ${crypto.randomUUID()}`, ...more },
})
const encoded = (fields: Record<string, string>) => ({
  method: 'POST',
  body: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
})
async function posted(fields: Record<string, string>, format = 'json') {
  const res = await fetched(`/v2/requests.${format}`, encoded(fields))
  const text = await res.text()
  return { status: res.status, text, content: (format === 'json' ? JSON.parse(text) : []) as One[] }
}
const caseOf = async (number: unknown) =>
  (await rowsOf<One>(sql`select * from cases where number = ${String(number)}`)).rows[0]

test('a posted request becomes a case of the channel, which waits for the office like any other', async () => {
  const given = form({
    ...{ media_url: 'https://photos.example/1.jpg', 'attribute[CONDITIONS]': '1', jurisdiction_id: 'YC' },
    ...{ first_name: '赵', last_name: '四', email: 'zhao@example.org', phone: '13800000000', device_id: 'd-1' },
  })
  const { status, content } = await posted(given)
  expect(status).toBe(200)
  expect(Object.keys(content[0] ?? {})).toEqual(['service_request_id', 'service_notice', 'account_id'])
  const made = await caseOf(content[0]?.service_request_id)
  expect(made).toMatchObject({ source: 'open311', state: 'submitted', is_public: false, category_code: 'D1' })
  expect(made?.words).toMatch(/^路灯旁井盖松动 .+\n符合：.+\n照片链接：https:\/\/photos\.example\/1\.jpg$/)
  expect(await ask(cast.reviewer, 'GET', `/api/cases/${made?.id}/reports`)).toMatchObject({
    items: [{ sourceZh: '第三方平台', reporterZh: '匿名' }],
  })
  expect((await fetched(`/v2/requests/${content[0]?.service_request_id}.json`)).status).toBe(404)
  for (const table of ['cases', 'case_events', 'reports', 'reporters', 'people', 'sends'])
    expect(JSON.stringify((await rowsOf(sql`select * from ${sql.identifier(table)}`)).rows)).not.toMatch(
      /13800000000|zhao@example|d-1"/,
    )
  expect(await file(made?.id)).toMatchObject({ status: 200 })
  expect((await fetched(`/v2/requests/${content[0]?.service_request_id}.json`)).status).toBe(200)
  expect((await posted(form(), 'xml')).text).toMatch(
    /<service_requests><request><service_request_id>YC-\d{6}-\d{4}<\/service_request_id><service_notice>[^<]+<\/service_notice><account_id\/><\/request><\/service_requests>/,
  )
})

test('the same request again within a day is the same case, also when many arrive at once', async () => {
  const given = form()
  const answers = await Promise.all([1, 2, 3, 4].map(() => posted(given)))
  const ids = new Set(answers.map(({ content }) => content[0]?.service_request_id))
  expect([...ids]).toEqual([expect.stringMatching(/^YC-/)])
  const from = county.now()
  county.at(new Date('2026-06-15T15:00:00Z'))
  const evening = form()
  const first = (await posted(evening)).content[0]?.service_request_id
  county.at(new Date('2026-06-16T14:59:00Z'))
  expect((await posted(evening)).content[0]?.service_request_id).toBe(first)
  county.at(new Date('2026-06-16T15:01:00Z'))
  expect((await posted(evening)).content[0]?.service_request_id).not.toBe(first)
  expect((await posted({ ...given, description: '另一件事' })).content[0]?.service_request_id).not.toBe([...ids][0])
  county.at(from)
})

test('what is missing, wrong or outside is refused with the parameter’s name and leaves nothing', async () => {
  const count = async () => (await rowsOf<{ n: number }>(sql`select count(*)::int as n from cases`)).rows[0]?.n
  const before = await count()
  const without = (name: string) => Object.fromEntries(Object.entries(form()).filter(([one]) => one !== name))
  for (const name of ['service_code', 'lat', 'long', 'description'])
    expect(await posted(without(name))).toMatchObject({
      status: 400,
      content: [{ code: 400, description: `缺少 ${name}` }],
    })
  const wrong: [Record<string, string>, number][] = [
    [{ service_code: 'ZZ' }, 404],
    [{ jurisdiction_id: 'elsewhere' }, 404],
    [{ lat: '91' }, 400],
    [{ lat: 'NaN' }, 400],
    [{ lat: '1e309' }, 400],
    [{ long: String(PLACE.lng + 3) }, 400],
    [{ description: ' ' }, 400],
    [{ description: '长'.repeat(4_001) }, 400],
    [{ description: 'a\0b' }, 400],
    [{ media_url: 'javascript:alert(1)' }, 400],
    [{ media_url: 'file:///etc/passwd' }, 400],
    [{ 'attribute[CONDITIONS]': '99' }, 400],
    [{ 'attribute[OTHER]': '1' }, 400],
    [{ description: 'x'.repeat(70_000) }, 413],
  ]
  for (const [more, status] of wrong) {
    const answer = await posted(form(more))
    expect([Object.keys(more), answer.status]).toEqual([Object.keys(more), status])
    expect(answer.content).toEqual([{ code: status, description: expect.stringMatching(/[\u4e00-\u9fff]/) }])
  }
  const json = { ...encoded(form()), headers: { 'content-type': 'application/json' } }
  expect((await fetched('/v2/requests.json', json)).status).toBe(400)
  expect(await count()).toBe(before)
})

const HOSTILE = [
  "'; drop table cases; --",
  '<script>alert(1)</script>',
  ']]><x>',
  '👨‍👩‍👧‍👦',
  '\u202e',
  '{{7*7}}',
  '%00',
  '=1+1',
]
test('hostile texts in every field are kept as texts or refused, never with a 500', async () => {
  for (const text of HOSTILE) {
    for (const name of ['api_key', 'service_code', 'lat', 'long', 'media_url', 'jurisdiction_id', 'attribute[X]'])
      expect((await posted(form({ [name]: text }))).status, `${name} ${text}`).toBeLessThan(500)
    const { content } = await posted(form({ description: `${text} ${crypto.randomUUID()}`, address_string: text }))
    const number = String(content[0]?.service_request_id)
    await file((await caseOf(number))?.id)
    const { list } = await requests(`?service_request_id=${number}`)
    expect(list).toMatchObject([{ address: text }])
    for (const query of [
      'service_request_id',
      'service_code',
      'status',
      'start_date',
      'page',
      'page_size',
      'extensions',
    ])
      expect((await fetched(`/v2/requests.xml?${query}=${encodeURIComponent(text)}`)).status).toBeLessThan(500)
    for (const path of ['services', 'requests', 'tokens'])
      expect((await fetched(`/v2/${path}/${encodeURIComponent(text)}.xml`)).status).toBe(404)
  }
  expect(county.logged).toEqual([])
})

test('a key is shown once, kept hashed, and only an administrator makes, sees and ends one', async () => {
  const body = { key: key(), name: '县融媒体', scopes: ['open311'] }
  const made = await ask(cast.admin, 'POST', '/api/api-keys', body)
  expect(made).toMatchObject({
    status: 200,
    name: '县融媒体',
    endedAt: null,
    secret: expect.stringMatching(/^wm_.{40,}/),
  })
  const again = await ask(cast.admin, 'POST', '/api/api-keys', body)
  expect(again).toMatchObject({ status: 200, id: made.id, secret: null })
  const listed = await ask(cast.admin, 'GET', '/api/api-keys')
  expect(JSON.stringify(listed)).not.toContain(made.secret)
  expect(listed.items).toHaveLength(2)
  for (const table of ['api_keys', 'api_key_events', 'people', 'sends'])
    expect(JSON.stringify((await rowsOf(sql`select * from ${sql.identifier(table)}`)).rows)).not.toContain(made.secret)
  expect(await ask(cast.reviewer, 'POST', '/api/api-keys', { ...body, key: key() })).toMatchObject({ status: 403 })

  const given = form({ api_key: String(made.secret) })
  expect((await posted(given)).status).toBe(200)
  const end = { key: key() }
  expect(await ask(cast.admin, 'POST', `/api/api-keys/${made.id}/end`, end)).toMatchObject({ status: 200 })
  expect(await ask(cast.admin, 'POST', `/api/api-keys/${made.id}/end`, end)).toMatchObject({ status: 200 })
  expect(await ask(cast.admin, 'POST', `/api/api-keys/${made.id}/end`, { key: key() })).toMatchObject({
    status: 409,
    refused: 'wrong_state',
  })
  expect((await posted(given)).status).toBe(403)
  const { rows } = await rowsOf<One>(
    sql`select kind, by from api_key_events where api_key_id = ${String(made.id)} order by at, kind`,
  )
  expect(rows).toEqual([
    { kind: 'create', by: cast.admin.id },
    { kind: 'end', by: cast.admin.id },
  ])
  await expect(db.execute(sql`delete from api_key_events`)).rejects.toThrow()
})

test('a missing, a wrong, a session’s and a narrower key are all told the same 403', async () => {
  await db.execute(sql`update api_keys set scopes = '[]'::jsonb where id = ${String(platform.id)}`)
  const answers = await Promise.all(
    [secret, 'wm_wrong', cast.admin.token, `${secret}x`].map((one) => posted(form({ api_key: one }))),
  )
  const empty = await posted(form({ api_key: '' }))
  for (const { status, content } of [...answers, empty])
    expect([status, content]).toEqual([403, [{ code: 403, description: expect.stringContaining('api_key') }]])
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  await db.execute(sql`update api_keys set scopes = '["open311"]'::jsonb where id = ${String(platform.id)}`)
  expect((await posted(form())).status).toBe(200)
})
