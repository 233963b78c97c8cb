import { and, asc, eq, gt, gte, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { cases } from '../../schema/cases/ledger'
import { files } from '../../schema/files'
import { mailOutcomes, mailPhotos, mails } from '../../schema/mails'
import { notices } from '../../schema/notices'
import { roleGrants } from '../../schema/people'
import type { Cursor } from '../../shared/kit/page'
import { intoAll } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'
import { type Join, joinRows } from './join-queries'
import { mailEnds } from './mail-end-queries'

const ends = (db: Db, which: SQL) =>
  db
    .select({ id: mails.id, caseId: mailOutcomes.caseId })
    .from(mails)
    .leftJoin(mailOutcomes, eq(mailOutcomes.mailId, mails.id))
    .where(which)

/** A Message-ID that came before. */
export async function findTaken(db: Db, messageId: string) {
  const [row] = await ends(db, eq(mails.messageId, messageId))
  return row
}

export async function findMailEnd(db: Db, id: string) {
  const [row] = await ends(db, eq(mails.id, id))
  return row
}

/** The case this sender's own earlier letter became; the last of the letters it answers. */
export async function findThread(db: Db, refs: readonly string[], personId: string) {
  if (refs.length === 0) return undefined
  const [row] = await db
    .select({ caseId: sql<string>`coalesce(${cases.masterId}, ${cases.id})` })
    .from(mails)
    .innerJoin(mailOutcomes, eq(mailOutcomes.mailId, mails.id))
    .innerJoin(cases, eq(cases.id, mailOutcomes.caseId))
    .where(and(inArray(mails.messageId, [...refs]), eq(mails.personId, personId)))
    .orderBy(sql`${mails.at} desc`)
    .limit(1)
  return row?.caseId
}

export type NewMail = Required<typeof mails.$inferInsert>

/** The mail, its photos, and, where it answers an earlier one, the telling it becomes: all or nothing. */
export async function recordMail(
  db: Db,
  send: Send | null,
  mail: NewMail,
  { photos, thread }: { photos: readonly string[]; thread: Join | null },
) {
  const arrived = db.$with('arrived').as(db.insert(mails).values(mail).returning({ id: mails.id }))
  const rows = photos.map((fileId, ordinal) => ({ fileId, mailId: mail.id, ordinal }))
  await db
    .with(
      arrived,
      ...(rows.length === 0
        ? []
        : [db.$with('enclosed').as(db.insert(mailPhotos).values(rows).returning({ fileId: mailPhotos.fileId }))]),
      ...(thread ? threaded(db, mail, thread) : []),
      ...(send ? [sendFrom(db, send, mail.id, mail.at, arrived)] : []),
    )
    .select()
    .from(arrived)
}

function threaded(db: Db, { id: mailId, at }: NewMail, thread: Join) {
  const caseId = sql`(select case_id from joined)`
  const ended = mailEnds(db, { mailId, by: null, kind: 'threaded', caseId, reportId: thread.reportId, at })
  return [...joinRows(db, thread).rows, ended]
}

type PhotoRow = { id: string; width: number; height: number }
const photosOf = sql<PhotoRow[]>`coalesce((
  select json_agg(json_build_object('id', f.id, 'width', f.width, 'height', f.height) order by p.ordinal)
  from ${mailPhotos} p join ${files} f on f.id = p.file_id where p.mail_id = "mails"."id"), '[]'::json)`

type Thread = { id: string; number: string; gridId: string | null }
const threadOf = sql<Thread | null>`(
  select json_build_object('id', c.id, 'number', c.number, 'gridId', c.grid_id)
  from ${mails} before join ${mailOutcomes} o on o.mail_id = before.id join ${cases} c on c.id = o.case_id
  where before.message_id in (select jsonb_array_elements_text("mails"."refs")) order by before.at desc limit 1)`

const waiting = (db: Db, which: SQL | undefined, size: number) =>
  db
    .select({
      ...{ id: mails.id, subject: mails.subject, words: mails.words, left: mails.left, at: mails.at },
      ...{ personId: mails.personId, alg: mails.alg, keyId: mails.keyId, sealed: mails.sealed },
      ...{ photos: photosOf, thread: threadOf },
    })
    .from(mails)
    .leftJoin(mailOutcomes, eq(mailOutcomes.mailId, mails.id))
    .where(and(isNull(mailOutcomes.mailId), which))
    .orderBy(asc(mails.at), asc(mails.id))
    .limit(size)

export type WaitingMail = Awaited<ReturnType<typeof waiting>>[number]

export function listWaiting(db: Db, { size, cursor }: { size: number; cursor: Cursor | null }) {
  const after = cursor
    ? or(gt(mails.at, new Date(cursor.at)), and(eq(mails.at, new Date(cursor.at)), gt(mails.id, cursor.id)))
    : undefined
  return waiting(db, after, size + 1)
}

export async function findWaiting(db: Db, id: string) {
  const [row] = await waiting(db, eq(mails.id, id), 1)
  return row
}

type Aside = { mailId: string; by: string; reason: string; at: Date }

/** Ending it twice breaks the key of the outcomes. */
export async function recordAside(db: Db, send: Send, { mailId, by, reason, at }: Aside) {
  const row = { mailId, kind: 'set_aside' as const, caseId: null, reportId: null, reason, by, at }
  const ended = db.$with('mail_ended').as(
    db
      .insert(mailOutcomes)
      .select(db.select(intoAll(mailOutcomes, row)).from(sql`(values (1)) as one(n)`))
      .returning({ mailId: mailOutcomes.mailId }),
  )
  await db
    .with(ended, sendFrom(db, send, mailId, at, ended))
    .select()
    .from(ended)
}

/** Mails after a moment, oldest first, with the grid of the case they were put to. */
export const listUntoldMails = (db: Db, after: Date, size: number) =>
  db
    .select({ id: mails.id, by: mails.by, at: mails.at, caseId: cases.id, number: cases.number, gridId: cases.gridId })
    .from(mails)
    .leftJoin(mailOutcomes, and(eq(mailOutcomes.mailId, mails.id), eq(mailOutcomes.kind, 'threaded')))
    .leftJoin(cases, eq(cases.id, mailOutcomes.caseId))
    .where(gte(mails.at, after))
    .orderBy(asc(mails.at), asc(mails.id))
    .limit(size)

type Untold = Awaited<ReturnType<typeof listUntoldMails>>[number]

/** One row for each of the office who may act on it; telling again changes nothing. */
export const recordMailNotices = (
  db: Db,
  { id, by, at, gridId }: Untold,
  { title, text, link }: { title: string; text: string; link: string },
) =>
  db.execute(sql`insert into ${notices} (id, person_id, cause, title, text, link, at)
    select md5(${`mail:${id}`}::text || who.person_id), who.person_id, ${`mail:${id}`}::text, ${title}::text,
      ${text}::text, ${link}::text, ${at.toISOString()}::timestamptz
    from (select distinct g.person_id from ${roleGrants} g where g.role in ('reviewer', 'dispatcher') and g.ended_at is null
      and (g.grid_id is null or ${gridId}::text is null or g.grid_id = ${gridId}::text)) who
    where who.person_id is distinct from ${by}::text on conflict do nothing`)
