import type { z } from 'zod'
import type { Ask } from '../../shared/cases/case-now'
import type { CaseView, ListCases, TransitionCase } from '../../shared/cases/contract'
import { decideTransition } from '../../shared/cases/decide'
import { isOnSpot } from '../../shared/cases/doubts'
import { limitOf } from '../../shared/cases/limits'
import type { ChainLink } from '../../shared/grids/contract'
import { distanceM, type LngLat } from '../../shared/kit/geo'
import { pageFrom, readCursor } from '../../shared/kit/page'
import { refuse } from '../../shared/kit/refusal'
import type { Actor } from '../../shared/people/roles'
import { brokenConstraint } from '../db/errors'
import { resolveGridChain } from '../grids/actions'
import type { Deps, Send } from '../http/deps'
import { fail, grant, Refused } from '../http/refused'
import { readCalendar } from './calendar'
import { type CaseInHand, type FoundCase, findAnyCase, findCase, findCategory } from './case-queries'
import { entryOf } from './entry'
import { filterOf } from './filter-actions'
import { listDoubts, listRelapses } from './hint-actions'
import { countStates, listQueue } from './list-queries'
import { findMergeFacts, recordTransition } from './queries'
import { caseView, rowView } from './view'

type Body = z.output<typeof TransitionCase.body>

const notFound = () => fail('not_found', '没有找到这件案件')

export async function listCases(deps: Deps, actor: Actor, query: z.output<typeof ListCases.body>) {
  const { size, cursor, ...asked } = query
  const filter = await filterOf(deps, actor, asked)
  const [rows, counts, calendar] = await Promise.all([
    listQueue(deps.db, actor, filter, { size, cursor: readCursor(cursor) }),
    countStates(deps.db, actor, filter),
    readCalendar(deps.db, deps.now()),
  ])
  const page = pageFrom(rows, size, ({ stageDueAt, id }) => ({ at: stageDueAt?.toISOString() ?? 'infinity', id }))
  return { ...page, items: page.items.map((row) => rowView(deps, row, calendar)), counts }
}

export async function readCase(deps: Deps, actor: Actor, id: string): Promise<CaseView> {
  return viewOf(deps, actor, (await findCase(deps.db, actor, id)) ?? notFound())
}

/** What the sender of a move sees afterwards, even where the case is no longer theirs. */
export async function readMovedCase(deps: Deps, actor: Actor, id: string): Promise<CaseView> {
  return viewOf(deps, actor, (await findAnyCase(deps.db, actor, id)) ?? notFound())
}

async function viewOf(deps: Deps, actor: Actor, found: FoundCase): Promise<CaseView> {
  const [calendar, chain, doubts, relapses] = await Promise.all([
    readCalendar(deps.db, deps.now()),
    chainOf(deps, found),
    listDoubts(deps, actor, found),
    listRelapses(deps, actor, found),
  ])
  return caseView(deps, found, actor, { calendar, chain, doubts, relapses })
}

/** The four-level chain of the place; empty where no grid holds it, which a reviewer then sees and settles. */
const chainOf = async (deps: Deps, { gridId, lng, lat }: FoundCase): Promise<ChainLink[]> =>
  gridId === null ? [] : resolveGridChain(deps, gridId, { lng, lat })

const asked = ({ reviewAt, newDueAt, position: _where, ...body }: Body): Ask => ({
  ...body,
  reviewAt: reviewAt === null ? null : new Date(reviewAt),
  newDueAt: newDueAt === null ? null : new Date(newDueAt),
})

export async function transitionCase(deps: Deps, actor: Actor, id: string, body: Body, send: Send): Promise<CaseView> {
  const found = (await findCase(deps.db, actor, id, body.photos)) ?? notFound()
  const { version, position } = body
  await move(deps, actor, found, { ask: asked(body), version, send, position })
  return readMovedCase(deps, actor, id)
}

/** An empty form: a citizen's move has words and photos only, the clock's has nothing. */
export const NOTHING_ASKED = {
  photoWaiver: '',
  conditions: [],
  categoryCode: null,
  urgency: null,
  gridId: null,
  unitId: null,
  coUnitIds: [],
  inspectorId: null,
  masterId: null,
  rejectReason: null,
  suspendReason: null,
  reviewAt: null,
  newDueAt: null,
  target: '',
  externalNumber: '',
  isPublic: null,
} as const

type Move = {
  readonly ask: Ask
  readonly version: number | undefined
  readonly send: Send | null
  readonly position?: LngLat | undefined
}

/** Where a person stood is not kept, only how far from the case. */
const awayM = (found: CaseInHand, { ask, position }: Move) =>
  position && isOnSpot(ask.move) ? Math.round(distanceM(position, found)) : null

/** What a move would do to a found case, or the refusal; nothing is written. */
export async function decide(deps: Deps, actor: Actor, found: CaseInHand, { ask, version }: Omit<Move, 'send'>) {
  if (version !== undefined && version !== found.version) return fail('conflict', movedZh(found))
  if (found.freePhotos < new Set(ask.photos).size) return fail('invalid', '有照片没传好，请重新上传', 'photos')
  const [calendar, category, master] = await Promise.all([
    readCalendar(deps.db, deps.now()),
    categoryAfter(deps, found, ask),
    ask.move === 'merge' ? checkMaster(deps, found.id, ask.masterId) : null,
  ])
  const limit = limitOf(category, ask.urgency ?? found.urgency)
  const { relation } = found
  const decision = grant(decideTransition(found, actor, ask, { relation, at: deps.now(), calendar, limit }))
  return { decision, category, master }
}

/** Decides and records one move of a found case, whoever makes it: staff, a citizen or the clock. */
export async function move(deps: Deps, actor: Actor, found: CaseInHand, asked: Move) {
  const { decision, category, master } = await decide(deps, actor, found, asked)
  const entry = await entryOf(deps, actor, found, decision, {
    ...{ categoryZh: category.zh, masterNumber: master?.number, send: asked.send },
    distanceM: awayM(found, asked),
  })
  try {
    return (await recordTransition(deps.db, decision, entry)) ?? fail('conflict', '别人刚刚处理过，请刷新')
  } catch (err) {
    throw asRefusal(err)
  }
}

async function categoryAfter({ db }: Deps, { category, submittedAt }: CaseInHand, { categoryCode }: Ask) {
  if (categoryCode === null || categoryCode === category.code) return category
  return (await findCategory(db, categoryCode, submittedAt)) ?? fail('invalid', '没有这个类别', 'categoryCode')
}

/** 并案 never makes a chain: the master stands for itself, and a case others were merged into stays one. */
async function checkMaster({ db }: Deps, id: string, masterId: string | null) {
  if (masterId === null) return null
  const master = (await findMergeFacts(db, masterId, id)) ?? fail('invalid', '没有找到要并入的案件', 'masterId')
  if (master.masterId !== null) fail('invalid', '那件案件已并入别的案件，请选它的主案', 'masterId')
  if (master.state === 'withdrawn' || master.state === 'rejected') fail('invalid', '不能并入未受理的案件', 'masterId')
  if (master.hasChildren) fail('invalid', '已有案件并入本案，请把那件并到这里', 'masterId')
  return master
}

const movedZh = ({ events }: CaseInHand) => {
  const last = events[0]
  return last ? `${last.byZh}刚刚处理过这件案件，请看最新进展` : '别人刚刚处理过，请刷新'
}

/** The tables' own refusals, in the words of the form they are about. */
const TABLE_ZH: readonly (readonly [constraint: string, zh: string, field?: string])[] = [
  ['cases_no_chain', '要并入的案件刚刚也被并案了，请刷新后再选', 'masterId'],
  ['cases_co_units_few', '协办单位最多 9 个', 'coUnitIds'],
  ['cases_verifier_not_of_co_unit', '协办单位的人不能核查这件案件'],
  ['cases_unit_id_units_id_fk', '没有这个责任单位', 'unitId'],
  ['cases_grid_id_grids_id_fk', '没有这个网格', 'gridId'],
  ['cases_inspector_id_people_id_fk', '没有这位核实人员', 'inspectorId'],
  ['case_photos_pkey', '有照片已经用过，请重新上传', 'photos'],
  ['cases_verifier_not_handler', '处置的人不能核查自己的案件'],
  ['cases_verifier_not_of_unit', '责任单位的人不能核查本单位的案件'],
]

function asRefusal(err: unknown) {
  const hit = TABLE_ZH.find(([constraint]) => brokenConstraint(err, constraint))
  return hit ? new Refused(refuse('invalid', hit[1], hit[2])) : err
}
