import { sql } from 'drizzle-orm'
import type { Subquery, WithSubquery } from 'drizzle-orm/subquery'
import { posts, shifts } from '../../schema/volunteering/activities'
import { signUpEvents, signUps } from '../../schema/volunteering/hours'
import { signUpRules } from '../../schema/volunteering/sign-up-rules'
import { DEFAULT_SIGN_UP_RULES, type SignUpRules } from '../../shared/volunteering/sign-up-limits'
import { type SignUpDecision, SYSTEM } from '../../shared/volunteering/sign-ups'
import { moment } from '../db/raw'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'
import { journal, lockPlace, seatFrom } from './seat-queries'

const one = { id: sql<string>`id`.as('id') }

/** `version` of what the county set last, 0 where it never did. */
export async function readSignUpRules(db: Db): Promise<SignUpRules & { readonly version: number }> {
  const [row] = await db.select().from(signUpRules)
  return row ?? { ...DEFAULT_SIGN_UP_RULES, version: 0 }
}

/** What a write leaves behind: its journal row, until when a freed seat is offered on, and the send that asked for it. */
export type Entry = { readonly eventId: string; readonly until: Date | null; readonly send: Send | null }
/** What else the very statement writes. */
type Also = { readonly also?: (moved: Subquery) => WithSubquery }

/**
 * State, seat, journal and send in one statement; a freed seat goes to the first of the queue in this very statement,
 * and back to the public only where nobody waits for it. Undefined: lost the race, or no seat was left.
 */
export async function recordSignUpMove(db: Db, decision: SignUpDecision, entry: Entry & Also) {
  const { eventId, until, send } = entry
  const { was, to, move, note, takesSeat, by, at } = decision
  const place = lockPlace(db, was, to === 'approved' && move !== 'restore')
  const wished = sql`(select case when u.is_post_chosen then u.post_id end from ${signUps} u where u.id = ${was.id})`
  const taken = takesSeat ? seatFrom(db, place.turn, wished) : null
  const from = taken ? sql`${taken.seat} k` : sql`${place.turn} k`
  const moved = db.$with('moved', { ...one, postId: sql<string>`post_id`.as('post_id') }).as(sql`
    update ${signUps} u set state = ${to}, version = u.version + 1, offer_until = null,
      post_id = ${taken ? sql`k.id` : sql`u.post_id`},
      queued_at = ${to === 'waitlisted' ? moment(at) : sql`u.queued_at`},
      passed_at = ${was.state === 'offered' && to === 'waitlisted' ? moment(at) : sql`u.passed_at`}
    from ${from} where u.id = ${was.id} and u.version = ${was.version} returning u.id, u.post_id, u.shift_id`)
  const passed = passOn(db, moved, decision, { eventId, until, send })
  const noted = journal(db, { id: eventId, signUpId: was.id, move, note, by, at }, moved)
  const sent = send ? [sendFrom(db, send, was.id, at, moved)] : []
  const also = entry.also ? [entry.also(moved)] : []
  const [done] = await db
    .with(...place.all, ...(taken?.all ?? []), moved, ...passed, noted, ...sent, ...also)
    .select({ id: moved.id })
    .from(moved)
  return done
}

/** The seat that `moved` let go of: offered to whoever has waited longest for it, else free again. */
function passOn(db: Db, moved: Subquery, { freesSeat, at }: SignUpDecision, { eventId, until }: Entry) {
  const heir = db.$with('heir', one).as(sql`
    select u.id, m.post_id from ${signUps} u join ${moved} m on m.shift_id = u.shift_id join turn t on t.id = u.shift_id
    where ${freesSeat && until !== null}::boolean and t.state = 'published' and u.state = 'waitlisted' and u.id <> m.id
      and (not u.is_post_chosen or u.post_id = m.post_id)
    order by u.queued_at, u.id limit 1 for update of u`)
  const offered = offerTo(db, heir, until)
  const freed = db.$with('freed', one).as(sql`
    update ${posts} p set taken = p.taken - 1 from ${moved} m
    where p.id = m.post_id and ${freesSeat}::boolean and not exists (select 1 from ${offered}) returning p.id`)
  return [heir, offered, freed, tellOffered(db, offered, eventId, at)] as const
}

const offerTo = (db: Db, heirs: Subquery, until: Date | null) =>
  db.$with('offered', one).as(sql`
    update ${signUps} u set state = 'offered', version = u.version + 1, post_id = h.post_id, offer_until = ${moment(until)}
    from ${heirs} h where u.id = h.id returning u.id`)

const tellOffered = (db: Db, offered: Subquery, eventId: string, at: Date) =>
  db.$with('told', one).as(sql`
    insert into ${signUpEvents} (id, sign_up_id, move, note, by, at)
    select ${`${eventId}.`} || o.id, o.id, 'offer', '', ${SYSTEM.id}, ${moment(at)} from ${offered} o returning id`)

/** A seat that lies there although somebody waits who has not let one pass. */
const isIdle = (shiftId: string | null, at: Date) => sql`"posts"."taken" < "posts"."capacity"
  and "shifts"."starts_at" > ${moment(at)} and (${shiftId}::text is null or "shifts"."id" = ${shiftId}::text)
  and exists (select 1 from ${signUps} u where u.shift_id = "shifts"."id" and u.state = 'waitlisted'
    and u.passed_at is null and (not u.is_post_chosen or u.post_id = "posts"."id"))`

/** Posts with such a seat. */
export const listIdleSeats = (db: Db, shiftId: string | null, at: Date) =>
  db
    .select({ postId: posts.id, shiftId: shifts.id, startsAt: shifts.startsAt })
    .from(posts)
    .innerJoin(shifts, sql`${shifts.id} = ${posts.shiftId}`)
    .where(isIdle(shiftId, at))
    .limit(200)

/** Whether the clock has left anything to write down: one look, since mostly it has not. */
export async function isQueueStale(db: Db, shiftId: string | null, at: Date) {
  const late = sql`exists (select 1 from ${signUps} u where u.state = 'offered' and u.offer_until <= ${moment(at)}
    and (${shiftId}::text is null or u.shift_id = ${shiftId}::text))`
  const idle = sql`exists (select 1 from ${posts} join ${shifts} on "shifts"."id" = "posts"."shift_id"
    where ${isIdle(shiftId, at)})`
  const stale = sql<boolean>`${late} or ${idle}`
  const [row] = await db.select({ stale }).from(sql`(select 1) as once`)
  return row?.stale === true
}

export type Widening = {
  readonly shiftId: string
  readonly postId: string
  readonly more: number
  readonly was: number | null
  readonly at: Date
}

/** More seats on a post, or none, and every free one offered down the queue; the CTEs end in `widened`. */
export function widenFrom(
  db: Db,
  { shiftId, postId, more, was, at }: Widening,
  { eventId, until }: Omit<Entry, 'send'>,
) {
  const turn = db.$with('turn', one).as(sql`
    select s.id from ${shifts} s join activities a on a.id = s.activity_id
    where s.id = ${shiftId} and a.state = 'published' for share of a for no key update of s`)
  const room = db.$with('room', one).as(sql`
    select p.id, p.shift_id, p.capacity + ${more}::int - p.taken as n from ${posts} p join ${turn} t on t.id = p.shift_id
    where p.id = ${postId} and (${was}::int is null or p.capacity = ${was}::int) for update of p`)
  const heirs = db.$with('heirs', one).as(sql`
    select u.id, r.id as post_id from ${signUps} u join ${room} r on r.shift_id = u.shift_id
    where ${until !== null}::boolean and u.state = 'waitlisted' and (${more}::int > 0 or u.passed_at is null)
      and (not u.is_post_chosen or u.post_id = r.id)
    order by u.queued_at, u.id limit (select greatest(n, 0) from ${room}) for update of u`)
  const offered = offerTo(db, heirs, until)
  const widened = db.$with('widened', one).as(sql`
    update ${posts} p set capacity = p.capacity + ${more}::int, taken = p.taken + (select count(*)::int from ${offered})
    from ${room} r where p.id = r.id returning p.id`)
  return { widened, all: [turn, room, heirs, offered, widened, tellOffered(db, offered, eventId, at)] as const }
}

export async function recordFilling(db: Db, widening: Omit<Widening, 'more' | 'was'>, entry: Omit<Entry, 'send'>) {
  const { widened, all } = widenFrom(db, { ...widening, more: 0, was: null }, entry)
  const [done] = await db
    .with(...all)
    .select({ id: widened.id })
    .from(widened)
  return done
}
