import * as z from 'zod'
import { limitOf, limitZh } from '../../../shared/cases/limits'
import { addDays, shanghai, shanghaiMoment } from '../../../shared/kit/time'
import { decideReport } from '../../../shared/reports/decide'
import { postedWords } from '../../../shared/reports/open311'
import { readCalendar } from '../../cases/calendar'
import { findCategory } from '../../cases/case-queries'
import { isResend } from '../../db/sends'
import { findNumberPrefix, resolvePlace } from '../../grids/actions'
import type { Deps } from '../../http/deps'
import { hashOf } from '../../http/once'
import { fail, grant } from '../../http/refused'
import { readPlatform } from '../key-actions'
import { recordReport } from '../record-queries'
import type { Answer } from './actions'
import { findCaseNumber, findPostingFacts } from './queries'

const degrees = (name: string, max: number) =>
  z
    .string(`缺少 ${name}`)
    .regex(/^\s*-?\d{1,3}(\.\d{1,20})?\s*$/, `${name} 要是 WGS-84 的度数`)
    .transform(Number)
    .refine((value) => Math.abs(value) <= max, `${name} 有误`)

/** What is kept of a request. A name, a mail address or a telephone number in it is not: nobody here asked that person. */
export const Posted = z.object({
  service_code: z.string('缺少 service_code').min(1, '缺少 service_code').max(64),
  lat: degrees('lat', 90),
  long: degrees('long', 180),
  description: z.string('缺少 description').trim().min(1, '缺少 description').max(4_000, 'description 最多 4000 个字'),
  address_string: z.string().trim().max(200, 'address_string 最多 200 个字').default(''),
  media_url: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2_000)], 'media_url 要是 http 或 https 地址')
    .default(''),
})
type Posted = z.output<typeof Posted>
type Attributes = readonly (readonly [code: string, value: string])[]

type Platform = { readonly keyId: string; readonly personId: string }

const DAY_KEY = 'POST /open311/v2/requests'

/** The same request again within a day is the same case: the specification has no key, so its content is one. */
const sendKey = ({ keyId }: Platform, { service_code, lat, long, description }: Posted, day: string) =>
  hashOf({ keyId, service_code, lat, long, description, day })

export const readPosting = (deps: Deps, secret: string | undefined) =>
  secret ? readPlatform(deps, secret, 'open311') : fail('forbidden', '缺少 api_key', 'api_key')

export async function postRequest(
  deps: Deps,
  platform: Platform,
  posted: Posted,
  attributes: Attributes,
): Promise<Answer> {
  const at = deps.now()
  const { day } = shanghai(at)
  const category =
    (await findCategory(deps.db, posted.service_code, at)) ?? fail('not_found', '没有这个 service_code', 'service_code')
  const days = [day, shanghai(addDays(at, -1)).day]
  const keys = days.map((one) => sendKey(platform, posted, one))
  const ask = { personId: platform.personId, keys, since: addDays(at, -1), day: shanghaiMoment(day) }
  const { today, number } = await findPostingFacts(deps.db, ask)
  const notice = `受理后派遣，时限 ${limitZh(limitOf(category, 'general'))}`
  if (number !== null) return answer(number, notice)
  const made = file(deps, platform, { posted, attributes, category, today, key: keys[0] ?? '', at, day })
  const raced = async (err: unknown) =>
    (isResend(err) ? (await findPostingFacts(deps.db, ask)).number : null) ?? thrown(err)
  return answer(await made.catch(raced), notice)
}

const thrown = (err: unknown): never => {
  throw err
}

const answer = (number: string, notice: string): Answer => ({
  root: 'service_requests',
  content: [{ service_request_id: number, service_notice: notice, account_id: null }],
})

type Filing = {
  readonly posted: Posted
  readonly attributes: Attributes
  readonly category: NonNullable<Awaited<ReturnType<typeof findCategory>>>
  readonly today: number
  readonly key: string
  readonly at: Date
  readonly day: string
}

/** A report like any other, but without a photo: other platforms keep theirs. Who told it is the platform, nobody else. */
async function file(deps: Deps, { personId }: Platform, { posted, attributes, category, today, key, at, day }: Filing) {
  const { lat, long: lng, description, media_url: mediaUrl, address_string: addressZh } = posted
  const { words } = grant(postedWords({ description, mediaUrl, attributes }, category))
  const position = { lng, lat, accuracyM: null }
  const [place, prefix, calendar] = await Promise.all([
    resolvePlace(deps, position),
    findNumberPrefix(deps),
    readCalendar(deps.db, at),
  ])
  const telling = {
    photos: [],
    position,
    words,
    addressZh,
    pointCode: null,
    answers: {},
    contact: null,
    source: 'open311' as const,
  }
  const facts = { today, freePhotos: 0, category, questions: [], place, calendar, at }
  const decision = grant(decideReport({ ...telling, identity: 'anonymous' }, facts))
  const caseId = deps.newId()
  const send = { personId, key, op: DAY_KEY, bodyHash: hashOf({ posted, attributes }) }
  await recordReport(deps.db, send, decision, {
    ...{ caseId, eventId: deps.newId(), reportId: deps.newId(), personId, day },
    prefix: `${prefix}-${day.slice(2).replaceAll('-', '')}-`,
  })
  return findCaseNumber(deps.db, caseId)
}
