import * as z from 'zod'
import {
  detailedStatus,
  OPEN311_STATUSES,
  rangeOf,
  serviceDefinitionOf,
  serviceRequestOf,
  statesOf,
} from '../../../shared/reports/open311'
import { requestUpdateOf, updateSpan } from '../../../shared/reports/open311-updates'
import type { Content } from '../../../shared/reports/open311-xml'
import { findCategory, listCategoryRows } from '../../cases/case-queries'
import { publicPlace } from '../../cases/public-place'
import { photoView } from '../../files/actions'
import { readCounty } from '../../grids/actions'
import type { Deps } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { findNumber, listByNumbers, listRequestRows, type OutletRow } from './queries'
import { listUpdateRows } from './update-queries'

/** An answer in either format: the root is XML's. */
export type Answer = { readonly root: string; readonly content: Content }
type Query = Readonly<Record<string, string>>

/** When this description of the outlet last changed. */
const CHANGESET = '2026-06-01T00:00:00+08:00'

export async function readDiscovery(deps: Deps, origin: string): Promise<Answer> {
  const { name, officeZh, hotline } = await readCounty(deps)
  const endpoint = {
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: `${origin}/open311/v2`,
    changeset: CHANGESET,
    type: deps.demo ? 'test' : 'production',
    formats: ['text/xml', 'application/json'],
  }
  const contact = `${name}${officeZh}，电话 ${hotline}`
  const content = { changeset: CHANGESET, contact, key_service: `向${officeZh}申请`, endpoints: [endpoint] }
  return { root: 'discovery', content }
}

/** The house serves one county: its name may be left out, a wrong one is not found. */
export async function checkJurisdiction(deps: Deps, given: string | undefined) {
  if (given === undefined || given === '') return
  const { numberPrefix } = await readCounty(deps)
  if (given.toLowerCase() !== numberPrefix.toLowerCase())
    fail('not_found', `没有这个 jurisdiction_id，本县是 ${numberPrefix}`)
}

export async function listServices({ db, now }: Deps): Promise<Answer> {
  const content = (await listCategoryRows(db, now())).map(
    ({ code, zh, groupZh, hintZh, keywords, filingConditions }) => ({
      service_code: code,
      service_name: zh,
      description: hintZh || zh,
      metadata: filingConditions.length > 0,
      type: 'realtime',
      keywords: keywords.join(', '),
      group: groupZh,
    }),
  )
  return { root: 'services', content }
}

const noService = () => fail('not_found', '没有这个 service_code', 'service_code')

export async function readService({ db, now }: Deps, code: string): Promise<Answer> {
  const found = (await findCategory(db, code, now())) ?? noService()
  return { root: 'service_definition', content: serviceDefinitionOf(found) }
}

const w3 = (name: string) =>
  z
    .string()
    // A plus sign of a zone that was not encoded arrives as a space.
    .transform((text) => text.replace(' ', '+'))
    .pipe(z.union([z.iso.datetime({ offset: true }), z.iso.date()], `${name} 要是 2026-06-01T00:00:00Z 这样的时间`))
    .transform((text) => new Date(text))
    .optional()

const listOf = (name: string, max: number) =>
  z
    .string()
    .max(8_000, `${name} 太长`)
    .transform((text) =>
      text
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .refine((all) => all.length <= max, `${name} 最多 ${max} 个`)

/** What is not named here is left alone: clients send extensions of their own. */
export const RequestsQuery = z.object({
  service_request_id: listOf('service_request_id', 200).optional(),
  service_code: listOf('service_code', 100).default([]),
  start_date: w3('start_date'),
  end_date: w3('end_date'),
  status: listOf('status', 2)
    .pipe(z.array(z.enum(OPEN311_STATUSES, 'status 只有 open 和 closed')))
    .default([...OPEN311_STATUSES]),
  page: z.coerce.number('page 有误').int('page 有误').min(1, 'page 从 1 起').max(100_000, 'page 太大').default(1),
  page_size: z.coerce
    .number('page_size 有误')
    .int('page_size 有误')
    .min(1, 'page_size 有误')
    .max(200, 'page_size 最多 200')
    .default(50),
  extensions: z.enum(['true', 'false']).catch('false').default('false'),
})
export const UpdatesQuery = RequestsQuery.pick({
  service_request_id: true,
  start_date: true,
  end_date: true,
  page: true,
  page_size: true,
})
type Requests = z.output<typeof RequestsQuery>

export async function listRequests(deps: Deps, query: Requests, origin: string): Promise<Answer> {
  const { service_request_id: numbers, service_code: codes, status, page, page_size: size } = query
  const rows = numbers?.length
    ? await listByNumbers(deps.db, numbers)
    : await listRequestRows(deps.db, {
        ...grant(rangeOf(query.start_date ?? null, query.end_date ?? null, deps.now())),
        ...{ states: statesOf(status), codes, page, size },
      })
  return answerOf(deps, rows, { origin, isExtended: query.extensions === 'true' })
}

export async function readRequest(deps: Deps, number: string, query: Query, origin: string): Promise<Answer> {
  const rows = await listByNumbers(deps.db, [number])
  if (rows.length === 0) fail('not_found', '没有这个 service_request_id', 'service_request_id')
  return answerOf(deps, rows, { origin, isExtended: query.extensions === 'true' })
}

function answerOf(
  deps: Deps,
  rows: readonly OutletRow[],
  { origin, isExtended }: { origin: string; isExtended: boolean },
) {
  const content = rows.map((row) => ({
    ...serviceRequestOf(
      { ...row, ...publicPlace(deps, row) },
      row.cover && `${origin}${photoView(deps, row.cover).url}`,
    ),
    ...(isExtended ? { extended_attributes: { detailed_status: detailedStatus(row, deps.now()) } } : {}),
  }))
  return { root: 'service_requests', content }
}

/** The last seven days unless asked for others; at most the days of the specification. */
export async function listUpdates(deps: Deps, query: z.output<typeof UpdatesQuery>, origin: string): Promise<Answer> {
  const { service_request_id: numbers = [], start_date: start, end_date: end, page, page_size: size } = query
  const { from, before } = grant(updateSpan(start ?? null, end ?? null, deps.now()))
  const rows = await listUpdateRows(deps.db, { numbers, from, before, page, size })
  const content = rows.map((row) => requestUpdateOf(row, row.photo && `${origin}${photoView(deps, row.photo).url}`))
  return { root: 'service_request_updates', content }
}

/** Requests get their number at once, so a token is never handed out; the name a case has on its public page serves as one. */
export async function readToken({ db }: Deps, token: string): Promise<Answer> {
  const number = (await findNumber(db, token)) ?? fail('not_found', '没有这个 token', 'token')
  return { root: 'service_requests', content: [{ service_request_id: number, token }] }
}
