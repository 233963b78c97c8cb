import { and, asc, eq, gt, or, type SQL, sql } from 'drizzle-orm'
import { notices } from '../../schema/notices'
import { activities, posts, shifts, volunteers } from '../../schema/volunteering/activities'
import { handOvers } from '../../schema/volunteering/appeals'
import { attendanceEvents, signUpEvents, signUps } from '../../schema/volunteering/hours'
import { qualificationKinds } from '../../schema/volunteering/qualification-kinds'
import type { HandOverAnswered, HandOverDecision } from '../../shared/volunteering/hand-overs'
import { brokenConstraint } from '../db/errors'
import { intoAll } from '../db/into'
import { moment } from '../db/raw'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'
import { demanded } from './activity-queries'
import { lockPlace } from './seat-queries'

const one = { id: sql<string>`id`.as('id') }

export const isOfferedTwice = (err: unknown) => brokenConstraint(err, 'hand_overs_open_key')

type Told = { readonly title: string; readonly text: string }
type Writing = { readonly ids: () => string; readonly tell: Told; readonly send: Send }

const nameOf = (id: typeof handOvers.fromId | typeof handOvers.toId) =>
  sql<string>`coalesce((select v.display_name from ${volunteers} v where v.person_id = ${id}), '')`

const rows = (db: Db, where: SQL | undefined) =>
  db
    .select({
      handOver: handOvers,
      signUp: signUps,
      shift: shifts,
      activity: activities,
      demand: demanded,
      postName: posts.name,
      fromZh: nameOf(handOvers.fromId),
      toZh: nameOf(handOvers.toId),
      isHere: sql<boolean>`exists (select 1 from ${attendanceEvents} e where e.sign_up_id = ${signUps.id})`,
    })
    .from(handOvers)
    .innerJoin(signUps, eq(signUps.id, handOvers.signUpId))
    .innerJoin(shifts, eq(shifts.id, signUps.shiftId))
    .innerJoin(posts, eq(posts.id, signUps.postId))
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .leftJoin(qualificationKinds, eq(qualificationKinds.id, shifts.qualificationId))
    .where(where)
    .orderBy(asc(handOvers.offeredAt), asc(handOvers.id))
    .limit(100)
export type HandOverRow = Awaited<ReturnType<typeof rows>>[number]

const isOf = (personId: string) => or(eq(handOvers.toId, personId), eq(handOvers.fromId, personId))

export async function findHandOver(db: Db, id: string, personId: string) {
  const [row] = await rows(db, and(eq(handOvers.id, id), isOf(personId)))
  return row
}

/** Not answered, and still good. */
export const listOpenHandOvers = (db: Db, personId: string, at: Date) =>
  rows(db, and(isOf(personId), eq(handOvers.state, 'offered'), eq(signUps.state, 'approved'), gt(shifts.startsAt, at)))

/** The offer, the notice to whom it is made, and the send. Undefined: the sign-up has just changed. */
export async function recordHandOver(db: Db, { was, toId, at }: HandOverDecision, id: string, writing: Writing) {
  const held = db.$with('held').as(
    db
      .select({ id: signUps.id })
      .from(signUps)
      .where(and(eq(signUps.id, was.id), eq(signUps.version, was.version), eq(signUps.state, 'approved')))
      .for('update'),
  )
  const row = intoAll(handOvers, {
    ...{ id, signUpId: was.id, fromId: was.personId, toId, state: 'offered', newSignUpId: null },
    ...{ offeredAt: at, answeredAt: null, version: 0 },
  })
  const made = db.$with('made').as(
    db
      .insert(handOvers)
      .select(db.select(row).from(held))
      .returning({ id: handOvers.id, personId: sql<string>`to_id`.as('person_id') }),
  )
  const [done] = await db
    .with(held, made, told(db, made, writing, at), sendFrom(db, writing.send, id, at, made))
    .select({ id: made.id })
    .from(made)
  return done
}

const told = (db: Db, from: SQL | { readonly _: object }, { ids, tell }: Writing, at: Date) =>
  db.$with('told', one).as(sql`
    insert into ${notices} (id, person_id, cause, title, text, link, at)
    select ${ids()}::text, f.person_id, 'hand-over ' || f.id || ' ' || f.person_id, ${tell.title}::text,
      ${tell.text}::text, '/pages/volunteering/mine', ${moment(at)} from ${from} f returning id`)

/** 不接 or 收回: the sign-up stays as it is. */
export async function recordRefusal(db: Db, { was, state, at }: HandOverAnswered, writing: Writing) {
  const hears = state === 'declined' ? sql`h.from_id` : sql`h.to_id`
  const moved = db.$with('moved', one).as(sql`
    update ${handOvers} h set state = ${state}, answered_at = ${moment(at)}, version = h.version + 1
    where h.id = ${was.id} and h.version = ${was.version} and h.state = 'offered'
    returning h.id || ${state === 'declined' ? '' : ' back'} as id, ${hears} as person_id`)
  const sent = sendFrom(db, writing.send, was.id, at, moved)
  const [done] = await db
    .with(moved, told(db, moved, writing, at), sent)
    .select({ id: moved.id })
    .from(moved)
  return done
}

/**
 * 接: the one sign-up ends and the other begins in the same statement, on the same seat and for the same span, so the
 * counter of the post does not move. Locked in the order of every sign-up: person, activity, shift; then the offer.
 */
export async function recordAcceptance(db: Db, { was, by, at }: HandOverAnswered, newId: string, writing: Writing) {
  const { signUp } = was
  const place = lockPlace(db, { activityId: signUp.activityId, shiftId: signUp.shiftId, personId: by }, true)
  const open = db.$with('open', one).as(sql`
    select h.id, h.sign_up_id, h.from_id from ${handOvers} h cross join ${place.turn} t
    where h.id = ${was.id} and h.version = ${was.version} and h.state = 'offered' for update of h`)
  const given = db.$with('given', one).as(sql`
    update ${signUps} u set state = 'handed_over', version = u.version + 1 from ${open} o join ${shifts} s on true
    where u.id = o.sign_up_id and u.state = 'approved' and s.id = u.shift_id and s.starts_at > ${moment(at)}
      and not exists (select 1 from ${attendanceEvents} e where e.sign_up_id = u.id)
    returning u.id, u.activity_id, u.shift_id, u.post_id, u.is_post_chosen, u.starts_at, u.ends_at`)
  const made = db.$with('made', one).as(sql`
    insert into ${signUps} (id, activity_id, shift_id, post_id, is_post_chosen, person_id, state, starts_at, ends_at,
      created_at, source)
    select ${newId}::text, g.activity_id, g.shift_id, g.post_id, g.is_post_chosen, ${by}::text, 'approved', g.starts_at,
      g.ends_at, ${moment(at)}, 'hand_over' from ${given} g returning id`)
  const moved = db.$with('moved', one).as(sql`
    update ${handOvers} h set state = 'accepted', answered_at = ${moment(at)}, version = h.version + 1, new_sign_up_id = m.id
    from ${made} m where h.id = ${was.id} returning h.id, h.from_id as person_id, h.sign_up_id`)
  const noted = db.$with('noted', one).as(sql`
    insert into ${signUpEvents} (id, sign_up_id, move, note, by, at)
    select ${writing.ids()}::text, m.sign_up_id, 'hand_over', '', ${by}::text, ${moment(at)} from ${moved} m
    union all select ${writing.ids()}::text, n.id, 'sign_up', '', ${by}::text, ${moment(at)} from ${made} n returning id`)
  const sent = sendFrom(db, writing.send, was.id, at, moved)
  const [done] = await db
    .with(...place.all, open, given, made, moved, noted, told(db, moved, writing, at), sent)
    .select({ id: moved.id })
    .from(moved)
  return done
}
