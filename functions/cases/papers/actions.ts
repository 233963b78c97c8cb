import {
  type CaseFacts,
  type CasePaper,
  PAPER_ZH,
  type Step,
  type SupervisionFacts,
  type SupervisionPaper,
} from '../../../shared/cases/papers/facts'
import { casePaper } from '../../../shared/cases/papers/layout'
import { supervisionPaper } from '../../../shared/cases/papers/supervision-layout'
import { isNoteForAll } from '../../../shared/cases/public-notes'
import { toldZh } from '../../../shared/cases/story'
import { CASE_STATE_ZH, URGENCY_ZH } from '../../../shared/cases/words'
import { publicChain } from '../../../shared/grids/chain'
import { type Paper, shotsOf } from '../../../shared/kit/paper'
import type { Actor } from '../../../shared/people/roles'
import { readPhotoBytes } from '../../files/actions'
import { readCounty, resolveGridChain } from '../../grids/actions'
import type { Deps } from '../../http/deps'
import type { Download } from '../../http/download'
import { fail } from '../../http/refused'
import { type FoundCase, findCase, type PhotoRow } from '../case-queries'
import { recordExport } from '../export-queries'
import { findSupervision } from '../supervision/queries'

/** What must have happened before there is such a paper. */
const CASE_READY: Record<CasePaper, { readonly holds: (c: FoundCase) => boolean; readonly zh: string }> = {
  dispatch: { holds: (c) => c.unitId !== null && c.dispatchedAt !== null, zh: '案件还没有派到单位，没有交办单' },
  closing: { holds: (c) => c.state === 'closed', zh: '案件办结以后才有销号单' },
  whole: { holds: () => true, zh: '' },
}

export async function printCase(deps: Deps, actor: Actor, id: string, kind: CasePaper): Promise<Download> {
  const found = (await findCase(deps.db, actor, id)) ?? fail('not_found', '没有找到这件案件')
  const { holds, zh } = CASE_READY[kind]
  if (!holds(found)) fail('wrong_state', zh)
  const [county, chain] = await Promise.all([
    readCounty(deps),
    found.gridId === null ? [] : resolveGridChain(deps, found.gridId, found),
  ])
  const facts = caseFacts(found, { officeZh: county.officeZh, chain: publicChain(chain) })
  return print(deps, actor, { kind, number: found.number, paper: casePaper(kind, facts) })
}

/** Steps a paper may tell, from the first to the last. */
const stepsOf = ({ events }: FoundCase): Step[] =>
  events
    .flatMap(({ kind, byZh, note, at }) => {
      const zh = toldZh(kind, false)
      return zh === null ? [] : [{ kind, zh, byZh, note: isNoteForAll(kind) ? note : '', at: new Date(at) }]
    })
    .reverse()

/** The case's own photos only: what another reporter showed of a merged one stays with that one. */
function photosOf({ photos, events }: FoundCase, kinds: readonly PhotoRow['kind'][]) {
  const moments = new Map(events.map(({ id, at }) => [id, new Date(at)]))
  return photos.flatMap(({ id, kind, eventId, isMerged }) => {
    const at = moments.get(eventId)
    return at && !isMerged && kinds.includes(kind) ? [{ fileId: id, at }] : []
  })
}

const requirementOf = ({ events }: FoundCase) =>
  events.find(({ kind }) => kind === 'dispatch' || kind === 'arbitrate')?.note ?? ''

function caseFacts(c: FoundCase, given: Pick<CaseFacts, 'officeZh' | 'chain'>): CaseFacts {
  const { number, title, category, urgency, state, addressZh, gridZh, unitZh } = c
  const { submittedAt, dispatchedAt, dueAt, handledAt, endedAt } = c
  return {
    ...given,
    ...{ number, title, addressZh, gridZh, unitZh, submittedAt, dispatchedAt, dueAt, handledAt, endedAt },
    categoryZh: category.zh,
    urgencyZh: urgency === 'general' ? '' : URGENCY_ZH[urgency],
    stateZh: CASE_STATE_ZH[state],
    isClosed: state === 'closed',
    helpersZh: c.helpers.map(({ zh }) => zh),
    requirement: requirementOf(c),
    closingConditions: category.closingConditions,
    steps: stepsOf(c),
    before: photosOf(c, ['before', 'more']),
    after: photosOf(c, ['after', 'check']),
  }
}

export async function printSupervision(deps: Deps, actor: Actor, id: string, kind: SupervisionPaper) {
  const found = (await findSupervision(deps.db, actor, id)) ?? fail('not_found', '没有找到这张督办单')
  if (kind === 'cancel' && found.state !== 'cancelled') fail('wrong_state', '督办单销号以后才有销号单')
  const { number, colour, level, unitZh, issuedAt, dueAt, caseNumber, caseTitle, addressZh } = found
  const facts: SupervisionFacts = {
    ...{ number, colour, level, unitZh, issuedAt, dueAt, caseNumber, caseTitle, addressZh },
    officeZh: (await readCounty(deps)).officeZh,
    isListed: found.listedAt !== null,
    isCancelled: found.state === 'cancelled',
    events: found.events
      .map(({ kind: step, byZh, note, at, photos }) => ({
        ...{ kind: step, byZh, note, at: new Date(at) },
        photos: photos.map((photo) => photo.id),
      }))
      .reverse(),
  }
  return print(deps, actor, { kind, number, paper: supervisionPaper(kind, facts) })
}

type Print = { readonly kind: CasePaper | SupervisionPaper; readonly number: string; readonly paper: Paper }

/** Drawn first, then journalled: what could not be made was not taken out. */
async function print(deps: Deps, actor: Actor, { kind, number, paper }: Print): Promise<Download> {
  const press = deps.press ?? fail('unavailable', '这个部署不能生成 PDF，请在服务器版打开')
  const at = deps.now()
  const body = await press.pdf(paper, await readPhotoBytes(deps, shotsOf(paper)), at)
  const reason = PAPER_ZH[kind]
  const filters = { number, paper: kind }
  await recordExport(deps.db, { id: deps.newId(), by: actor.id, format: 'pdf', reason, filters, rows: 1, at })
  return { body, mime: 'application/pdf', name: `${reason}-${number}.pdf` }
}
