import type { CaseState } from '../cases/states'
import { CASE_STATE_CITIZEN_ZH } from '../cases/words'
import { type Refusal, refuse } from '../kit/refusal'
import { addDays, DAY_MS, shanghai, shanghaiMoment } from '../kit/time'

export const OPEN311_STATUSES = ['open', 'closed'] as const
export type Open311Status = (typeof OPEN311_STATUSES)[number]
/** CitySDK's finer word for the same, told as an extension. */
type Detailed = 'RECEIVED' | 'IN_PROCESS' | 'PROCESSED' | 'ARCHIVED' | 'REJECTED'

/** GeoReport v2 knows open and closed only; every state of ours is one of them. */
// biome-ignore format: a table reads by its columns
export const OPEN311_STATES: Readonly<Record<CaseState, { readonly status: Open311Status; readonly detailed: Detailed }>> = {
  submitted:   { status: 'open',   detailed: 'RECEIVED' },
  verifying:   { status: 'open',   detailed: 'RECEIVED' },
  supplement:  { status: 'open',   detailed: 'RECEIVED' },
  filed:       { status: 'open',   detailed: 'IN_PROCESS' },
  dispatched:  { status: 'open',   detailed: 'IN_PROCESS' },
  processing:  { status: 'open',   detailed: 'IN_PROCESS' },
  suspended:   { status: 'open',   detailed: 'IN_PROCESS' },
  handled:     { status: 'open',   detailed: 'PROCESSED' },
  reopen_req:  { status: 'open',   detailed: 'IN_PROCESS' },
  closed:      { status: 'closed', detailed: 'PROCESSED' },
  rejected:    { status: 'closed', detailed: 'REJECTED' },
  merged:      { status: 'closed', detailed: 'REJECTED' },
  transferred: { status: 'closed', detailed: 'ARCHIVED' },
  withdrawn:   { status: 'closed', detailed: 'REJECTED' },
}

/** States others may ask for: what was let out by a reviewer, and what then became of it. */
export const OPEN311_SHOWN = [
  ...(['filed', 'dispatched', 'processing', 'suspended', 'handled', 'reopen_req'] as const),
  ...(['closed', 'merged', 'transferred'] as const),
] satisfies readonly CaseState[]

export const statesOf = (statuses: readonly Open311Status[]) =>
  OPEN311_SHOWN.filter((state) => statuses.includes(OPEN311_STATES[state].status))

const ARCHIVED_AFTER_DAYS = 14

/** All of a public case that the outlet looks at: no words of a reporter, no person. */
export type OutletCase = {
  readonly number: string
  readonly title: string
  readonly state: CaseState
  readonly categoryCode: string
  readonly categoryZh: string
  readonly addressZh: string
  readonly unitZh: string
  readonly target: string
  readonly externalNumber: string
  /** Only where the master is public itself. */
  readonly masterNumber: string | null
  readonly publicNote: string | null
  readonly submittedAt: Date
  readonly changedAt: Date | null
  readonly dueAt: Date | null
  readonly endedAt: Date | null
  readonly lng: number
  readonly lat: number
}

/** 2026-06-15T10:00:00+08:00 */
export const w3 = (at: Date) => {
  const { day, clock } = shanghai(at)
  return `${day}T${clock}:${String(at.getUTCSeconds()).padStart(2, '0')}+08:00`
}

export const detailedStatus = ({ state, endedAt }: OutletCase, now: Date): Detailed =>
  state === 'closed' && endedAt !== null && now >= addDays(endedAt, ARCHIVED_AFTER_DAYS)
    ? 'ARCHIVED'
    : OPEN311_STATES[state].detailed

/** The state in Chinese and the last thing said to the public; of a merged case where it went. */
export function statusNotes({ state, masterNumber, publicNote }: OutletCase) {
  const told = state === 'merged' ? `Duplicate of ${masterNumber ?? 'another request'}` : publicNote
  return told ? `${CASE_STATE_CITIZEN_ZH[state]}：${told}` : CASE_STATE_CITIZEN_ZH[state]
}

const serviceNotice = ({ state, target, externalNumber }: OutletCase) =>
  state === 'transferred' && target !== '' ? `已转${target}${externalNumber ? `，编号 ${externalNumber}` : ''}` : null

/** A service request with the specification's own fields, in its order. The day of a report is told, its minute is not. */
export function serviceRequestOf(row: OutletCase, mediaUrl: string | null) {
  const { status } = OPEN311_STATES[row.state]
  const requested = shanghaiMoment(shanghai(row.submittedAt).day)
  const updated = (status === 'closed' ? row.endedAt : null) ?? row.changedAt ?? requested
  return {
    service_request_id: row.number,
    status,
    status_notes: statusNotes(row),
    service_name: row.categoryZh,
    service_code: row.categoryCode,
    description: row.title,
    agency_responsible: row.unitZh === '' ? null : row.unitZh,
    service_notice: serviceNotice(row),
    requested_datetime: w3(requested),
    updated_datetime: w3(updated),
    expected_datetime: row.dueAt === null ? null : w3(row.dueAt),
    address: row.addressZh,
    address_id: null,
    zipcode: null,
    lat: row.lat,
    long: row.lng,
    media_url: mediaUrl,
  }
}

const SPAN_DAYS_MAX = 90

/** The days asked for, from the first moment of one to before the first of another. */
export type DayRange = { readonly from: Date; readonly before: Date }

/** Requests are told by day: a day is in the range when its first moment is, as their `requested_datetime` says. */
export function rangeOf(start: Date | null, end: Date | null, now: Date): DayRange | Refusal {
  const last =
    end ?? (start === null ? now : new Date(Math.min(now.getTime(), start.getTime() + SPAN_DAYS_MAX * DAY_MS)))
  const first = start ?? addDays(last, -SPAN_DAYS_MAX)
  if (first > last && end !== null) return refuse('malformed', 'start_date 要早于 end_date', 'start_date')
  if (last.getTime() - first.getTime() > SPAN_DAYS_MAX * DAY_MS)
    return refuse('malformed', `start_date 和 end_date 最多相隔 ${SPAN_DAYS_MAX} 天`, 'end_date')
  const floor = shanghaiMoment(shanghai(first).day)
  return {
    from: floor.getTime() === first.getTime() ? floor : addDays(floor, 1),
    before: addDays(shanghaiMoment(shanghai(last).day), 1),
  }
}

type Conditioned = { readonly code: string; readonly filingConditions: readonly string[] }

const CONDITIONS = 'CONDITIONS'

/** What a class asks beside the description: which of its filing conditions the sender saw. */
export const serviceDefinitionOf = ({ code, filingConditions }: Conditioned) => ({
  service_code: code,
  attributes: [
    {
      variable: true,
      code: CONDITIONS,
      datatype: 'multivaluelist',
      required: false,
      datatype_description: null,
      order: 1,
      description: '现场符合哪些立案条件',
      values: filingConditions.map((name, i) => ({ key: String(i + 1), name })),
    },
  ],
})

type Answers = readonly (readonly [code: string, value: string])[]

/** The text of a report as another platform sent it; a link to its picture is kept as words and never followed. */
export function postedWords(
  { description, mediaUrl, attributes }: { description: string; mediaUrl: string; attributes: Answers },
  { filingConditions }: Pick<Conditioned, 'filingConditions'>,
): { readonly words: string } | Refusal {
  const names: string[] = []
  for (const [code, value] of attributes) {
    const name = code === CONDITIONS && /^\d{1,2}$/.test(value) ? filingConditions[Number(value) - 1] : undefined
    if (name === undefined) return refuse('malformed', `服务定义里没有 attribute[${code}] 的这个值`, 'attribute')
    names.push(name)
  }
  const seen = names.length > 0 ? [`符合：${[...new Set(names)].join('；')}`] : []
  const link = mediaUrl === '' ? [] : [`照片链接：${mediaUrl}`]
  return { words: [description, ...seen, ...link].join('\n') }
}
