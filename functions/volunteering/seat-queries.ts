import { eq, type SQL, sql } from 'drizzle-orm'
import { activities, posts, shifts, volunteers } from '../../schema/volunteering/activities'
import { signUpEvents, signUps } from '../../schema/volunteering/hours'
import { guardianConsents } from '../../schema/volunteering/sign-up-rules'
import type { NewSignUp } from '../../shared/volunteering/seats'
import type { Span } from '../../shared/volunteering/sign-up-limits'
import { intoAll } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

const one = { id: sql<string>`id`.as('id') }

const iso = (at: Date | undefined) => at?.toISOString() ?? null

/** The person's row, locked: whatever else this person does at the same moment waits here, before any seat is held. */
const lockPerson = (db: Db, personId: string) =>
  db
    .$with('who')
    .as(
      db
        .select({ personId: volunteers.personId, ageBand: volunteers.ageBand })
        .from(volunteers)
        .where(eq(volunteers.personId, personId))
        .for('update'),
    )

type Place = { readonly activityId: string; readonly shiftId: string; readonly personId: string }
/** What the person was shown: nothing is joined whose time or risk text is another by now. */
type Shown = Span & { readonly riskHash: string | null }

/**
 * Person, then activity, then shift: always locked in this order and before any seat or sign-up of the shift,
 * so no two statements wait for each other. `joins`: only into a published activity, and a minor only with a guardian's
 * live consent to its risk class, its row held so that a revocation waits or is seen.
 */
export function lockPlace(
  db: Db,
  { activityId, shiftId, personId }: Place,
  joins: boolean,
  shown: Shown | null = null,
) {
  const who = lockPerson(db, personId)
  const pledge = db.$with('pledge', one).as(sql`
    select c.id from ${guardianConsents} c join ${who} w on w.person_id = c.person_id
      join ${activities} a on a.risk_class = c.risk_class and not a.is_risky
    where a.id = ${activityId} and c.revoked_at is null and w.age_band <> 'under_8' for share of c`)
  const open = db.$with('open_activity', { ...one, state: sql<string>`state`.as('state') }).as(sql`
    select a.id, a.state from ${activities} a cross join ${who} w
    where a.id = ${activityId} and (not ${joins}::boolean or (a.state = 'published'
      and (w.age_band = 'adult' or exists (select 1 from ${pledge}))))
      and (${shown?.riskHash ?? null}::text is null
        or encode(sha256(convert_to(a.risk_zh, 'UTF8')), 'hex') = ${shown?.riskHash ?? null}::text) for share of a`)
  const turn = db.$with('turn', { ...one, state: sql<string>`state`.as('state') }).as(sql`
    select s.id, o.state from ${shifts} s join ${open} o on o.id = s.activity_id
    where s.id = ${shiftId} and (${shown === null}::boolean or (s.starts_at = ${iso(shown?.startsAt)}::timestamptz
      and s.ends_at = ${iso(shown?.endsAt)}::timestamptz)) for no key update of s`)
  return { turn, all: [who, pledge, open, turn] as const }
}
type Turn = ReturnType<typeof lockPlace>['turn']

/** Of a shift's posts the one with most free seats; a post that filled up meanwhile is passed over. */
export function seatFrom(db: Db, turn: Turn, postId: string | null | SQL) {
  const pick = db.$with('pick', one).as(sql`
    select p.id from ${posts} p join ${turn} t on t.id = p.shift_id
    where p.taken < p.capacity and (${postId}::text is null or p.id = ${postId}::text)
    order by p.capacity - p.taken desc, p.seq limit 1 for update of p`)
  const seat = db.$with('seat', one).as(sql`
    update ${posts} p set taken = p.taken + 1 from ${pick} k where p.id = k.id and p.taken < p.capacity returning p.id`)
  return { seat, all: [pick, seat] as const }
}

/** Where somebody without a seat is written down: the wished post, else the first. */
const standFrom = (db: Db, turn: Turn, postId: string | null) =>
  db.$with('seat', one).as(sql`
    select p.id from ${posts} p join ${turn} t on t.id = p.shift_id
    where ${postId}::text is null or p.id = ${postId}::text order by p.seq limit 1`)

/** Seat, sign-up, journal and send in one statement; undefined means that no seat was left. */
export async function recordSignUp(db: Db, decision: NewSignUp, ids: { signUp: string; event: string }, send: Send) {
  const { activityId, shift, span, postId, personId, to, source, agreedRiskHash, by, at } = decision
  const shown = { startsAt: shift.startsAt, endsAt: shift.endsAt, riskHash: agreedRiskHash }
  const place = lockPlace(db, { activityId, shiftId: shift.id, personId }, true, shown)
  const taken = to === 'approved' ? seatFrom(db, place.turn, postId) : null
  const seat = taken?.seat ?? standFrom(db, place.turn, postId)
  const row = intoAll(signUps, {
    ...{ id: ids.signUp, activityId, shiftId: shift.id, postId: '', isPostChosen: postId !== null, personId },
    ...{ state: to, startsAt: span.startsAt, endsAt: span.endsAt, createdAt: at, source, version: 0 },
    ...{ queuedAt: to === 'waitlisted' ? at : null, passedAt: null, offerUntil: null, agreedRiskHash },
  })
  const made = db.$with('made').as(
    db
      .insert(signUps)
      .select(db.select({ ...row, postId: sql<string>`"seat"."id"`.as('post_id') }).from(seat))
      .returning({ id: signUps.id }),
  )
  const noted = journal(db, { id: ids.event, signUpId: ids.signUp, move: 'sign_up', note: '', by, at }, made)
  const sent = sendFrom(db, send, ids.signUp, at, made)
  const [done] = await db
    .with(...place.all, ...(taken?.all ?? [seat]), made, noted, sent)
    .select({ id: made.id })
    .from(made)
  return done
}

export const journal = (db: Db, entry: typeof signUpEvents.$inferInsert, from: Parameters<typeof sendFrom>[4]) =>
  db.$with('noted').as(
    db
      .insert(signUpEvents)
      .select(db.select(intoAll(signUpEvents, entry)).from(from))
      .returning({ id: signUpEvents.id }),
  )
