import type { z } from 'zod'
import type { ListMyCases, MyCaseRow, RateCase } from '../../shared/cases/citizen-contract'
import type { MyCaseView, TransitionMyCase } from '../../shared/cases/contract'
import { pageFrom, readCursor } from '../../shared/kit/page'
import type { Actor } from '../../shared/people/roles'
import { brokenConstraint } from '../db/errors'
import { photoView } from '../files/actions'
import { checkWords } from '../files/content-actions'
import type { Deps, Send } from '../http/deps'
import { fail } from '../http/refused'
import { move, NOTHING_ASKED } from './actions'
import { readCalendar } from './calendar'
import { type FoundCase, findLeadName, findMyCase } from './case-queries'
import { listMine } from './list-queries'
import { publicPlace } from './public-place'
import { recordRating } from './queries'
import { myCaseView } from './view'

const notFound = () => fail('not_found', '没有找到这件反映')

async function viewOf(deps: Deps, actor: Actor, found: FoundCase): Promise<MyCaseView> {
  const { db, now } = deps
  const [calendar, leadZh] = await Promise.all([readCalendar(db, now()), findLeadName(db, found.gridId, now())])
  return myCaseView(deps, found, actor, { calendar, leadZh: leadZh ?? '' })
}

export async function readMyCase(deps: Deps, actor: Actor, id: string): Promise<MyCaseView> {
  return viewOf(deps, actor, (await findMyCase(deps.db, actor, id)) ?? notFound())
}

type Body = z.output<typeof TransitionMyCase.body>

export async function transitionMyCase(deps: Deps, actor: Actor, id: string, body: Body, send: Send) {
  const found = (await findMyCase(deps.db, actor, id, body.photos)) ?? notFound()
  const { move: name, note, photos, version } = body
  await checkWords(deps, actor, note, { kind: 'note', subjectId: id, field: 'note' })
  // A reporter who is also staff acts here as a reporter only.
  const citizen = { id: actor.id, grants: [] }
  await move(deps, citizen, found, { ask: { ...NOTHING_ASKED, move: name, note, photos }, version, send })
  return readMyCase(deps, actor, id)
}

export async function rateCase(deps: Deps, actor: Actor, id: string, body: z.output<typeof RateCase.body>, send: Send) {
  const found = (await findMyCase(deps.db, actor, id)) ?? notFound()
  if (found.state !== 'closed') return fail('wrong_state', '办结以后才能评价')
  const { score, tags, words } = body
  await checkWords(deps, actor, words, { kind: 'rating', subjectId: id, field: 'words' })
  const rating = { caseId: id, cycle: found.cycle, personId: actor.id, score, tags, words, at: deps.now() }
  await recordRating(deps.db, send, rating).catch((err: unknown) => {
    if (brokenConstraint(err, 'case_ratings_pkey')) return fail('conflict', '您已经评价过了，谢谢')
    throw err
  })
  return readMyCase(deps, actor, id)
}

export async function listMyCases(deps: Deps, actor: Actor, query: z.output<typeof ListMyCases.body>) {
  const { size, cursor, open } = query
  const rows = await listMine(deps.db, actor.id, open, { size, cursor: readCursor(cursor) })
  const page = pageFrom(rows, size, ({ followedAt, id }) => ({ at: followedAt.toISOString(), id }))
  return { ...page, items: page.items.map((row) => myRow(deps, row)) }
}

type Row = Awaited<ReturnType<typeof listMine>>[number]

function myRow(deps: Deps, row: Row): MyCaseRow {
  const { id, number, state, categoryZh, gridZh, unitZh, followers, relation, rated } = row
  const { title, addressZh } = publicPlace(deps, { ...row, isFuzzed: row.isFuzzed && relation !== 'reporter' })
  return {
    ...{ id, number, title, state, categoryZh, addressZh, gridZh, unitZh, followers },
    mine: relation === 'reporter',
    submittedAt: row.submittedAt.toISOString(),
    dispatchedAt: row.dispatchedAt?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    stageDueAt: row.stageDueAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    mayRate: state === 'closed' && !rated,
    cover: row.cover && relation === 'reporter' ? photoView(deps, row.cover) : null,
  }
}
