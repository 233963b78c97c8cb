import { type Cursor, pageFrom, readCursor } from '../../shared/kit/page'
import { addDays } from '../../shared/kit/time'
import type { WorkCalendar } from '../../shared/kit/work-clock'
import { type Actor, holdsAny } from '../../shared/people/roles'
import { type ActivityNow, type ActivityState, openActivityMoves } from '../../shared/volunteering/activities'
import type { ActivityCard, ActivityQuery, ActivityView } from '../../shared/volunteering/contract'
import { activityPhase, monthSpan, weekEndsAt } from '../../shared/volunteering/phases'
import { offerUntil } from '../../shared/volunteering/queue'
import type { Applicant, Recruiting } from '../../shared/volunteering/seats'
import { maskName } from '../../shared/volunteering/volunteers'
import { readCalendar } from '../cases/calendar'
import type { Deps } from '../http/deps'
import { fail } from '../http/refused'
import {
  type ActivityRow,
  findActivity,
  listActivities,
  listPosts,
  listSeatedNames,
  listSignUpsOf,
} from './activity-queries'
import { riskHashOf } from './desk/versions'
import { listLiveConsents } from './guardian-queries'
import { readSignUpRules } from './move-queries'
import { listHeld } from './qualifications/queries'
import { lapsedSeats, listWaiting } from './queue-queries'
import { isLive, shiftView } from './shift-view'
import { findVolunteer, listPromised } from './sign-up-queries'

type Card = Omit<ActivityRow, 'unsettled' | 'isLed'>
const FACES = 6
const UPCOMING = 5
const MONTH_MOST = 200

/** A cursor nobody minted is a mistake to say, not a first page to show. */
export function cursorFrom(text: string | undefined): Cursor | null {
  const cursor = readCursor(text)
  if (text !== undefined && (cursor === null || Number.isNaN(Date.parse(cursor.at))))
    return fail('malformed', '翻页位置有误，请从头看起', 'cursor')
  return cursor
}

export async function readActivities({ db, now }: Deps, query: ActivityQuery) {
  const at = now()
  const { lng, lat, withinM, size } = query
  if ((lng === undefined) !== (lat === undefined)) return fail('malformed', '请同时给出经度和纬度', 'lat')
  const rows = await listActivities(db, {
    states: ['published'],
    now: at,
    startsBefore: query.when === 'week' ? weekEndsAt(at) : null,
    isOpen: query.seats === 'open',
    near: lng === undefined || lat === undefined ? null : { lng, lat, withinM },
    after: cursorFrom(query.cursor),
    size,
  })
  return cardsOf(rows, size, await readCalendar(db, at), at)
}

/** 月历: all that is on in a month, also what is over. */
export async function readActivityMonth({ db, now }: Deps, month: string) {
  const at = now()
  const { from, to } = monthSpan(month)
  const all = { states: ['published', 'settled', 'archived'] as const, isOpen: false, near: null, after: null }
  const rows = await listActivities(db, { ...all, now: from, startsBefore: to, size: MONTH_MOST })
  const { items, next } = cardsOf(rows, MONTH_MOST, await readCalendar(db, at), at)
  return { month, items, isCut: next !== null }
}

/** What these teams have ahead, the next first. */
export async function readActivitiesOf({ db, now }: Deps, teamIds: readonly string[]) {
  const at = now()
  const ahead = { states: ['published'] as const, now: at, startsBefore: null, isOpen: false, near: null, after: null }
  const rows = await listActivities(db, { ...ahead, teamIds, size: UPCOMING })
  return cardsOf(rows, UPCOMING, await readCalendar(db, at), at)
}

type DeskQuery = { cursor?: string | undefined; size: number; state?: ActivityState | undefined }

/** What waits at the desk, also of days gone by: all of it for the office, their own for whoever leads a team. */
export async function readActivityDesk({ db, now }: Deps, actor: Actor, { cursor, size, state }: DeskQuery) {
  const rows = await listActivities(db, {
    states: state ? [state] : ['draft', 'in_review'],
    ledBy: holdsAny(actor, ['admin', 'reviewer']) ? null : actor,
    now: new Date(0),
    startsBefore: null,
    isOpen: false,
    near: null,
    after: cursorFrom(cursor),
    size,
  })
  return cardsOf(rows, size, await readCalendar(db, now()), now())
}

type Found = Card & { distanceM: number | null }
function cardsOf(rows: readonly Found[], size: number, calendar: WorkCalendar, at: Date) {
  const { items, next } = pageFrom(rows, size, ({ startsAt, id }) => ({ at: startsAt.toISOString(), id }))
  return {
    items: items.map(
      (row): ActivityCard => ({
        ...cardOf(row, calendar, at),
        distanceM: row.distanceM === null ? null : Math.round(row.distanceM),
      }),
    ),
    next,
  }
}

/** An activity with its shifts, as the rules want it. */
export async function loadRecruiting({ db, now }: Deps, actor: Actor, id: string) {
  const row = (await findActivity(db, actor, id)) ?? fail('not_found', '没有找到这个活动')
  const flat = await listPosts(db, id)
  const at = now()
  const waiting = await listWaiting(db, { activityId: id }, at)
  const rules = await readSignUpRules(db)
  const distinct = new Map(flat.map(({ shift, demand }) => [shift.id, { ...shift, demand }]))
  const shifts = [...distinct.values()].map((shift) => {
    const lapsed = lapsedSeats(waiting, shift.id, offerUntil(rules, shift.startsAt, at) !== null)
    const freed = (postId: string) => lapsed.filter((one) => one === postId).length
    return {
      ...shift,
      waiting: waiting.filter(({ shiftId }) => shiftId === shift.id).length,
      posts: flat.flatMap(({ post }) =>
        post.shiftId === shift.id ? [{ ...post, taken: post.taken - freed(post.id) }] : [],
      ),
    }
  })
  return { row, waiting, activity: { ...row, shifts } }
}

export const activityNow = (row: ActivityRow, shifts: number): ActivityNow => ({ ...row, shifts })

type Around = { readonly id: string; readonly startsAt: Date; readonly endsAt: Date }

export async function loadApplicant({ db }: Deps, actor: Actor, { id: activityId, startsAt, endsAt }: Around) {
  if (actor.id === '') return { applicant: null, own: [] }
  const [volunteer, own] = await Promise.all([findVolunteer(db, actor.id), listSignUpsOf(db, actor.id, activityId)])
  if (!volunteer) return { applicant: null, own }
  const { ageBand } = volunteer
  const [promised, consents, qualifications] = await Promise.all([
    listPromised(db, actor.id, addDays(startsAt, -1), addDays(endsAt, 1)),
    ageBand === 'adult' ? [] : listLiveConsents(db, actor.id),
    listHeld(db, actor.id),
  ])
  const applicant: Applicant = {
    ...{ personId: actor.id, ageBand, promised, qualifications },
    liveShiftIds: own.flatMap(({ signUp }) => (isLive(signUp.state) ? [signUp.shiftId] : [])),
    consents: consents.map(({ riskClass }) => riskClass),
  }
  return { applicant, own }
}

export async function readActivity(deps: Deps, actor: Actor, id: string): Promise<ActivityView> {
  const at = deps.now()
  const { row, activity, waiting } = await loadRecruiting(deps, actor, id)
  const { applicant, own } = await loadApplicant(deps, actor, row)
  const names = await listSeatedNames(deps.db, id, FACES)
  return {
    ...cardOf(row, await readCalendar(deps.db, at), at),
    serverTime: at.toISOString(),
    summary: row.summary,
    riskZh: row.riskZh,
    riskHash: riskHashOf(row.riskZh),
    isInsured: Boolean(row.insuranceNo),
    minAge: row.minAge,
    isRisky: row.isRisky,
    riskClass: row.riskClass,
    needsGuardian: needsGuardian(row, applicant),
    radiusM: row.radiusM,
    signUpFrom: row.signUpFrom.toISOString(),
    contactZh: row.contactZh,
    shifts: activity.shifts.map((shift) => shiftView(activity, shift, { actor, applicant, own, waiting, at })),
    people: names.map(({ name }) => maskName(name)),
    isVolunteer: applicant !== null,
    moves: actor.id === '' ? [] : openActivityMoves(activityNow(row, activity.shifts.length), actor, at),
  }
}

/** A minor who could join if a guardian agreed. */
const needsGuardian = ({ isRisky, riskClass }: Recruiting | Card, applicant: Applicant | null) =>
  applicant !== null && applicant.ageBand !== 'adult' && !isRisky && !applicant.consents.includes(riskClass)

function cardOf(row: Card, calendar: WorkCalendar, at: Date): Omit<ActivityCard, 'distanceM'> {
  const { id, title, kind, state, coverKey, teamName, placeZh, lng, lat, seriesIssue, capacity, taken } = row
  const { shiftCount, capMinutes } = row
  const seats = { capacity, taken }
  return {
    ...{ id, title, kind, state, coverKey, teamName, placeZh, lng, lat, seriesIssue, seats },
    ...{ shiftCount, capMinutes },
    phase: activityPhase({ ...row, seats }, at, calendar),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    signUpEndsAt: row.signUpEndsAt.toISOString(),
  }
}
