import { type SQL, sql } from 'drizzle-orm'
import { people } from '../../../schema/people'
import { activities, posts, shifts, teams, volunteers } from '../../../schema/volunteering/activities'
import { attendanceEvents, serviceRecords, signUps } from '../../../schema/volunteering/hours'
import { attendanceFailures } from '../../../schema/volunteering/offline'
import { anomalyReviews } from '../../../schema/volunteering/spot-checks'
import type { Cursor } from '../../../shared/kit/page'
import {
  ANOMALY_RULES,
  type AnomalyFacts,
  type AnomalyKind,
  type AnomalyState,
  type ReviewDecision,
} from '../../../shared/volunteering/spot-checks/anomalies'
import { metresBetween } from '../../db/places'
import { iso, moment, rowsOf } from '../../db/raw'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

const { deviceMinutes, speedKmh, fullRuns, fullPeopleMin } = ANOMALY_RULES
const OWN = sql`('qr', 'digits')`
const MEASURED = sql`('qr', 'digits', 'leader_scan')`

/** What was shown and still stands, with whose it is. */
const shown = (since: Date) => sql`select e.id, e.sign_up_id, e.kind, e.method, e.step, e.device_id, e.counts_at,
    e.server_at, u.person_id, u.shift_id, u.activity_id
  from ${attendanceEvents} e join ${signUps} u on u.id = e.sign_up_id
  where e.counts_at >= ${moment(since)} and e.kind in ('check_in', 'check_out')
    and not exists (select 1 from ${attendanceEvents} v where v.voids_id = e.id)`

/** One phone showed codes for two people within minutes. A leader's phone that scans others is not meant. */
const oneDevice = sql`select 'one_device' as kind, a.shift_id || ' ' || a.device_id as ref, a.shift_id,
    min(a.server_at) as at, array_agg(distinct x.id) as sign_ups,
    count(distinct x.person_id)::int as people, 0 as times, 0 as metres, 0 as minutes
  from shown a join shown b on b.device_id = a.device_id and b.person_id <> a.person_id
    and abs(extract(epoch from b.server_at - a.server_at)) <= ${deviceMinutes * 60}::int
  cross join lateral (values (a.sign_up_id, a.person_id), (b.sign_up_id, b.person_id)) as x(id, person_id)
  where a.method in ${OWN} and b.method in ${OWN} group by a.shift_id, a.device_id`

/** Metres between the edges of two places, as the activities state them: where a phone was is not kept. */
const placeOf = (alias: string) => ({ lng: sql.raw(`${alias}.lng`), lat: sql.raw(`${alias}.lat`) })
const apart = sql`greatest(0, ${metresBetween(placeOf('a'), placeOf('b'))} - a.radius_m - b.radius_m)`

const tooFast = sql`select 'too_fast' as kind, m.id as ref, m.shift_id, m.counts_at as at,
    array[m.was_sign_up_id, m.sign_up_id] as sign_ups, 1 as people, 0 as times, m.metres::int as metres,
    (m.seconds / 60)::int as minutes
  from (select w.*, ${apart} as metres, extract(epoch from w.counts_at - w.was_at) as seconds
    from (select s.*, lag(s.sign_up_id) over mine as was_sign_up_id, lag(s.activity_id) over mine as was_activity_id,
        lag(s.counts_at) over mine as was_at
      from shown s where s.method in ${MEASURED} window mine as (partition by s.person_id order by s.counts_at, s.id)) w
    join ${activities} a on a.id = w.activity_id join ${activities} b on b.id = w.was_activity_id
    where w.activity_id <> w.was_activity_id) m
  where m.metres * 3.6 > m.seconds * ${speedKmh}::int`

const stepShared = sql`select 'step_shared' as kind, s.shift_id || ' ' || s.kind || ' ' || s.step as ref, s.shift_id,
    min(s.server_at) as at, array_agg(distinct s.sign_up_id) as sign_ups,
    count(distinct s.person_id)::int as people, 0 as times, 0 as metres, 0 as minutes
  from shown s where s.method in ${OWN} and s.step is not null group by s.shift_id, s.kind, s.step
  having count(distinct s.person_id) > (select sum(p.capacity) from ${posts} p where p.shift_id = s.shift_id)`

/** Islands of full shifts of one team: a shift that is not full ends the run before it. */
const fullTeam = (since: Date) => sql`select 'full_team' as kind,
    r.team_id || ' ' || (array_agg(r.shift_id order by r.starts_at, r.shift_id))[1] as ref,
    (array_agg(r.shift_id order by r.starts_at desc, r.shift_id desc))[1] as shift_id,
    (array_agg(r.ends_at order by r.starts_at, r.shift_id))[${fullRuns}::int] as at,
    (select array_agg(u.id) from ${signUps} u join ${serviceRecords} c on c.sign_up_id = u.id
      where u.shift_id = any(array_agg(r.shift_id))) as sign_ups,
    max(r.people)::int as people, count(*)::int as times, 0 as metres, 0 as minutes
  from (select d.*, count(*) filter (where not d.is_full) over (partition by d.team_id order by d.starts_at, d.shift_id) as run
    from (select u.shift_id, a.team_id, s.starts_at, s.ends_at, count(*) as people,
        bool_and(c.credited_minutes >= least(s.cap_minutes, floor(extract(epoch from u.ends_at - u.starts_at) / 60))) as is_full
      from ${serviceRecords} c join ${signUps} u on u.id = c.sign_up_id join ${shifts} s on s.id = u.shift_id
      join ${activities} a on a.id = u.activity_id where s.starts_at >= ${moment(since)}
      group by u.shift_id, a.team_id, s.starts_at, s.ends_at having count(*) >= ${fullPeopleMin}::int) d) r
  where r.is_full group by r.team_id, r.run having count(*) >= ${fullRuns}::int`

/** The leader's own coming and going on his own shift, and whatever he tried with his own code. */
const leaderSelf = (since: Date) => sql`select 'leader_self' as kind, t.shift_id as ref, t.shift_id, min(t.at) as at,
    array_agg(distinct t.sign_up_id) as sign_ups, 1 as people, count(*)::int as times, 0 as metres, 0 as minutes
  from (select s.shift_id, s.sign_up_id, s.server_at as at from shown s join ${shifts} h on h.id = s.shift_id
      where s.method in ${OWN} and h.leader_id = s.person_id
    union all select f.shift_id, f.sign_up_id, f.server_at from ${attendanceFailures} f
      join ${signUps} u on u.id = f.sign_up_id and u.shift_id = f.shift_id
      where f.server_at >= ${moment(since)} and u.person_id = f.actor_id) t
  group by t.shift_id`

export type AnomalyRow = AnomalyFacts & {
  readonly id: string
  readonly kind: AnomalyKind
  readonly at: string
  readonly shiftId: string
  readonly activityId: string
  readonly title: string
  readonly teamName: string
  readonly leaderZh: string
  readonly startsAt: string
  readonly endsAt: string
  readonly who: readonly { readonly signUpId: string; readonly name: string; readonly number: string }[]
  /** Everyone it is about, leaders included. */
  readonly personIds: readonly string[]
  readonly reviews: readonly { readonly note: string; readonly byZh: string; readonly at: string }[]
}

/** All five at once, each under a name made of what it is about; nothing of it is stored. */
const anomalies = (db: Db, since: Date, where: SQL, size: number) =>
  rowsOf<AnomalyRow>(
    db,
    sql`with shown as (${shown(since)}), found as (
      select md5(kind || ' ' || ref) as id, f.* from (${oneDevice} union all ${tooFast} union all ${stepShared}
        union all ${fullTeam(since)} union all ${leaderSelf(since)}) f
    )
    select f.id, f.kind, ${iso(sql`f.at`)} as at, f.people, f.times, f.metres, f.minutes, f.shift_id as "shiftId",
      (select coalesce(sum(p.capacity), 0)::int from ${posts} p where p.shift_id = f.shift_id) as seats,
      a.id as "activityId", a.title, t.name as "teamName", l.name as "leaderZh",
      ${iso(sql`s.starts_at`)} as "startsAt", ${iso(sql`s.ends_at`)} as "endsAt",
      (select json_agg(json_build_object('signUpId', u.id, 'name', v.display_name, 'number', v.number) order by u.starts_at, v.number)
        from ${signUps} u join ${volunteers} v on v.person_id = u.person_id where u.id = any(f.sign_ups)) as who,
      (select json_agg(distinct x.id) from ${signUps} u join ${shifts} h on h.id = u.shift_id
        cross join lateral (values (u.person_id), (h.leader_id)) as x(id) where u.id = any(f.sign_ups)) as "personIds",
      coalesce((select json_agg(json_build_object('note', r.note, 'byZh', p.name, 'at', ${iso(sql`r.at`)}) order by r.at, r.id)
        from ${anomalyReviews} r join ${people} p on p.id = r.by where r.anomaly_id = f.id), '[]'::json) as reviews
    from found f join ${shifts} s on s.id = f.shift_id join ${activities} a on a.id = s.activity_id
    join ${teams} t on t.id = a.team_id join ${people} l on l.id = s.leader_id
    where ${where} order by f.at desc, f.id desc limit ${size}`,
  )

export type AnomalyFilter = {
  readonly state: AnomalyState
  readonly kind: AnomalyKind | null
  readonly after: Cursor | null
  readonly size: number
}

const isReviewed = sql`exists (select 1 from ${anomalyReviews} r where r.anomaly_id = f.id)`

export function listAnomalies(db: Db, since: Date, { state, kind, after, size }: AnomalyFilter) {
  const where = sql`${state === 'reviewed' ? isReviewed : sql`not ${isReviewed}`}
    and (${kind}::text is null or f.kind = ${kind})
    and ${after ? sql`(f.at, f.id) < (${after.at}::timestamptz, ${after.id})` : sql`true`}`
  return anomalies(db, since, where, size + 1)
}

export async function findAnomaly(db: Db, since: Date, id: string) {
  const [row] = await anomalies(db, since, sql`f.id = ${id}`, 1)
  return row
}

export async function recordReview(db: Db, { was, note, by, at }: ReviewDecision, id: string, send: Send) {
  const row = { id, anomalyId: was.id, kind: was.kind, note, by, at }
  const made = db.$with('made').as(db.insert(anomalyReviews).values(row).returning({ id: anomalyReviews.id }))
  await db
    .with(made, sendFrom(db, send, was.id, at, made))
    .select()
    .from(made)
}
