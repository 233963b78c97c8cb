import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Subquery } from 'drizzle-orm/subquery'
import { activities, activityEvents, posts, shifts, volunteers } from '../../../schema/volunteering/activities'
import { attendanceEvents, signUpEvents, signUps } from '../../../schema/volunteering/hours'
import { postChanges } from '../../../schema/volunteering/sign-up-rules'
import { reconsents } from '../../../schema/volunteering/versions'
import { spanZh } from '../../../shared/kit/time'
import type { EditDecision } from '../../../shared/volunteering/editing'
import { answerBy, type MovedPromise } from '../../../shared/volunteering/reconsents'
import { LIVE_SIGN_UPS, SYSTEM } from '../../../shared/volunteering/sign-ups'
import type { ActivitySnapshot } from '../../../shared/volunteering/versions'
import { brokenConstraint } from '../../db/errors'
import { intoAll } from '../../db/into'
import { moment } from '../../db/raw'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'
import { versionFrom } from './draft-queries'

const one = { id: sql<string>`id`.as('id') }
const rowsIn = (rows: readonly object[]) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`

/** Shifts of the activity where somebody has checked in. */
export async function listBegun(db: Db, activityId: string) {
  const rows = await db
    .selectDistinct({ shiftId: signUps.shiftId })
    .from(signUps)
    .innerJoin(attendanceEvents, eq(attendanceEvents.signUpId, signUps.id))
    .where(eq(signUps.activityId, activityId))
  return rows.map(({ shiftId }) => shiftId)
}

/** All live sign-ups of everyone who is signed up for one of these shifts, the oldest first. */
export const listPromisesAround = (db: Db, shiftIds: readonly string[]) =>
  db
    .select({
      ...{ id: signUps.id, shiftId: signUps.shiftId, personId: signUps.personId, state: signUps.state },
      ...{ startsAt: signUps.startsAt, endsAt: signUps.endsAt, version: signUps.version },
    })
    .from(signUps)
    .where(
      and(
        inArray(signUps.state, [...LIVE_SIGN_UPS]),
        sql`"sign_ups"."person_id" in (select u.person_id from sign_ups u where ${isOn(shiftIds)})`,
      ),
    )
    .orderBy(asc(signUps.createdAt), asc(signUps.id))

const isOn = (shiftIds: readonly string[]) => sql`u.state in ('applied', 'approved', 'waitlisted', 'offered')
  and u.shift_id in (select jsonb_array_elements_text(${JSON.stringify(shiftIds)}::jsonb))`

/** A capacity went below its people, or somebody's other sign-up came in between: looked at again. */
export const isOvertaken = (err: unknown) =>
  ['posts_seats', 'sign_ups_no_overlap'].some((name) => brokenConstraint(err, name))

type Entry = { readonly eventId: string; readonly send: Send; readonly snapshot: ActivitySnapshot }

/**
 * The edit whole, in one statement: activity, shifts, seats, every live sign-up with its question and its journal row,
 * the version. People are locked first, then the activity, as everywhere. Undefined: lost the race.
 */
export async function recordEdit(db: Db, decision: EditDecision, moves: readonly MovedPromise[], entry: Entry) {
  const { was, texts, retimed, startsAt, endsAt, signUpEndsAt, by, at } = decision
  const shiftIds = retimed.map(({ id }) => id)
  const who = db.$with('who', { n: sql<string>`person_id`.as('n') }).as(sql`
    select v.person_id from ${volunteers} v where v.person_id in (select u.person_id from ${signUps} u
      where ${isOn(shiftIds)}) order by v.person_id for no key update of v`)
  const moved = db.$with('moved', one).as(sql`
    update ${activities} a set summary = ${texts.summary}, place_zh = ${texts.placeZh}, risk_zh = ${texts.riskZh},
      lng = ${texts.position.lng}, lat = ${texts.position.lat}, radius_m = ${texts.radiusM}::int,
      contact_zh = ${texts.contactZh}, starts_at = ${moment(startsAt)}, ends_at = ${moment(endsAt)},
      sign_up_ends_at = ${moment(signUpEndsAt)}, version = a.version + 1
    where a.id = ${was.id} and a.version = ${was.version} and a.state = 'published'
      and (select count(*) from ${who}) >= 0 returning a.id`)
  const shifted = db.$with('shifted', one).as(sql`
    update ${shifts} s set starts_at = r.starts_at, ends_at = r.ends_at, cap_minutes = r.cap
    from ${moved} m, ${rowsIn(retimed.map(({ id, is, capMinutes }) => ({ id, starts_at: is.startsAt, ends_at: is.endsAt, cap: capMinutes })))}
      as r(id text, starts_at timestamptz, ends_at timestamptz, cap int)
    where s.id = r.id and s.activity_id = m.id returning s.id`)
  const event = { id: entry.eventId, activityId: was.id, move: 'edit' as const, note: '', by, at }
  const noted = db.$with('noted').as(
    db
      .insert(activityEvents)
      .select(db.select(intoAll(activityEvents, event)).from(moved))
      .returning({ id: activityEvents.id }),
  )
  const version = { activityId: was.id, version: was.version + 1, cause: 'edit' as const, snapshot: entry.snapshot }
  const [done] = await db
    .with(
      ...[who, moved, shifted, noted, versionFrom(db, { ...version, by, at }, moved)],
      ...moveFrom(db, moved, moves, decision, entry.eventId),
      sendFrom(db, entry.send, was.id, at, moved),
    )
    .select({ id: moved.id })
    .from(moved)
  return done
}

/** A sign-up that slipped in while the edit ran: moved as the others were. */
export async function recordLateMoves(db: Db, decision: EditDecision, moves: readonly MovedPromise[], eventId: string) {
  const from = db
    .$with('moved')
    .as(db.select({ id: activities.id }).from(activities).where(eq(activities.id, decision.was.id)))
  await db
    .with(from, ...moveFrom(db, from, moves, { ...decision, posts: [] }, eventId))
    .select({ id: from.id })
    .from(from)
}

type Moving = Pick<EditDecision, 'posts' | 'by' | 'at'>

/** Sign-ups in their new time, whoever cannot keep it let go, the seats, the questions and the journal. */
function moveFrom(
  db: Db,
  from: Subquery,
  moves: readonly MovedPromise[],
  { posts: caps, by, at }: Moving,
  eventId: string,
) {
  const rows = moves.map((one) => ({
    ...{
      id: one.id,
      version: one.version,
      fate: one.fate,
      seated: one.state === 'approved' || one.state === 'offered',
    },
    ...{ starts_at: one.startsAt, ends_at: one.endsAt, was_from: one.was.startsAt, was_to: one.was.endsAt },
    ...{ answer_by: answerBy(one.startsAt, at), note: spanZh(one.was.startsAt, one.was.endsAt) },
  }))
  const promised = db.$with('promised', one).as(sql`
    update ${signUps} u set starts_at = r.starts_at, ends_at = r.ends_at, version = u.version + 1,
      state = case when r.fate = 'displaced' then 'withdrawn' else u.state end,
      offer_until = case when r.fate = 'displaced' then null else u.offer_until end
    from ${from} m, ${rowsIn(rows)} as r(id text, version int, fate text, seated boolean, starts_at timestamptz,
      ends_at timestamptz, was_from timestamptz, was_to timestamptz, answer_by timestamptz, note text)
    where u.id = r.id and u.version = r.version
    returning u.id, u.post_id, r.fate, r.seated, r.starts_at, r.ends_at, r.was_from, r.was_to, r.answer_by, r.note`)
  const seats = db.$with('seats', one).as(sql`
    update ${posts} p set capacity = coalesce(t.cap, p.capacity), taken = p.taken - coalesce(t.gone, 0)
    from (select x.id, max(x.cap) as cap, sum(x.gone)::int as gone from (
        select c.id, c.cap, 0 as gone from ${from} m, ${rowsIn(caps.map(({ id, is }) => ({ id, cap: is })))} as c(id text, cap int)
        union all select post_id, null, 1 from ${promised} where seated and fate = 'displaced') x group by x.id) t
    where p.id = t.id returning p.id`)
  const asked = db.$with('asked', one).as(sql`
    insert into ${reconsents} (id, sign_up_id, was_starts_at, was_ends_at, starts_at, ends_at, asked_at, answer_by)
    select ${`${eventId}.`} || id, id, was_from, was_to, starts_at, ends_at, ${moment(at)}, answer_by
    from ${promised} where fate = 'asked' returning id`)
  const told = db.$with('told', one).as(sql`
    insert into ${signUpEvents} (id, sign_up_id, move, note, by, at)
    select ${`${eventId}.`} || id, id, case when fate = 'displaced' then 'displace' else 'retime' end, note,
      ${SYSTEM.id}, ${moment(at)} from ${promised} returning id`)
  const more = caps.filter(({ was, is }) => is > was).map((post) => ({ ...post, row: `${eventId}.${post.id}` }))
  const widened = db.$with('widened', one).as(sql`
    insert into ${postChanges} (id, post_id, was, "is", note, by, at)
    select c."row", c.id, c.was, c."is", '修改活动', ${by}, ${moment(at)}
    from ${from} m, ${rowsIn(more)} as c("row" text, id text, was int, "is" int) returning id`)
  return [promised, seats, asked, told, widened] as const
}
