import { levelAt, minutesLeft } from '../../shared/cases/clocks'
import type { CaseEventView, CaseRow, CaseView, MyCaseView } from '../../shared/cases/contract'
import { openMoves } from '../../shared/cases/decide'
import type { Doubt } from '../../shared/cases/doubts'
import type { RelapseView } from '../../shared/cases/relapses'
import { isOpen, isPaused } from '../../shared/cases/states'
import { detailZh, eventZh, isNoteTold, toldZh } from '../../shared/cases/story'
import type { CaseMove } from '../../shared/cases/transitions'
import { CASE_ENTRIES, CASE_MOVES, FEEDBACKS } from '../../shared/cases/transitions'
import { HIDDEN_ZH } from '../../shared/cases/words'
import type { ChainLink } from '../../shared/grids/contract'
import type { WorkCalendar } from '../../shared/kit/work-clock'
import { type Actor, holdsGrid } from '../../shared/people/roles'
import { photoView } from '../files/actions'
import type { Deps } from '../http/deps'
import type { EventRow, FoundCase, PhotoRow } from './case-queries'
import type { ListedCase } from './list-queries'
import { publicPlace } from './public-place'

const iso = (at: Date | null) => at?.toISOString() ?? null

const photosOf = (deps: Deps, photos: readonly PhotoRow[], wanted: (photo: PhotoRow) => boolean) =>
  photos.filter(wanted).map((photo) => ({ ...photoView(deps, { ...photo, id: photo.seenId }), id: photo.id }))

const isOut = ({ state }: PhotoRow) => state === 'shown' || state === 'masked'

/** A citizen's own photos as they took them, the result unless it was held back; of others' only what anyone may see. */
const citizenSees = ({ relation }: FoundCase, { kind, state }: PhotoRow) =>
  relation === 'reporter' && (kind === 'before' || kind === 'more' || state !== 'withheld')

/** The reporter's own photo has no mask for them. */
const citizenPhotos = (deps: Deps, found: FoundCase, wanted: (photo: PhotoRow) => boolean) =>
  found.photos
    .filter((photo) => wanted(photo) && (isOut(photo) || citizenSees(found, photo)))
    .map((photo) => {
      const isOwn = found.relation === 'reporter' && (photo.kind === 'before' || photo.kind === 'more')
      return photoView(deps, { ...photo, id: isOwn && !photo.isMerged ? photo.id : photo.seenId })
    })

type Clocked = Pick<FoundCase, 'state' | 'stageAt' | 'stageDueAt' | 'dueAt' | 'limitClock' | 'handledAt'>

/** Stages before the dispatch and after the feedback run on work time, whatever the category. */
const stageClock = ({ state, limitClock }: Clocked) =>
  state === 'processing' ? limitClock : state === 'filed' ? 'wall' : 'work'

/** The clock of the stage with its level: the one place where a colour comes from. */
export function clockView(c: Clocked, calendar: WorkCalendar, now: Date): CaseRow['clock'] {
  const { state, stageAt, stageDueAt, dueAt, handledAt } = c
  const rest = { stageDueAt: iso(stageDueAt), dueAt: iso(dueAt) }
  const isFollowedUp = state === 'transferred' && stageDueAt !== null
  if (!isOpen(state) && !isFollowedUp) {
    const late = dueAt !== null && handledAt !== null && handledAt > dueAt
    return { ...rest, level: late ? 'overdue' : 'met', leftMinutes: null }
  }
  if (isPaused(state) || stageDueAt === null) return { ...rest, level: 'paused', leftMinutes: null }
  const clock = stageClock(c)
  const left = minutesLeft(calendar, clock, now, stageDueAt)
  const level = levelAt(calendar, { from: stageAt, due: stageDueAt, clock }, now)
  // A year without a calendar has no level: the row says so by its missing minutes.
  return typeof left === 'number' && typeof level === 'string'
    ? { ...rest, level, leftMinutes: left }
    : { ...rest, level: 'calm', leftMinutes: null }
}

export function rowView(deps: Deps, c: Omit<ListedCase, 'isFuzzed'>, calendar: WorkCalendar): CaseRow {
  const { id, number, title, state, categoryCode, categoryZh, urgency, source, addressZh, gridZh, unitZh, followers } =
    c
  const cover = c.cover ? photoView(deps, c.cover) : null
  const clock = clockView(c, calendar, deps.now())
  const plain = { id, number, title, state, categoryCode, categoryZh, urgency, source, addressZh, gridZh, unitZh }
  const { lng, lat, version } = c
  return { ...plain, followers, submittedAt: c.submittedAt.toISOString(), clock, cover, lng, lat, version }
}

function eventView(deps: Deps, event: EventRow, photos: readonly PhotoRow[]): CaseEventView {
  const { kind, byZh, note, payload, at, id } = event
  return {
    kind,
    zh: eventZh(kind),
    byZh,
    at: new Date(at).toISOString(),
    note,
    detail: detailZh(payload, deps.now()),
    photos: photosOf(deps, photos, ({ eventId }) => eventId === id),
  }
}

type Given = {
  readonly calendar: WorkCalendar
  readonly chain: ChainLink[]
  readonly doubts: readonly Doubt[]
  readonly relapses: readonly RelapseView[]
}

const isEntry = (kind: EventRow['kind']) => kind in CASE_ENTRIES

export function caseView(deps: Deps, found: FoundCase, actor: Actor, given: Given): CaseView {
  const { category, photos, ...c } = found
  const veiled = c.wordsHidden && !holdsGrid(actor, 'reviewer', c.gridId)
  const first = photos[0]
  const listed = { ...c, categoryZh: category.zh, cover: first ?? null }
  return {
    ...rowView(deps, listed, given.calendar),
    words: veiled ? HIDDEN_ZH : c.words,
    accuracyM: c.accuracyM,
    gridId: c.gridId,
    unitId: c.unitId,
    handlerZh: c.handlerZh,
    helpers: c.helpers,
    returns: c.returnedUnits.length,
    isPublic: c.isPublic,
    isWithheld: c.isWithheld,
    chain: given.chain,
    tradeUnit: c.tradeUnit,
    filingConditions: [...category.filingConditions],
    closingConditions: [...category.closingConditions],
    events: c.events.map((event) =>
      eventView(deps, veiled && isEntry(event.kind) ? { ...event, note: HIDDEN_ZH } : event, photos),
    ),
    before: photosOf(deps, photos, ({ kind }) => kind === 'before' || kind === 'more'),
    after: photosOf(deps, photos, ({ kind }) => kind === 'after' || kind === 'check'),
    moves: openMoves(c, actor, { relation: null, at: deps.now(), calendar: given.calendar }),
    doubts: [...given.doubts],
    relapses: [...given.relapses],
    ratings: c.ratings.map(({ score, tags, words, at }) => ({ score, tags, words, at: new Date(at).toISOString() })),
  }
}

/** Steps and notes a citizen may read; their own words they always may. */
function toldEvent(deps: Deps, event: EventRow, found: FoundCase): CaseEventView[] {
  const own = found.relation === 'reporter' && event.byZh === '反映人'
  const zh = toldZh(event.kind, own)
  if (zh === null) return []
  const view = eventView(deps, event, found.photos)
  const isResult = FEEDBACKS.includes(event.kind) || event.kind === 'close'
  const isPhotoTold = own || isResult || (event.kind === 'report' && found.isPublic)
  const photos = isPhotoTold ? citizenPhotos(deps, found, ({ eventId }) => eventId === event.id) : []
  return [{ ...view, zh, note: isNoteTold(event.kind, own) ? view.note : '', photos }]
}

type MyGiven = { readonly calendar: WorkCalendar; readonly leadZh: string }

export function myCaseView(deps: Deps, found: FoundCase, actor: Actor, { calendar, leadZh }: MyGiven): MyCaseView {
  const { id, number, state, gridZh, unitZh, followers, version } = found
  const mine = found.relation === 'reporter'
  const { isFuzzed, zh: categoryZh } = found.category
  const place = publicPlace(deps, { ...found, categoryZh, isFuzzed: isFuzzed && !mine })
  const rating = found.ratings.find((row) => row.mine && row.cycle === found.cycle)
  const asked: readonly CaseMove[] = CASE_MOVES
  return {
    ...{ id, number, state, gridZh, unitZh, followers, version, mine, ...place },
    leadZh,
    categoryZh,
    submittedAt: found.submittedAt.toISOString(),
    dispatchedAt: iso(found.dispatchedAt),
    dueAt: iso(found.dueAt),
    stageDueAt: iso(found.stageDueAt),
    handledAt: iso(found.handledAt),
    endedAt: iso(found.endedAt),
    before: citizenPhotos(deps, found, (p) => p.kind === 'before' && !p.isMerged && (mine || found.isPublic)),
    after: citizenPhotos(deps, found, ({ kind }) => kind === 'after' || kind === 'check'),
    events: found.events.flatMap((event) => toldEvent(deps, event, found)),
    moves: openMoves(
      found,
      { id: actor.id, grants: [] },
      { relation: found.relation, at: deps.now(), calendar },
    ).filter((move) => asked.includes(move)),
    masterId: found.masterId,
    masterNumber: found.masterNumber,
    rating: rating ? { score: rating.score, tags: rating.tags, words: rating.words } : null,
    mayRate: state === 'closed' && rating === undefined && found.relation !== null,
  }
}
