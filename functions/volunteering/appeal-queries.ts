import { and, asc, eq, sql } from 'drizzle-orm'
import { files } from '../../schema/files'
import { notices } from '../../schema/notices'
import { people } from '../../schema/people'
import { activities, shifts, volunteers } from '../../schema/volunteering/activities'
import { absenceAppeals } from '../../schema/volunteering/appeals'
import { signUpEvents, signUps } from '../../schema/volunteering/hours'
import { hoursRequests } from '../../schema/volunteering/ledger'
import type { Cursor } from '../../shared/kit/page'
import type { AppealAnswered, AppealDecision, AppealState } from '../../shared/volunteering/appeals'
import { brokenConstraint } from '../db/errors'
import { intoAll } from '../db/into'
import { moment } from '../db/raw'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

const one = { id: sql<string>`id`.as('id') }

/** When the leader last marked the sign-up absent. */
export const markedAt = (signUpId: typeof signUps.id) =>
  sql<Date | null>`(select max(e.at) from ${signUpEvents} e
    where e.sign_up_id = ${signUpId} and e.move = 'mark_no_show')`.mapWith(signUpEvents.at)

export const isAppealed = (signUpId: typeof signUps.id) =>
  sql<boolean>`exists (select 1 from ${absenceAppeals} a where a.sign_up_id = ${signUpId})`

export const isAppealedTwice = (err: unknown) => brokenConstraint(err, 'absence_appeals_sign_up_key')
/** Somebody else proposed hours for it already. */
export const isHoursOpen = (err: unknown) => brokenConstraint(err, 'hours_requests_open_key')

export async function findMarked(db: Db, signUpId: string, personId: string) {
  const [row] = await db
    .select({ signUp: signUps, shift: shifts, markedAt: markedAt(signUps.id), isAppealed: isAppealed(signUps.id) })
    .from(signUps)
    .innerJoin(shifts, eq(shifts.id, signUps.shiftId))
    .where(and(eq(signUps.id, signUpId), eq(signUps.personId, personId)))
  return row
}

/** Undefined: the sign-up has just changed. */
export async function recordAppeal(db: Db, d: AppealDecision, id: string, send: Send) {
  const { was, reasonZh, from, to, fileId, by, at } = d
  const held = db.$with('held').as(
    db
      .select({ id: signUps.id })
      .from(signUps)
      .where(and(eq(signUps.id, was.signUpId), eq(signUps.version, was.version), eq(signUps.state, 'no_show')))
      .for('update'),
  )
  const row = intoAll(absenceAppeals, {
    ...{ id, signUpId: was.signUpId, personId: by, state: 'asked', reasonZh, servedFrom: from, servedTo: to, fileId },
    ...{ askedAt: at, decidedBy: null, decidedAt: null, note: '', version: 0 },
  })
  const made = db
    .$with('made')
    .as(db.insert(absenceAppeals).select(db.select(row).from(held)).returning({ id: absenceAppeals.id }))
  const [done] = await db
    .with(held, made, sendFrom(db, send, id, at, made))
    .select({ id: made.id })
    .from(made)
  return done
}

const nameOf = (id: typeof absenceAppeals.decidedBy | typeof shifts.leaderId) =>
  sql<string>`coalesce((select p.name from ${people} p where p.id = ${id}), '')`

const rows = (db: Db) =>
  db
    .select({
      appeal: absenceAppeals,
      signUp: { startsAt: signUps.startsAt, endsAt: signUps.endsAt },
      shift: shifts,
      title: activities.title,
      personZh: volunteers.displayName,
      leaderZh: nameOf(shifts.leaderId),
      decidedByZh: nameOf(absenceAppeals.decidedBy),
      photo: { id: files.id, width: files.width, height: files.height },
    })
    .from(absenceAppeals)
    .innerJoin(signUps, eq(signUps.id, absenceAppeals.signUpId))
    .innerJoin(shifts, eq(shifts.id, signUps.shiftId))
    .innerJoin(activities, eq(activities.id, signUps.activityId))
    .innerJoin(volunteers, eq(volunteers.personId, absenceAppeals.personId))
    .leftJoin(files, eq(files.id, absenceAppeals.fileId))
export type AppealRow = Awaited<ReturnType<typeof rows>>[number]

export async function findAppeal(db: Db, id: string) {
  const [row] = await rows(db).where(eq(absenceAppeals.id, id))
  return row
}

/** What waits longest comes first. */
export const listAppeals = (db: Db, state: AppealState, after: Cursor | null, size: number) =>
  rows(db)
    .where(
      and(
        eq(absenceAppeals.state, state),
        after
          ? sql`(${absenceAppeals.askedAt}, ${absenceAppeals.id}) > (${after.at}::timestamptz, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(asc(absenceAppeals.askedAt), asc(absenceAppeals.id))
    .limit(size + 1)

type Told = { readonly title: string; readonly text: string }

/**
 * Appeal, sign-up, journal, the proposed hours, notice and send in one statement. Undefined: somebody answered first,
 * or the sign-up is not marked absent any more.
 */
export async function recordAppealAnswer(db: Db, d: AppealAnswered, ids: () => string, tell: Told, send: Send) {
  const { was, state, note, hours, by, at } = d
  const open = db.$with('open', one).as(sql`
    select a.id, a.sign_up_id, a.person_id from ${absenceAppeals} a
    where a.id = ${was.id} and a.version = ${was.version} and a.state = 'asked' for update of a`)
  const held = db.$with('held', one).as(
    state === 'granted'
      ? sql`update ${signUps} u set state = 'approved', version = u.version + 1 from ${open} o
          where u.id = o.sign_up_id and u.state = 'no_show' returning o.id, o.sign_up_id, o.person_id`
      : sql`select id, sign_up_id, person_id from ${open}`,
  )
  const moved = db.$with('moved', one).as(sql`
    update ${absenceAppeals} a set state = ${state}, note = ${note}, decided_by = ${by}, decided_at = ${moment(at)},
      version = a.version + 1 from ${held} h where a.id = h.id returning a.id, a.sign_up_id, a.person_id, a.reason_zh`)
  const noted = db.$with('noted', one).as(sql`
    insert into ${signUpEvents} (id, sign_up_id, move, note, by, at)
    select ${ids()}::text, m.sign_up_id, 'restore', ${note}::text, ${by}::text, ${moment(at)} from ${moved} m
    where ${state === 'granted'}::boolean returning id`)
  const asked = db.$with('asked', one).as(sql`
    insert into ${hoursRequests} (id, kind, state, sign_up_id, person_id, was_minutes, to_minutes, served_from, served_to,
      evidence, reason, reason_zh, file_id, asked_by, asked_at, proposed_by, proposed_at)
    select ${ids()}::text, 'backfill', 'proposed', m.sign_up_id, m.person_id, 0, ${hours?.minutes ?? 0}::int,
      ${moment(hours?.from ?? at)}, ${moment(hours?.to ?? at)}, 'supplemented', 'missed_scan', '未到申诉通过：' || m.reason_zh,
      ${hours?.fileId ?? null}::text, m.person_id, ${moment(at)}, ${by}::text, ${moment(at)} from ${moved} m
    where ${hours !== null}::boolean returning id`)
  const told = db.$with('told', one).as(sql`
    insert into ${notices} (id, person_id, cause, title, text, link, at)
    select ${ids()}::text, m.person_id, 'appeal ' || m.id, ${tell.title}::text, ${tell.text}::text,
      '/pages/volunteering/mine', ${moment(at)} from ${moved} m returning id`)
  const sent = sendFrom(db, send, was.id, at, moved)
  const [done] = await db.with(open, held, moved, noted, asked, told, sent).select({ id: moved.id }).from(moved)
  return done
}
