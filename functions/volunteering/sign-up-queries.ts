import { and, asc, eq, gt, inArray, lt, lte, type SQL, sql } from 'drizzle-orm'
import { roleGrants } from '../../schema/people'
import { activities, shifts, volunteers } from '../../schema/volunteering/activities'
import { attendanceEvents, signUps } from '../../schema/volunteering/hours'
import { LIVE_SIGN_UPS } from '../../shared/volunteering/sign-ups'
import { brokenConstraint } from '../db/errors'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

export async function findVolunteer(db: Db, personId: string) {
  const [row] = await db.select().from(volunteers).where(eq(volunteers.personId, personId))
  return row
}

export const listVolunteersByNumber = (db: Db, numbers: readonly string[]) =>
  db
    .select({ personId: volunteers.personId, number: volunteers.number, displayName: volunteers.displayName })
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

/** The same shift again, or another at the same time. */
export const isClash = (err: unknown) =>
  brokenConstraint(err, 'sign_ups_no_overlap') || brokenConstraint(err, 'sign_ups_live_key')

export const isDayFull = (err: unknown) => brokenConstraint(err, 'sign_ups_day_cap')

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

/** What a person promised between two moments, with the place: for the limit of a day and the way between two. */
export const listPromised = (db: Db, personId: string, from: Date, to: Date) =>
  db
    .select({
      ...{ startsAt: signUps.startsAt, endsAt: signUps.endsAt, title: activities.title },
      spot: { lng: activities.lng, lat: activities.lat },
    })
    .from(signUps)
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .where(
      and(
        eq(signUps.personId, personId),
        inArray(signUps.state, [...LIVE_SIGN_UPS]),
        lt(signUps.startsAt, to),
        gt(signUps.endsAt, from),
      ),
    )
    .orderBy(asc(signUps.startsAt))
    .limit(200)

const foundSignUps = (db: Db, where: SQL | undefined) =>
  db
    .select({
      signUp: signUps,
      leaderId: shifts.leaderId,
      shift: { startsAt: shifts.startsAt, endsAt: shifts.endsAt },
      signUpEndsAt: activities.signUpEndsAt,
      title: activities.title,
      isHere: sql<boolean>`exists (select 1 from ${attendanceEvents} e where e.sign_up_id = ${signUps.id})`,
    })
    .from(signUps)
    .innerJoin(shifts, eq(shifts.id, signUps.shiftId))
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .where(where)

export async function findSignUp(db: Db, id: string, personId: string) {
  const [row] = await foundSignUps(db, and(eq(signUps.id, id), eq(signUps.personId, personId)))
  return row
}

export async function findSignUpOnShift(db: Db, id: string, shiftId: string) {
  const [row] = await foundSignUps(db, and(eq(signUps.id, id), eq(signUps.shiftId, shiftId)))
  return row
}

/** Offers whose time is over, of one shift or of all, the oldest first. */
export const listPastOffers = (db: Db, at: Date, size: number, shiftId: string | null) =>
  foundSignUps(
    db,
    and(
      eq(signUps.state, 'offered'),
      lte(signUps.offerUntil, at),
      shiftId === null ? undefined : eq(signUps.shiftId, shiftId),
    ),
  )
    .orderBy(asc(signUps.offerUntil), asc(signUps.id))
    .limit(size)
