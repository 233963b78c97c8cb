import { LONG_PAST, PLANS, type PlanKey } from '../../schema/seed/demo/activities'
import { addDays, addMinutes, shanghai, shanghaiMoment } from '../../shared/kit/time'
import type { Show } from './activity-steps'
import { idOf } from './dice'
import { crew, minuteOf } from './services'

const LEADER = 'han'

export type LongPast = ReturnType<typeof longPastOf>

/** One activity of the months before, with its journal, shift and seats. */
export function longPastOf({ cast, at }: Show, i: number) {
  const [plan, daysAgo, from, hours, others] = LONG_PAST[i] ?? ['river', 14, '08:30', 3, 1]
  const startsAt = shanghaiMoment(shanghai(addDays(at, -daysAgo)).day, minuteOf(from))
  const span = { startsAt, endsAt: addMinutes(startsAt, hours * 60) }
  const activity = activityRow(idOf(`long past ${i}`), plan, span, cast('fang').id)
  const who = ['zhou', ...crew(i, others)]
  const shiftId = idOf(`long past ${i} shift`)
  const whole = { capMinutes: hours * 60, graceMinutes: 15, leaderId: cast(LEADER).id }
  const seats = PLANS[plan].posts.map(([name, capacity], seq) => ({
    ...{ id: idOf(`long past ${i} post ${seq}`), shiftId, name, capacity, seq },
    taken: seq === 0 ? who.length : 0,
  }))
  const shift = { id: shiftId, activityId: activity.id, ...span, ...whole }
  return { i, activity, events: eventRows(activity, cast('he').id), shift, posts: seats, who }
}

function activityRow(id: string, key: PlanKey, span: { startsAt: Date; endsAt: Date }, createdBy: string) {
  const {
    title,
    summary,
    kind,
    placeZh,
    riskZh,
    team: teamId,
    cover: coverKey,
    at: [lng, lat],
  } = PLANS[key]
  const createdAt = addDays(span.startsAt, -6)
  return {
    ...{ id, title, summary, kind, placeZh, riskZh, lng, lat, teamId, coverKey, ...span, createdBy, createdAt },
    ...{ radiusM: 300, isRisky: false, insuranceNo: 'YC-ZY-2026-018', minAge: 16, seriesIssue: null, version: 3 },
    ...{ state: 'settled' as const, contactZh: '县新时代文明实践中心，工作日可打 12345 转接' },
    ...{ signUpFrom: createdAt, signUpEndsAt: addMinutes(span.startsAt, -60), publishedAt: addMinutes(createdAt, 90) },
  }
}

const eventRows = (
  { id, createdAt, createdBy, publishedAt, endsAt }: ReturnType<typeof activityRow>,
  reviewer: string,
) =>
  [
    ['submit', createdBy, addMinutes(createdAt, 5)] as const,
    ['publish', reviewer, publishedAt] as const,
    ['settle', createdBy, addDays(endsAt, 2)] as const,
  ].map(([move, by, at]) => ({ id: idOf(`${id} ${move}`), activityId: id, move, note: '', by, at }))
