import { and, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { auditLog } from '../../schema/audit'
import { files } from '../../schema/files'
import { notices } from '../../schema/notices'
import { sends, sessions } from '../../schema/people'
import { wechatPushes } from '../../schema/wechat'
import type { RetentionKind } from '../../shared/people/retention'
import { rowsOf } from '../db/raw'
import type { Db } from '../db/types'

type Aged = { readonly table: PgTable; readonly id: PgColumn; readonly at: PgColumn; readonly also?: SQL | undefined }

const AGED: Record<Exclude<RetentionKind, 'uploads' | 'audit'>, Aged> = {
  sessions: { table: sessions, id: sessions.tokenHash, at: sessions.expiresAt },
  sends: { table: sends, id: sends.key, at: sends.at },
  pushes: { table: wechatPushes, id: wechatPushes.id, at: wechatPushes.at },
  notices: { table: notices, id: notices.id, at: notices.at, also: isNotNull(notices.readAt) },
}

/** The oldest rows beyond the period, so many at once; how many went. */
export async function removeAged(db: Db, kind: keyof typeof AGED, before: Date, size: number) {
  const { table, id, at, also } = AGED[kind]
  const old = db
    .select({ id })
    .from(table)
    .where(and(lt(at, before), also))
    .orderBy(at)
    .limit(size)
  const gone = await db
    .delete(table)
    .where(and(inArray(id, old), lt(at, before)))
    .returning({ id })
  return gone.length
}

/** From the beginning of the chain only: what is left still follows, and the kept head of the day holds its start. */
export async function removeAgedAudit(db: Db, before: Date, size: number) {
  const old = db
    .select({ seq: auditLog.seq })
    .from(auditLog)
    .where(lt(auditLog.at, before))
    .orderBy(auditLog.seq)
    .limit(size)
  const gone = await db.delete(auditLog).where(inArray(auditLog.seq, old)).returning({ seq: auditLog.seq })
  return gone.length
}

type Bond = { readonly table: string; readonly column: string }

/** Every column of the house that holds a photo: asked of the database, so that none is ever forgotten. */
async function listBonds(db: Db) {
  const rows = await rowsOf<Bond>(
    db,
    sql`select quote_ident(c.relname) as "table", quote_ident(a.attname) as "column"
    from pg_constraint f join pg_class c on c.oid = f.conrelid
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    where f.contype = 'f' and f.confrelid = 'files'::regclass`,
  )
  return rows
}

/** Photos that were sent and never used: their rows first, so that a broken sweep leaves bytes nobody can reach. */
export async function removeUnused(db: Db, before: Date, size: number) {
  const bonds = await listBonds(db)
  const unused = bonds.map(
    ({ table, column }) => sql`not exists (select 1 from ${sql.raw(table)} x where x.${sql.raw(column)} = ${files.id})`,
  )
  const old = db
    .select({ id: files.id })
    .from(files)
    .where(and(lt(files.createdAt, before), ...unused))
    .limit(size)
  return db
    .delete(files)
    .where(inArray(files.id, old))
    .returning({ storeKey: files.storeKey, thumbKey: files.thumbKey })
}
