import { type Context, Hono } from 'hono'
import { REFUSALS, type RefusalCode } from '../../../shared/kit/refusal'
import { open311Xml } from '../../../shared/reports/open311-xml'
import { clean } from '../../http/clean'
import { originOf } from '../../http/conditional'
import type { Env } from '../../http/deps'
import { parse } from '../../http/mount'
import { fail, onError, Refused } from '../../http/refused'
import {
  type Answer,
  checkJurisdiction,
  listRequests,
  listServices,
  listUpdates,
  RequestsQuery,
  readDiscovery,
  readRequest,
  readService,
  readToken,
  UpdatesQuery,
} from './actions'
import { Posted, postRequest, readPosting } from './posting'

type Ask = Context<Env>

const FORMATS = { xml: 'text/xml; charset=utf-8', json: 'application/json; charset=utf-8' } as const
type Format = keyof typeof FORMATS
const formatOf = (c: Ask): Format => (c.req.path.endsWith('.xml') ? 'xml' : 'json')

function say(c: Ask, { root, content }: Answer, status: 200 | 400 | 403 | 404 | 413 | 429 | 500 | 503 = 200) {
  const format = formatOf(c)
  const text = format === 'xml' ? open311Xml(root, content) : JSON.stringify(content)
  return c.body(text, status, {
    'content-type': FORMATS[format],
    'access-control-allow-origin': '*',
    'cache-control': 'no-cache',
  })
}

/** The specification knows few codes: what does not fit is a 400, what one may not do a 403. */
const STATUS: { readonly [code in RefusalCode]?: 400 | 403 | 404 | 413 | 429 | 503 } = {
  signed_out: 403,
  forbidden: 403,
  not_found: 404,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
}

async function refusedOf(err: Error, c: Ask) {
  if (err instanceof Refused) {
    const status = STATUS[err.refusal.refused] ?? (REFUSALS[err.refusal.refused] < 500 ? 400 : 500)
    return say(c, errorsOf(status, err.refusal.zh), status)
  }
  // Logged and worded like everywhere else, said in the specification's shape.
  const res = onError(err, c)
  const { zh } = (await res.json()) as { zh: string }
  const status = res.status === 503 ? 503 : 500
  return say(c, errorsOf(status, zh), status)
}

const errorsOf = (code: number, description: string): Answer => ({ root: 'errors', content: [{ code, description }] })

const queryOf = (c: Ask) => clean(c.req.query()) as Readonly<Record<string, string>>

const FORM_BYTES_MAX = 64 * 1024

/** The form as sent; `attribute[CODE]` and `attribute[CODE][]` may stand in it more than once. */
async function readForm(c: Ask) {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
    return fail('malformed', '请以 application/x-www-form-urlencoded 提交')
  const tooLarge = () => fail('too_large', '提交的内容太大')
  if (Number(c.req.header('content-length') ?? 0) > FORM_BYTES_MAX) return tooLarge()
  const text = await c.req.text()
  if (text.length > FORM_BYTES_MAX) return tooLarge()
  const entries = clean([...new URLSearchParams(text)]) as [string, string][]
  const attributes = entries.flatMap(([name, value]) => {
    const code = /^attribute\[([^\]]{1,64})\](\[\])?$/.exec(name)?.[1]
    return code === undefined || value === '' ? [] : [[code, value] as const]
  })
  return { fields: Object.fromEntries(entries), attributes }
}

async function post(c: Ask) {
  const { deps } = c.var
  const { fields, attributes } = await readForm(c)
  await checkJurisdiction(deps, fields.jurisdiction_id)
  const platform = await readPosting(deps, fields.api_key)
  return say(c, await postRequest(deps, platform, parse(Posted, fields), attributes))
}

type Work = (c: Ask, name: string) => Promise<Answer>

/** One county's name is checked once for all that is asked. */
const within = async (c: Ask, work: Work, name = '') => {
  await checkJurisdiction(c.var.deps, queryOf(c).jurisdiction_id)
  return say(c, await work(c, name))
}

const LISTS: Readonly<Record<string, Work>> = {
  '/discovery': (c) => readDiscovery(c.var.deps, originOf(c)),
  '/v2/services': (c) => listServices(c.var.deps),
  '/v2/requests': (c) => listRequests(c.var.deps, parse(RequestsQuery, queryOf(c)), originOf(c)),
  '/v2/servicerequestupdates': (c) => listUpdates(c.var.deps, parse(UpdatesQuery, queryOf(c)), originOf(c)),
}

const ONES: Readonly<Record<string, Work>> = {
  '/v2/services': (c, code) => readService(c.var.deps, code),
  '/v2/requests': (c, number) => readRequest(c.var.deps, number, queryOf(c), originOf(c)),
  '/v2/tokens': (c, token) => readToken(c.var.deps, token),
}

/** Open311 GeoReport v2: an outlet and an inlet for other platforms, in their own words and shapes. */
export function open311Routes(app: Hono<Env>) {
  const door = new Hono<Env>().onError(refusedOf)
  for (const format of Object.keys(FORMATS)) {
    for (const [path, work] of Object.entries(LISTS)) door.get(`${path}.${format}`, (c) => within(c, work))
    for (const [path, work] of Object.entries(ONES))
      door.get(`${path}/:file{.+\\.${format}}`, (c) =>
        within(c, work, String(clean(c.req.param('file'))).slice(0, -format.length - 1)),
      )
    door.post(`/v2/requests.${format}`, post)
  }
  door.all('*', (c) => say(c, errorsOf(404, '没有这个地址'), 404))
  app.route('/open311', door)
}
