import type { z } from 'zod'
import { minutesLeft } from '../../../shared/cases/clocks'
import {
  COLOURS,
  decideIssue,
  decideSupervision,
  mayIssue,
  openSupervisionMoves,
} from '../../../shared/cases/supervision'
import type {
  IssueSupervision,
  ListSupervisions,
  SupervisionRow,
  SupervisionView,
  TransitionSupervision,
} from '../../../shared/cases/supervision-contract'
import { quarterOf, supervisionZh, TALK_AT } from '../../../shared/cases/supervision-words'
import { pageFrom, readCursor } from '../../../shared/kit/page'
import { refuse } from '../../../shared/kit/refusal'
import { shanghaiMoment } from '../../../shared/kit/time'
import type { WorkCalendar } from '../../../shared/kit/work-clock'
import { type Actor, holds, holdsUnit } from '../../../shared/people/roles'
import { brokenConstraint } from '../../db/errors'
import { photoView } from '../../files/actions'
import type { Deps, Send } from '../../http/deps'
import { fail, grant, Refused } from '../../http/refused'
import { readCalendar } from '../calendar'
import { findCase } from '../case-queries'
import {
  countByState,
  type FoundSupervision,
  findSupervision,
  type ListedSupervision,
  listManyReds,
  listOfCase,
  listRows,
  listSupervisedUnits,
  listUsedColours,
} from './queries'
import { recordIssue, recordMove } from './record-queries'

const notFound = () => fail('not_found', '没有找到这张督办单')

function rowView(c: ListedSupervision, calendar: WorkCalendar, now: Date): SupervisionRow {
  const { id, number, colour, level, state, unitId, unitZh, caseId, caseNumber, caseTitle, caseState } = c
  const left = state === 'issued' ? minutesLeft(calendar, 'work', now, c.dueAt) : null
  return {
    ...{ id, number, colour, level, state, unitId, unitZh, caseId, caseNumber, caseTitle, caseState },
    listedAt: c.listedAt?.toISOString() ?? null,
    issuedAt: c.issuedAt.toISOString(),
    dueAt: c.dueAt.toISOString(),
    // A year without a calendar has no minutes to tell.
    leftMinutes: typeof left === 'number' ? left : null,
  }
}

function view(deps: Deps, found: FoundSupervision, actor: Actor, calendar: WorkCalendar): SupervisionView {
  return {
    ...rowView(found, calendar, deps.now()),
    version: found.version,
    addressZh: found.addressZh,
    isAutomatic: found.issuedBy === 'clock',
    moves: openSupervisionMoves(found, actor),
    events: found.events.map(({ kind, byZh, note, at, photos }) => ({
      ...{ kind, byZh, note, zh: supervisionZh(kind), at: new Date(at).toISOString() },
      photos: photos.map((photo) => photoView(deps, photo)),
    })),
  }
}

export async function listSupervisions(deps: Deps, actor: Actor, query: z.output<typeof ListSupervisions.body>) {
  const { size, cursor, ...filter } = query
  const { year, quarter } = quarterOf(deps.now())
  const begins = shanghaiMoment(`${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`)
  const [rows, counts, units, many, calendar] = await Promise.all([
    listRows(deps.db, actor, filter, { size, cursor: readCursor(cursor) }),
    countByState(deps.db, actor, filter),
    listSupervisedUnits(deps.db, actor),
    listManyReds(deps.db, actor, begins, TALK_AT),
    readCalendar(deps.db, deps.now()),
  ])
  const page = pageFrom(rows, size, ({ issuedAt, id }) => ({ at: issuedAt.toISOString(), id }))
  const talks = many.map((one) => ({ ...one, quarterZh: `${year}年第${quarter}季度` }))
  return { ...page, items: page.items.map((row) => rowView(row, calendar, deps.now())), counts, units, talks }
}

export async function readSupervision(deps: Deps, actor: Actor, id: string): Promise<SupervisionView> {
  const [found, calendar] = await Promise.all([findSupervision(deps.db, actor, id), readCalendar(deps.db, deps.now())])
  return view(deps, found ?? notFound(), actor, calendar)
}

export async function listCaseSupervisions(deps: Deps, actor: Actor, caseId: string) {
  const found = (await findCase(deps.db, actor, caseId)) ?? fail('not_found', '没有找到这件案件')
  const [rows, used, calendar] = await Promise.all([
    listOfCase(deps.db, actor, caseId),
    listUsedColours(deps.db, caseId, found.cycle),
    readCalendar(deps.db, deps.now()),
  ])
  const colours = mayIssue(found, actor) ? COLOURS.filter((colour) => !used.includes(colour)) : []
  return { items: rows.map((row) => rowView(row, calendar, deps.now())), colours }
}

const byZh = (actor: Actor, { unitId, unitZh }: { unitId: string; unitZh: string }) => {
  if (holdsUnit(actor, 'handler', unitId)) return unitZh
  return holds(actor, 'area_leader') ? '包片领导' : '创建办'
}

type IssueBody = z.output<typeof IssueSupervision.body>

export async function issueSupervision(deps: Deps, actor: Actor, caseId: string, body: IssueBody, send: Send) {
  const found = (await findCase(deps.db, actor, caseId)) ?? fail('not_found', '没有找到这件案件')
  const { key: _key, ...ask } = body
  const calendar = await readCalendar(deps.db, deps.now())
  const decision = grant(decideIssue(found, actor, ask, { at: deps.now(), calendar }))
  const id = deps.newId()
  const entry = { eventId: deps.newId(), byZh: byZh(actor, { unitId: decision.unitId, unitZh: found.unitZh }), send }
  await recordIssue(deps.db, id, decision, entry).catch(asRefusal)
  return readSupervision(deps, actor, id)
}

type MoveBody = z.output<typeof TransitionSupervision.body>

export async function transitionSupervision(deps: Deps, actor: Actor, id: string, body: MoveBody, send: Send) {
  const [found, calendar] = await Promise.all([
    findSupervision(deps.db, actor, id, body.photos),
    readCalendar(deps.db, deps.now()),
  ])
  const was = found ?? notFound()
  const { version, key: _key, ...ask } = body
  if (version !== undefined && version !== was.version) fail('conflict', '别人刚刚处理过，请刷新')
  if (was.freePhotos < new Set(ask.photos).size) fail('invalid', '有照片没传好，请重新上传', 'photos')
  const decision = grant(decideSupervision(was, actor, ask, { at: deps.now(), calendar }))
  const entry = { eventId: deps.newId(), byZh: byZh(actor, was), send }
  const row = await recordMove(deps.db, decision, entry).catch(asRefusal)
  if (!row) fail('conflict', '别人刚刚处理过，请刷新')
  return readSupervision(deps, actor, id)
}

export const ONE_A_COLOUR = 'supervisions_case_cycle_colour_key'

/** The tables' own refusals, in words. */
const TABLE_ZH: readonly (readonly [constraint: string, zh: string])[] = [
  [ONE_A_COLOUR, '这件案件本轮已发过这种颜色的督办单'],
  ['supervisions_not_own_unit', '本单位的人不能给本单位销号'],
  ['supervisions_two_people', '提请和同意要由两个人办，请另一位办理'],
  ['supervision_photos_pkey', '有照片已经用过，请重新上传'],
]

function asRefusal(err: unknown): never {
  const hit = TABLE_ZH.find(([constraint]) => brokenConstraint(err, constraint))
  throw hit ? new Refused(refuse('conflict', hit[1])) : err
}
