import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { publicComplaints, takedowns } from '../../../schema/cases/complaints'
import { caseFollowers } from '../../../schema/cases/crowd'
import { cases } from '../../../schema/cases/ledger'
import { notices } from '../../../schema/notices'
import type { Actor } from '../../../shared/people/roles'
import { intoAll } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'
import { visibleTo } from '../visible-queries'

const LISTED_MAX = 100

/** Undefined where nothing of the case is public. */
export async function recordComplaint(
  db: Db,
  send: Send,
  row: Pick<typeof publicComplaints.$inferInsert, 'id' | 'caseId' | 'personId' | 'reason' | 'words'> & { at: Date },
) {
  const shown = db.$with('shown').as(
    db
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.id, row.caseId), eq(cases.isPublic, true)))
      .for('share'),
  )
  const whole = { ...row, decision: null, note: '', decidedBy: null, decidedAt: null }
  const made = db.$with('made').as(
    db
      .insert(publicComplaints)
      .select(db.select(intoAll(publicComplaints, whole)).from(shown))
      .returning({ id: publicComplaints.id }),
  )
  const [done] = await db
    .with(shown, made, sendFrom(db, send, row.id, row.at, made))
    .select({ id: made.id })
    .from(made)
  return done
}

const select = (db: Db) =>
  db
    .select({ row: publicComplaints, number: cases.number, title: cases.title })
    .from(publicComplaints)
    .innerJoin(cases, eq(cases.id, publicComplaints.caseId))

export const listComplaintRows = (db: Db, who: Actor) =>
  select(db)
    .where(visibleTo(who))
    .orderBy(sql`${publicComplaints.decision} is not null`, desc(publicComplaints.at))
    .limit(LISTED_MAX)
export type ComplaintRow = Awaited<ReturnType<typeof listComplaintRows>>[number]

export async function findComplaint(db: Db, who: Actor, id: string) {
  const [row] = await select(db).where(and(eq(publicComplaints.id, id), visibleTo(who)))
  return row
}

export async function findOwnComplaint(db: Db, id: string) {
  const [row] = await db.select({ at: publicComplaints.at }).from(publicComplaints).where(eq(publicComplaints.id, id))
  return row
}

/** What is public of a case now, to be sealed before it is taken down. */
export async function findPublicFace(db: Db, caseId: string) {
  const [row] = await db
    .select({ title: cases.title, addressZh: cases.addressZh, words: cases.words, isPublic: cases.isPublic })
    .from(cases)
    .where(eq(cases.id, caseId))
  return row
}

type Decided = { readonly id: string; readonly note: string; readonly by: string; readonly at: Date }

export async function recordKept(db: Db, send: Send, { id, note, by, at }: Decided) {
  const kept = db.$with('kept').as(
    db
      .update(publicComplaints)
      .set({ decision: 'kept', note, decidedBy: by, decidedAt: at })
      .where(and(eq(publicComplaints.id, id), isNull(publicComplaints.decision)))
      .returning({ id: publicComplaints.id }),
  )
  const [done] = await db
    .with(kept, sendFrom(db, send, id, at, kept))
    .select({ id: kept.id })
    .from(kept)
  return done
}

type Down = Decided & {
  readonly caseId: string
  readonly number: string
  readonly takedownId: string
  readonly copy: { readonly alg: string; readonly keyId: string; readonly sealed: string }
}

/** The case leaves the public, its copy is sealed, every open complaint about it is answered and its reporter told, in one statement. */
export async function recordTakedown(db: Db, send: Send, down: Down) {
  const { id, caseId, number, takedownId, copy, note, by, at } = down
  const moment = sql`${at.toISOString()}::timestamptz`
  const one = { id: sql<string>`id`.as('id') }
  const decided = db.$with('decided', one).as(sql`
    update ${publicComplaints} c set decision = 'taken_down', note = ${note}, decided_by = ${by}, decided_at = ${moment}
    where c.case_id = ${caseId} and c.decision is null and c.person_id <> ${by}
      and exists (select 1 from ${publicComplaints} o where o.id = ${id} and o.decision is null) returning c.id`)
  const hidden = db.$with('hidden', one).as(sql`
    update ${cases} c set is_public = false where c.id = ${caseId} and exists (select 1 from ${decided}) returning c.id`)
  const sealedRow = db.$with('sealed_row', one).as(sql`
    insert into ${takedowns} (id, case_id, complaint_id, alg, key_id, sealed, note, by, at)
    select ${takedownId}, h.id, ${id}, ${copy.alg}, ${copy.keyId}, ${copy.sealed}, ${note}, ${by}, ${moment} from ${hidden} h
    returning id`)
  const told = db.$with('told', one).as(sql`
    insert into ${notices} (id, person_id, cause, title, text, link, at)
    select md5('takedown:' || h.id || ':' || f.person_id || ${takedownId}::text), f.person_id, 'takedown:' || ${takedownId}::text,
      '不再公开', ${`${number} 收到投诉，核实后不再公开：${note}。办理不受影响`}, '/pages/cases/progress?id=' || h.id, ${moment}
    from ${hidden} h join ${caseFollowers} f on f.case_id = h.id and f.relation = 'reporter' returning id`)
  const sent = sendFrom(db, send, id, at, hidden)
  const [done] = await db.with(decided, hidden, sealedRow, told, sent).select({ id: hidden.id }).from(hidden)
  return done
}
