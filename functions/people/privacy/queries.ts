import { and, eq, isNull, sql } from 'drizzle-orm'
import { accountClosures } from '../../../schema/closures'
import { people } from '../../../schema/people'
import { intoAll } from '../../db/into'
import { rowsOf } from '../../db/raw'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

const isOpen = (personId: string) =>
  and(eq(accountClosures.personId, personId), isNull(accountClosures.endedAt), isNull(accountClosures.doneAt))

export async function findClosing(db: Db, personId: string) {
  const [row] = await db.select().from(accountClosures).where(isOpen(personId))
  return row
}

export async function recordName(db: Db, send: Send, personId: string, name: string, at: Date) {
  const named = db
    .$with('named')
    .as(db.update(people).set({ name }).where(eq(people.id, personId)).returning({ id: people.id }))
  await db
    .with(named, sendFrom(db, send, personId, at, named))
    .select()
    .from(named)
}

type Closing = Required<typeof accountClosures.$inferInsert>

/** Undefined where one is open already. */
export async function recordClosing(db: Db, send: Send, closing: Closing) {
  const made = db.$with('made').as(
    db
      .insert(accountClosures)
      .select(db.select(intoAll(accountClosures, closing)).from(people).where(eq(people.id, closing.personId)))
      .onConflictDoNothing()
      .returning({ id: accountClosures.id }),
  )
  const [row] = await db
    .with(made, sendFrom(db, send, closing.personId, closing.askedAt, made))
    .select()
    .from(made)
  return row
}

export async function recordKeeping(db: Db, send: Send, personId: string, at: Date) {
  const kept = db
    .$with('kept')
    .as(db.update(accountClosures).set({ endedAt: at }).where(isOpen(personId)).returning({ id: accountClosures.id }))
  const [row] = await db
    .with(kept, sendFrom(db, send, personId, at, kept))
    .select()
    .from(kept)
  return row
}

/** Columns that are a proof or a seal, not a fact about the person. */
const HIDDEN = [
  'token_hash',
  'body_hash',
  'sealed',
  'alg',
  'key_id',
  'holder_mark',
  'code_hash',
  'request_id',
  'prev_hash',
  'hash',
]

/** Every table with a column that names a person, now and in time to come. */
async function listPersonTables(db: Db) {
  const rows = await rowsOf<{ name: string }>(
    db,
    sql`select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' and a.attname = 'person_id'
    and not a.attisdropped order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** Each row that names the person, by table; what lies sealed or hashed is left out. */
export async function listEverythingOf(db: Db, personId: string) {
  const hidden = sql`${sql.param(HIDDEN)}::text[]`
  const all: Record<string, unknown[]> = {}
  for (const name of await listPersonTables(db)) {
    const rows = await rowsOf<{ row: unknown }>(
      db,
      sql`select to_jsonb(t) - ${hidden} as row from ${sql.identifier(name)} t where t.person_id = ${personId}`,
    )
    if (rows.length > 0) all[name] = rows.map(({ row }) => row)
  }
  const told = await rowsOf<{
    row: unknown
  }>(
    db,
    sql`select jsonb_build_object('report', to_jsonb(r), 'case', jsonb_build_object(
      'id', c.id, 'state', c.state, 'at', c.submitted_at)) as row from reports r
    join reporters p on p.report_id = r.id join cases c on c.id = r.case_id where p.person_id = ${personId}`,
  )
  if (told.length > 0) all.reports = told.map(({ row }) => row)
  return all
}
