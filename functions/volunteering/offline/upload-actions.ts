import type { z } from 'zod'
import { namedId } from '../../../shared/kit/named-id'
import { pageFrom } from '../../../shared/kit/page'
import { isRefusal, type Refusal, refuse } from '../../../shared/kit/refusal'
import type { Actor } from '../../../shared/people/roles'
import type { FailureView, UploadAttendance, UploadResult } from '../../../shared/volunteering/offline/contract'
import { judgePersonalCode, parsePersonalCode } from '../../../shared/volunteering/offline/personal-codes'
import { decideUpload, type Scan, type UploadDecision } from '../../../shared/volunteering/offline/uploads'
import type { Deps, Send } from '../../http/deps'
import { cursorFrom } from '../activity-actions'
import { type Presence, withEvents } from '../attendance-actions'
import { listPresencesOfShift } from '../attendance-queries'
import { ledShift } from '../leader-actions'
import {
  type Counted,
  type Failed,
  type FailureRow,
  type Known,
  listFailures,
  listKnown,
  recordUploads,
} from './upload-queries'

type Body = z.output<typeof UploadAttendance.body>
type Sent = Body['events'][number]
/** An event under its own name in the house: made of the phone and its nonce, the same for ever. */
type Named = { readonly id: string; readonly scan: Scan }

/** A sign-up may be moved by somebody else while it is judged: then it is judged again, so many times. */
const TRIES = 4

/** Answers each event by itself. `send` is null where the batch itself was on record already. */
export async function uploadAttendance(deps: Deps, actor: Actor, shiftId: string, body: Body, send: Send | null) {
  const { shift } = await ledShift(deps, actor, shiftId)
  const at = deps.now()
  const named = body.events.map((event) => ({
    id: namedId(`attendance ${body.deviceId} ${event.nonce}`),
    scan: scanOf(deps, event),
  }))
  const answers = new Map<string, UploadResult>()
  let [key, open] = [send, named]
  for (let tries = 0; open.length > 0 && tries < TRIES; tries++) {
    const round = firstOf(open)
    const known = await listKnown(
      deps.db,
      round.map(({ id }) => id),
    )
    const presences = await withEvents(deps, await listPresencesOfShift(deps.db, shiftId))
    const judged = round.map((one) => judge(one, known, presences, { shift, leaderId: actor.id, at }))
    const writing = { shiftId, at, ...rowsFor(judged, body.deviceId, actor.id) }
    const written = await recordUploads(deps.db, writing, key)
    if (written.size > 0) key = null
    for (const one of judged) if (one.isKnown || written.has(one.id)) answers.set(nameOf(one), one.answer)
    open = open.filter((one) => !answers.has(nameOf(one)))
  }
  const seen = new Set<string>()
  const results = named.map((one) => answerOf(answers.get(nameOf(one)) ?? againOf(one.scan), seen, one.id))
  return { serverTime: at.toISOString(), results }
}

/** The nonce and what it was said of: two people under one nonce are two events, and the second is told so. */
const nameOf = ({ id, scan: { signUpId, direction, deviceAt } }: Named) =>
  `${id} ${signUpId} ${direction} ${deviceAt.getTime()}`

/** One of each nonce at a time. */
const firstOf = (named: readonly Named[]) => [...new Map(named.toReversed().map((one) => [one.id, one])).values()]

/** What stands a second time in one batch was written down by the first. */
function answerOf(answer: UploadResult, seen: Set<string>, id: string): UploadResult {
  const isTwice = seen.has(id)
  seen.add(id)
  return isTwice && answer.outcome === 'accepted' ? { ...answer, outcome: 'repeated' } : answer
}

const againOf = ({ nonce }: Scan): UploadResult => ({
  ...{ nonce, outcome: 'again', refused: null, name: '' },
  zh: '签到记录刚有变化，稍后会自动再传',
})

function scanOf({ secrets }: Deps, { code, signUpId, deviceAt, ...event }: Sent): Scan {
  const scannedAt = new Date(deviceAt)
  const read = code === null ? null : parsePersonalCode(code)
  const bad = read === null ? 'unreadable' : judgePersonalCode(secrets, read, scannedAt)
  const isAsked = event.method === 'leader_scan' && !(event.isForced && code === null)
  return {
    ...{ ...event, deviceAt: scannedAt, signUpId: read?.signUpId ?? signUpId ?? '', step: read?.step ?? null },
    bad: isAsked ? bad : null,
  }
}

type Judged = {
  readonly id: string
  readonly scan: Scan
  readonly answer: UploadResult
  /** On record before this upload. */
  readonly isKnown: boolean
  readonly decision: UploadDecision | Refusal | null
}
type Asked = { readonly shift: Parameters<typeof decideUpload>[1]; readonly leaderId: string; readonly at: Date }

function judge({ id, scan }: Named, known: Known, presences: readonly Presence[], asked: Asked): Judged {
  const presence = presences.find(({ now }) => now.signUpId === scan.signUpId)
  const name = presence?.row.displayName ?? ''
  const [event, failure] = [known.events.get(id), known.failures.get(id)]
  if (event && isSame(event, scan))
    return { id, scan, isKnown: true, decision: null, answer: taken(scan, name, 'repeated') }
  if (failure) return { id, scan, isKnown: true, decision: null, answer: failedOf(scan, name, failure) }
  const decision = event ? REUSED : decideUpload(presence?.now ?? null, asked.shift, asked.leaderId, scan, asked.at)
  const answer = isRefusal(decision) ? failedOf(scan, name, decision) : taken(scan, name, 'accepted')
  return { id, scan, isKnown: false, decision, answer }
}

const REUSED = refuse('key_reused', '这个登记编号已记过另一次登记，请重新扫一次')

const isSame = (event: { signUpId: string; kind: string; deviceAt: Date | null }, scan: Scan) =>
  event.signUpId === scan.signUpId &&
  event.kind === (scan.direction === 'in' ? 'check_in' : 'check_out') &&
  event.deviceAt?.getTime() === scan.deviceAt.getTime()

const taken = ({ nonce, direction }: Scan, name: string, outcome: 'accepted' | 'repeated'): UploadResult => ({
  ...{ nonce, outcome, refused: null, name },
  zh: direction === 'in' ? '已签到' : '已签退',
})

const failedOf = ({ nonce }: Scan, name: string, { refused, zh }: Pick<Refusal, 'refused' | 'zh'>): UploadResult => ({
  ...{ nonce, outcome: 'failed', refused, zh, name },
})

function rowsFor(judged: readonly Judged[], deviceId: string, actorId: string) {
  const counted: Counted[] = []
  const failed: Failed[] = []
  for (const { id, scan, decision } of judged) {
    const { nonce, method, step, isForced, reason, direction, signUpId, deviceAt } = scan
    if (decision === null) continue
    if (isRefusal(decision)) {
      const why = { refused: decision.refused, zh: decision.zh }
      failed.push({
        ...{ id, signUpId, direction, method, isForced, reason, deviceId, actorId, ...why, shiftId: '' },
        deviceAt: deviceAt.toISOString(),
      })
      continue
    }
    const { kind, version, isLate, countsAt } = decision
    counted.push({
      ...{ id, signUpId, version, kind, method, step, isForced, isLate, note: reason, deviceId, actorId },
      ...{ nonce: `${deviceId}.${nonce}`, countsAt: countsAt.toISOString(), verdict: 'unknown' },
    })
  }
  return { counted, failed }
}

const failureView = ({ failure, startsAt, ...row }: FailureRow): FailureView => {
  const { id, shiftId, direction, method, isForced, reason, refused, zh } = failure
  return {
    ...{ ...row, id, shiftId, direction, method, isForced, reason, refused, zh },
    startsAt: startsAt.toISOString(),
    deviceAt: failure.deviceAt.toISOString(),
    serverAt: failure.serverAt.toISOString(),
  }
}

type Query = { readonly cursor?: string | undefined; readonly size: number }

/** Of every shift, for the office. */
export async function readFailures({ db }: Deps, shiftId: string | null, { cursor, size }: Query) {
  const rows = await listFailures(db, shiftId, cursorFrom(cursor), size)
  const page = pageFrom(rows, size, ({ failure }) => ({ at: failure.serverAt.toISOString(), id: failure.id }))
  return { ...page, items: page.items.map(failureView) }
}

export async function readShiftFailures(deps: Deps, actor: Actor, shiftId: string, query: Query) {
  await ledShift(deps, actor, shiftId)
  return readFailures(deps, shiftId, query)
}
