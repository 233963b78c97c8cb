import { calendarFeed } from '../../../shared/kit/ics'
import { addDays } from '../../../shared/kit/time'
import type { Actor } from '../../../shared/people/roles'
import { calendarEvent } from '../../../shared/volunteering/calendar/events'
import { readCounty } from '../../grids/actions'
import type { Deps, Send } from '../../http/deps'
import { fail } from '../../http/refused'
import { hashToken } from '../../people/actions'
import { type FeedRow, findFeed, listFeedRows, recordFeed, recordFeedEnd, recordReminders } from './queries'

export async function readCalendarFeed({ db }: Deps, { id }: Actor) {
  return { at: (await findFeed(db, id))?.at.toISOString() ?? null }
}

export async function makeCalendarFeed(deps: Deps, actor: Actor, send: Send) {
  const { db, newSecret, now } = deps
  const token = newSecret()
  await recordFeed(db, send, { personId: actor.id, tokenHash: hashToken(token), at: now() })
  return { ...(await readCalendarFeed(deps, actor)), path: `/feeds/volunteer/${token}.ics` }
}

export async function endCalendarFeed(deps: Deps, actor: Actor, send: Send) {
  await recordFeedEnd(deps.db, send, actor.id, deps.now())
  return readCalendarFeed(deps, actor)
}

/** So long past ones stay in the feed: calendars take away what is gone from it. */
const PAST_DAYS = 60

/** What a calendar reads; an ended and a made-up address look alike. */
export async function readCalendar(deps: Deps, token: string) {
  const { db, now } = deps
  const [rows, county] = await Promise.all([
    listFeedRows(db, hashToken(token), addDays(now(), -PAST_DAYS)),
    readCounty(deps),
  ])
  if (!rows) return fail('not_found', '没有这个日历，请在“我的活动”重新生成订阅地址')
  const events = rows.flatMap(eventOf)
  const updated = events.reduce((last, { changedAt }) => (changedAt > last ? changedAt : last), rows[0]?.at ?? now())
  return { text: calendarFeed(`${county.brand} · 我的活动`, events), updated }
}

function eventOf({ signUpId, state, activityState, activityVersion, signUpVersion, ...row }: FeedRow) {
  const { title, placeZh, contactZh, postName, startsAt, endsAt } = row
  // Somebody without sign-ups: the one row of the address alone.
  if (signUpId === null || state === null || startsAt === null || endsAt === null || activityState === null) return []
  return [
    calendarEvent({
      ...{ signUpId, state, activityState, startsAt, endsAt, changedAt: new Date(row.changedAt) },
      ...{ signUpVersion: signUpVersion ?? 0, activityVersion: activityVersion ?? 0 },
      ...{ title: title ?? '', placeZh: placeZh ?? '', contactZh: contactZh ?? '', postName: postName ?? '' },
    }),
  ]
}

const REMIND_HOURS = 24

export const remindVolunteers = ({ db, now }: Deps) =>
  recordReminders(db, now(), new Date(now().getTime() + REMIND_HOURS * 3_600_000))
