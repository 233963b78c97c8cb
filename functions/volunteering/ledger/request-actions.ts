import { pageFrom, readCursor } from '../../../shared/kit/page'
import type { Actor } from '../../../shared/people/roles'
import type { HoursReason, HoursRequestState } from '../../../shared/volunteering/ledger/codes'
import {
  decideBackfill,
  decideCheck,
  decideCorrection,
  decideHours,
  decideOwn,
  type HoursAsk,
  openHoursMoves,
  type RecordNow,
  type RequestDecision,
  type RequestNow,
} from '../../../shared/volunteering/ledger/requests'
import type { HoursRequestView, MyRecord } from '../../../shared/volunteering/ledger/requests-contract'
import { toldZh } from '../../../shared/volunteering/ledger/words'
import { photoView } from '../../files/actions'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { withEvents } from '../attendance-actions'
import { findPresenceOnShift } from '../attendance-queries'
import { findLedShift } from '../settlement-queries'
import { asRefusal } from './apply-errors'
import { recordHoursMove, recordRequest } from './apply-queries'
import {
  countRequests,
  findRecord,
  findRequest,
  findSignUpOn,
  type HoursRequestRow,
  isOwnPhoto,
  listRequests,
  listRequestsOf,
  listRowsOfRecord,
  type RecordRow,
} from './request-queries'

const nowOf = ({ request, capMinutes, minutes, firstMinutes }: HoursRequestRow): RequestNow => ({
  ...{ ...request, capMinutes, minutes, firstMinutes },
})

function view(deps: Deps, row: HoursRequestRow, actor: Actor): HoursRequestView {
  const { request, title, teamName, capMinutes, personZh, askedByZh, decidedByZh, photo } = row
  const { id, kind, state, wasMinutes, toMinutes, evidence, reason, reasonZh, note } = request
  return {
    ...{ id, kind, state, title, teamName, capMinutes, personZh, wasMinutes, toMinutes, evidence, reason, reasonZh },
    ...{ note, askedByZh, decidedByZh },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    servedFrom: request.servedFrom?.toISOString() ?? null,
    servedTo: request.servedTo?.toISOString() ?? null,
    photo: photo ? photoView(deps, photo) : null,
    askedAt: request.askedAt.toISOString(),
    moves: openHoursMoves(nowOf(row), actor),
  }
}

export async function listHoursRequests(
  deps: Deps,
  actor: Actor,
  query: { cursor?: string | undefined; size: number; state: HoursRequestState },
) {
  const [rows, counts] = await Promise.all([
    listRequests(deps.db, query.state, readCursor(query.cursor), query.size),
    countRequests(deps.db),
  ])
  const page = pageFrom(rows, query.size, ({ request }) => ({ at: request.askedAt.toISOString(), id: request.id }))
  return { ...page, items: page.items.map((row) => view(deps, row, actor)), counts }
}

/** To the office, to whoever asked for it, and to the person it is about. */
export async function readHoursRequest(deps: Deps, actor: Actor, id: string) {
  return view(deps, (await findRequest(deps.db, id)) ?? fail('not_found', '没有找到这一条'), actor)
}

const recordNow = ({ record, leaderId, capMinutes, minutes }: RecordRow): RecordNow => ({
  ...{ recordId: record.id, signUpId: record.signUpId, personId: record.personId, leaderId, capMinutes, minutes },
  firstMinutes: record.creditedMinutes,
})

const noRecord = () => fail('not_found', '没有找到这条服务记录')

export async function readMyRecord(deps: Deps, actor: Actor, signUpId: string): Promise<MyRecord> {
  const found = await findRecord(deps.db, signUpId)
  const { record, title, teamName, placeZh, minutes } = found?.record.personId === actor.id ? found : noRecord()
  const [rows, requests] = await Promise.all([listRowsOfRecord(deps.db, record.id), listRequestsOf(deps.db, signUpId)])
  return {
    ...{ signUpId, title, teamName, placeZh, minutes, evidence: record.evidence },
    servedFrom: record.servedFrom.toISOString(),
    servedTo: record.servedTo.toISOString(),
    confirmedAt: record.confirmedAt.toISOString(),
    rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    requests: requests.map((row) => view(deps, row, actor)),
    mayAsk: !requests.some(({ request }) => request.state === 'asked' || request.state === 'proposed'),
  }
}

type Why = { readonly reason: HoursReason; readonly reasonZh: string }

export async function askHoursCheck(deps: Deps, actor: Actor, signUpId: string, why: Why, send: Send) {
  const found = await findRecord(deps.db, signUpId)
  // Of others a record is not there.
  const mine = found?.record.personId === actor.id ? found : noRecord()
  return add(deps, actor, grant(decideCheck(recordNow(mine), actor, why, deps.now())), send, mine.title)
}

type Correction = Why & { readonly toMinutes: number }

export async function correctHours(deps: Deps, actor: Actor, signUpId: string, ask: Correction, send: Send) {
  const found = (await findRecord(deps.db, signUpId)) ?? noRecord()
  const isKnown = actor.grants.some(({ role }) => role === 'admin') || found.leaderId === actor.id
  const record = isKnown ? found : noRecord()
  const { toMinutes, reason, reasonZh } = ask
  const why = { toMinutes, reason, reasonZh }
  return add(deps, actor, grant(decideCorrection(recordNow(record), actor, why, deps.now())), send, record.title)
}

type Backfill = {
  readonly signUpId: string
  readonly from: string
  readonly to: string
  readonly reasonZh: string
  readonly fileId: string
}

const presenceOn = async (deps: Deps, signUpId: string, shiftId: string) => {
  const row = await findPresenceOnShift(deps.db, signUpId, shiftId)
  const [presence] = row ? await withEvents(deps, [row]) : []
  return presence ?? fail('not_found', '名单里没有这位志愿者')
}

const ledShift = async ({ db }: Deps, actor: Actor, shiftId: string) =>
  (await findLedShift(db, actor.id, shiftId)) ?? fail('not_found', '没有找到这个班次')

export async function proposeBackfill(deps: Deps, actor: Actor, shiftId: string, ask: Backfill, send: Send) {
  const { activity } = await ledShift(deps, actor, shiftId)
  const { now } = await presenceOn(deps, ask.signUpId, shiftId)
  if (!(await isOwnPhoto(deps.db, actor.id, ask.fileId))) fail('invalid', '照片没传好，请重新上传', 'fileId')
  const said = { ...ask, from: new Date(ask.from), to: new Date(ask.to) }
  return add(deps, actor, grant(decideBackfill(now, actor, said, deps.now())), send, activity.title)
}

export async function proposeOwnHours(deps: Deps, actor: Actor, shiftId: string, send: Send) {
  const { activity } = await ledShift(deps, actor, shiftId)
  const signUpId = (await findSignUpOn(deps.db, actor.id, shiftId)) ?? fail('not_found', '没有找到您在这一场的报名')
  const { now } = await presenceOn(deps, signUpId, shiftId)
  return add(deps, actor, grant(decideOwn(now, actor, deps.now())), send, activity.title)
}

async function add(deps: Deps, actor: Actor, decision: RequestDecision, send: Send, title: string) {
  const { state, signUpId, toMinutes } = decision
  const id = deps.newId()
  const tell =
    state === 'applied' ? tellOf(signUpId, toldZh(title, 'applied', toMinutes ?? 0, decision.reasonZh)) : null
  const done = await recordRequest(deps.db, decision, decision.fileId, { id, ids: deps.newId, send, tell }).catch(
    asRefusal,
  )
  if (!done) fail('conflict', '这条记录已有一件在办，或刚有变化，请刷新')
  return readHoursRequest(deps, actor, id)
}

const tellOf = (signUpId: string, words: { title: string; text: string }) => ({
  ...words,
  link: `/mine/volunteering/record?id=${signUpId}`,
})

export async function moveHoursRequest(deps: Deps, actor: Actor, id: string, ask: HoursAsk, send: Send) {
  const row = (await findRequest(deps.db, id)) ?? fail('not_found', '没有找到这一条')
  const was = nowOf(row)
  const decision = grant(decideHours(was, actor, ask, deps.now()))
  const words =
    decision.state === 'proposed'
      ? null
      : toldZh(row.title, decision.state, decision.toMinutes, ask.note || row.request.reasonZh)
  const tell = words && {
    ...tellOf(was.signUpId, words),
    ...(decision.was.recordId || decision.state === 'applied' ? {} : HOURS),
  }
  const done = await recordHoursMove(deps.db, decision, { id, ids: deps.newId, send, tell }).catch(asRefusal)
  if (!done) fail('conflict', '别人刚刚处理过，请刷新')
  return readHoursRequest(deps, actor, id)
}

/** Where no record came of it there is none to open. */
const HOURS = { link: '/pages/volunteering/hours' }
