import type { z } from 'zod'
import { shanghai, shanghaiMoment } from '../../shared/kit/time'
import { type Actor, holds } from '../../shared/people/roles'
import type { KnownContact } from '../../shared/reports/contact'
import type { CallbackView } from '../../shared/reports/contract'
import { decideReport } from '../../shared/reports/decide'
import { CALLBACK_ZH, checkIntake, type IntakeWay } from '../../shared/reports/intake'
import type { RecordCallback, SubmitIntake } from '../../shared/reports/intake-contract'
import { readAnswers } from '../../shared/reports/questions'
import { readCalendar } from '../cases/calendar'
import { findCase, findCategory } from '../cases/case-queries'
import { brokenConstraint } from '../db/errors'
import { findNumberPrefix, resolvePlace, resolveTown } from '../grids/actions'
import type { Deps, Send } from '../http/deps'
import { fail, grant, Refused } from '../http/refused'
import { marksOf, seal } from '../http/sealing'
import {
  type Caller,
  findCallback,
  findCaller,
  findCaseOfReport,
  findNumberOf,
  recordCallbackRow,
} from './caller-queries'
import { recordJoin } from './join-queries'
import { asGone, readWaiting, unsealSender } from './mail-actions'
import type { FromMail } from './mail-end-queries'
import { findJoinable, findQuestions, findReportFacts } from './queries'
import { recordReport } from './record-queries'

type Body = z.output<typeof SubmitIntake.body>
type Taken = z.output<typeof SubmitIntake.reply>

/** A number as it is marked, however it was typed. */
export const digits = (phone: string) => phone.replace(/\D/g, '')

/** Whose report it is: the walker's own, the writer's of a mail, a known caller's, or a new one's. */
async function callerOf(deps: Deps, actor: Actor, { caller }: Body, way: IntakeWay): Promise<Caller> {
  if (way === 'file_direct') return { personId: actor.id, mark: null, isNew: false }
  if (caller === null) return { personId: deps.newId(), mark: null, isNew: true }
  const marks = await marksOf(deps.secrets, digits(caller.phone))
  const known = await findCaller(deps.db, marks)
  return { personId: known ?? deps.newId(), mark: marks[0] ?? null, isNew: known === undefined }
}

/** Who told it, how they can be reached, and whose photos may be used. */
type Source = {
  readonly caller: Caller
  readonly contact: KnownContact | null
  readonly owners: readonly string[]
  readonly mail: FromMail | null
}

async function sourceOf(deps: Deps, actor: Actor, body: Body, way: IntakeWay): Promise<Source> {
  if (body.mailId === null) {
    const contact = body.caller && { ...body.caller, mail: '' }
    return { caller: await callerOf(deps, actor, body, way), contact, owners: [actor.id], mail: null }
  }
  const letter = await readWaiting(deps, body.mailId)
  const sender = await unsealSender(deps, letter)
  const { name, phone = '' } = body.caller ?? {}
  return {
    caller: { personId: letter.personId, mark: null, isNew: false },
    contact: { name: name || sender.name, phone, mail: sender.mail },
    owners: [actor.id, letter.personId],
    mail: { mailId: letter.id, by: actor.id },
  }
}

export async function submitIntake(deps: Deps, actor: Actor, body: Body, send: Send): Promise<Taken> {
  const way = checkIntake(actor, { ...body, isNamed: body.caller !== null })
  if (typeof way !== 'string') throw new Refused(way)
  const filing = { way, from: await sourceOf(deps, actor, body, way), send }
  return body.joinCaseId === null
    ? fileIntake(deps, actor, body, filing)
    : joinIntake(deps, actor, body, { ...filing, caseId: body.joinCaseId })
}

type Filing = { readonly way: IntakeWay; readonly from: Source; readonly send: Send }

const byZhOf = (actor: Actor, way: IntakeWay) => {
  if (way === 'report') return '代录人员'
  return holds(actor, 'verifier') ? '巡访员' : '包片领导'
}

async function fileIntake(deps: Deps, actor: Actor, body: Body, { way, from, send }: Filing): Promise<Taken> {
  const at = deps.now()
  const { day } = shanghai(at)
  const [facts, category, place, prefix, calendar, questions] = await Promise.all([
    findReportFacts(deps.db, actor.id, shanghaiMoment(day), body.photos, from.owners),
    findCategory(deps.db, body.categoryCode, at),
    body.townId === null ? resolvePlace(deps, body.position) : resolveTown(deps, body.townId),
    findNumberPrefix(deps),
    readCalendar(deps.db, at),
    findQuestions(deps.db, body.categoryCode),
  ])
  const identity = way === 'file_direct' ? 'wechat' : identityOf(from)
  const telling = { ...body, pointCode: null, identity, contact: null } as const
  const known = { today: facts.today, freePhotos: facts.free, category, questions, place, calendar, at }
  const decision = grant(decideReport({ ...telling, way }, known))
  const [caseId, reportId] = [deps.newId(), deps.newId()]
  await recordReport(deps.db, send, decision, {
    ...{ caseId, eventId: deps.newId(), reportId, personId: from.caller.personId, day },
    contact: from.contact && (await seal(deps.secret, reportId, from.contact)),
    mail: from.mail,
    prefix: `${prefix}-${day.slice(2).replaceAll('-', '')}-`,
    entry: { by: actor.id, byZh: byZhOf(actor, way), caller: from.caller },
  }).catch(asRefusal)
  return readIntake(deps, caseId)
}

const identityOf = ({ contact }: Source) => (contact === null ? 'anonymous' : 'real_name')

type Joining = Filing & { readonly caseId: string }

/** The operator may see the case, or it is not there; a caller who follows it already stays one reporter, and what they say is kept. */
async function joinIntake(deps: Deps, actor: Actor, body: Body, { caseId: id, from, send }: Joining): Promise<Taken> {
  if (!(await findCase(deps.db, actor, id))) return fail('not_found', '没有找到要并入的案件', 'joinCaseId')
  const { caller, contact, mail } = from
  const { personId } = caller
  const [found, questions, { free }] = await Promise.all([
    findJoinable(deps.db, id, personId),
    findQuestions(deps.db, body.categoryCode),
    findReportFacts(deps.db, actor.id, deps.now(), body.photos, from.owners),
  ])
  const { masterId, state, mine } = found ?? fail('not_found', '没有找到要并入的案件', 'joinCaseId')
  if (['rejected', 'withdrawn'].includes(state)) fail('wrong_state', '那件没有受理，请单独录入', 'joinCaseId')
  if (free < new Set(body.photos).size) fail('invalid', '有照片没传好，请重新上传', 'photos')
  const [caseId, reportId] = [masterId ?? id, deps.newId()]
  await recordJoin(deps.db, send, {
    ...{ caseId, reportId, personId, at: deps.now(), isKnown: mine, caller, mail },
    ...{ source: body.source, words: body.words, photos: body.photos },
    answered: grant(readAnswers(questions, body.answers)),
    identity: identityOf(from),
    contact: contact && (await seal(deps.secret, reportId, contact)),
  }).catch(asRefusal)
  return readIntake(deps, caseId)
}

function asRefusal(err: unknown): never {
  if (brokenConstraint(err, 'case_photos_pkey') || brokenConstraint(err, 'report_photos_pkey'))
    return fail('invalid', '有照片已经用过，请重新上传', 'photos')
  if (brokenConstraint(err, 'callers_mark_key')) return fail('conflict', '这个号码刚刚有人录过，请再提交一次')
  return asGone(err)
}

export async function readIntake({ db }: Deps, caseId: string): Promise<Taken> {
  return { caseId, number: (await findNumberOf(db, caseId)) ?? fail('not_found', '没有找到这件案件') }
}

type Row = NonNullable<Awaited<ReturnType<typeof findCallback>>>

export const callbackView = ({ outcome, note, at }: Pick<Row, 'outcome' | 'note' | 'at'>): CallbackView => ({
  ...{ outcomeZh: CALLBACK_ZH[outcome], note },
  at: at.toISOString(),
})

export async function recordCallback(
  deps: Deps,
  actor: Actor,
  reportId: string,
  { outcome, note }: z.output<typeof RecordCallback.body>,
  send: Send,
): Promise<CallbackView> {
  const caseId = await findCaseOfReport(deps.db, reportId)
  if (!caseId || !(await findCase(deps.db, actor, caseId))) return fail('not_found', '没有找到这条反映')
  const row = { id: deps.newId(), reportId, by: actor.id, outcome, note, at: deps.now() }
  await recordCallbackRow(deps.db, send, row)
  return callbackView(row)
}

export async function readCallback({ db }: Deps, id: string): Promise<CallbackView> {
  return callbackView((await findCallback(db, id)) ?? fail('not_found', '没有找到这次回访'))
}
