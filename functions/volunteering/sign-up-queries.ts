import { and, asc, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { roleGrants } from '../../schema/people'
import { activities, posts, shifts, volunteers } from '../../schema/volunteering/activities'
import { attendanceEvents, signUpEvents, signUps } from '../../schema/volunteering/hours'
import type { NewSignUp } from '../../shared/volunteering/seats'
import { LIVE_SIGN_UPS, type SignUpDecision } from '../../shared/volunteering/sign-ups'
import { brokenConstraint } from '../db/errors'
import { intoAll } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

export async function findVolunteer(db: Db, personId: string) {
  const [row] = await db.select().from(volunteers).where(eq(volunteers.personId, personId))
  return row
}

export const listVolunteersByNumber = (db: Db, numbers: readonly string[]) =>
  db
    .select({ personId: volunteers.personId, number: volunteers.number })
    .from(volunteers)
    .where(inArray(volunteers.number, [...numbers]))

export const isNumberTaken = (err: unknown) => brokenConstraint(err, 'volunteers_number_key')
export const isRegistered = (err: unknown) => brokenConstraint(err, 'volunteers_pkey')

/** The register and the role of a volunteer, in one statement; a role given before is not given twice. */
export async function recordVolunteer(db: Db, row: typeof volunteers.$inferInsert, grantId: string, send: Send) {
  const { personId, joinedAt } = row
  const made = db.$with('made').as(db.insert(volunteers).values(row).returning({ personId: volunteers.personId }))
  const given = db.$with('given', { id: sql<string>`id`.as('id') }).as(sql`
    insert into ${roleGrants} (id, person_id, role, scope_zh, granted_at)
    select ${grantId}, m.person_id, 'volunteer', '', ${joinedAt.toISOString()}::timestamptz from ${made} m
    where not exists (select 1 from ${roleGrants} g
      where g.person_id = m.person_id and g.role = 'volunteer' and g.ended_at is null)
    returning id`)
  const sent = sendFrom(db, send, personId, joinedAt, made)
  const [done] = await db.with(made, given, sent).select({ personId: made.personId }).from(made)
  return done
}

/** The person's row, locked: whatever else this person does at the same moment waits here, before any seat is held. */
const lockPerson = (db: Db, personId: string) =>
  db
    .$with('who')
    .as(
      db
        .select({ personId: volunteers.personId })
        .from(volunteers)
        .where(eq(volunteers.personId, personId))
        .for('update'),
    )

/**
 * Person, then activity, then shift, then seat: always locked in this order, so no two sign-ups wait for each other.
 * Of a shift's posts the one with most free seats; a post that filled up meanwhile is passed over.
 */
function seatFrom(db: Db, { activityId, shift, postId, personId }: NewSignUp) {
  const one = { id: sql<string>`id`.as('id') }
  const who = lockPerson(db, personId)
  const open = db.$with('open_activity', one).as(sql`
    select a.id from ${activities} a cross join ${who}
    where a.id = ${activityId} and a.state = 'published' for share of a`)
  const turn = db.$with('turn', one).as(sql`
    select s.id from ${shifts} s join ${open} o on o.id = s.activity_id where s.id = ${shift.id} for no key update of s`)
  const pick = db.$with('pick', one).as(sql`
    select p.id from ${posts} p join ${turn} t on t.id = p.shift_id
    where p.taken < p.capacity and (${postId}::text is null or p.id = ${postId}::text)
    order by p.capacity - p.taken desc, p.seq limit 1 for update of p`)
  const seat = db.$with('seat', one).as(sql`
    update ${posts} p set taken = p.taken + 1 from ${pick} k where p.id = k.id and p.taken < p.capacity returning p.id`)
  return { seat, all: [who, open, turn, pick, seat] }
}

/** Seat, sign-up, journal and send in one statement; undefined means that no seat was left. */
export async function recordSignUp(db: Db, decision: NewSignUp, ids: { signUp: string; event: string }, send: Send) {
  const { activityId, shift, postId, personId, at } = decision
  const { seat, all } = seatFrom(db, decision)
  const row = intoAll(signUps, {
    id: ids.signUp,
    activityId,
    shiftId: shift.id,
    postId: '',
    isPostChosen: postId !== null,
    personId,
    state: 'approved',
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    createdAt: at,
    version: 0,
  })
  const made = db.$with('made').as(
    db
      .insert(signUps)
      .select(db.select({ ...row, postId: sql<string>`"seat"."id"`.as('post_id') }).from(seat))
      .returning({ id: signUps.id }),
  )
  const noted = journal(db, { id: ids.event, signUpId: ids.signUp, move: 'sign_up', note: '', by: personId, at }, made)
  const sent = sendFrom(db, send, ids.signUp, at, made)
  const [done] = await db
    .with(...all, made, noted, sent)
    .select({ id: made.id })
    .from(made)
  return done
}

const journal = (db: Db, entry: typeof signUpEvents.$inferInsert, from: Parameters<typeof sendFrom>[4]) =>
  db.$with('noted').as(
    db
      .insert(signUpEvents)
      .select(db.select(intoAll(signUpEvents, entry)).from(from))
      .returning({ id: signUpEvents.id }),
  )

/** The same shift again, or another at the same time. */
export const isClash = (err: unknown) =>
  brokenConstraint(err, 'sign_ups_no_overlap') || brokenConstraint(err, 'sign_ups_live_key')

/** What of this person's stands in the way of a span. */
export async function findClash(db: Db, personId: string, span: { readonly startsAt: Date; readonly endsAt: Date }) {
  const [row] = await db
    .select({
      shiftId: signUps.shiftId,
      title: activities.title,
      startsAt: signUps.startsAt,
      endsAt: signUps.endsAt,
    })
    .from(signUps)
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .where(
      and(
        eq(signUps.personId, personId),
        inArray(signUps.state, [...LIVE_SIGN_UPS]),
        lt(signUps.startsAt, span.endsAt),
        gt(signUps.endsAt, span.startsAt),
      ),
    )
    .orderBy(asc(signUps.startsAt))
    .limit(1)
  return row
}

export async function findSignUp(db: Db, id: string, personId: string) {
  const [row] = await db
    .select({
      signUp: signUps,
      leaderId: shifts.leaderId,
      signUpEndsAt: activities.signUpEndsAt,
      isHere: sql<boolean>`exists (select 1 from ${attendanceEvents} e where e.sign_up_id = ${signUps.id})`,
    })
    .from(signUps)
    .innerJoin(shifts, eq(shifts.id, signUps.shiftId))
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .where(and(eq(signUps.id, id), eq(signUps.personId, personId)))
  return row
}

/** State, seat, journal and send in one statement, the person locked first as in `recordSignUp`. Undefined: lost the race. */
export async function recordSignUpMove(db: Db, decision: SignUpDecision, eventId: string, send: Send) {
  const { was, to, move, note, freesSeat, by, at } = decision
  const who = lockPerson(db, was.personId)
  const moved = db
    .$with('moved', {
      id: sql<string>`id`.as('id'),
      postId: sql<string>`post_id`.as('post_id'),
    })
    .as(sql`
    update ${signUps} u set state = ${to}, version = u.version + 1 from ${who} w
    where u.id = ${was.id} and u.version = ${was.version} and u.person_id = w.person_id returning u.id, u.post_id`)
  const freed = db.$with('freed', { id: sql<string>`id`.as('id') }).as(sql`
    update ${posts} p set taken = p.taken - 1 from ${moved} m
    where p.id = m.post_id and ${freesSeat}::boolean returning p.id`)
  const noted = journal(db, { id: eventId, signUpId: was.id, move, note, by, at }, moved)
  const sent = sendFrom(db, send, was.id, at, moved)
  const [done] = await db.with(who, moved, freed, noted, sent).select({ id: moved.id }).from(moved)
  return done
}
