import { sql } from 'drizzle-orm'
import { rowsOf } from '../db/raw'
import type { Db } from '../db/types'

export type Table = { readonly name: string; readonly columns: readonly string[]; readonly order: string }

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Every table of the house with its stored columns, in the order of its primary key. */
export async function listTables(db: Db): Promise<readonly Table[]> {
  const found = await rowsOf<{ name: string; columns: string[]; keys: string[] | null }>(
    db,
    sql`select c.relname as name,
      (select json_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select json_agg(a.attname order by k.n) from pg_index i
        cross join lateral unnest(i.indkey) with ordinality as k(attnum, n)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as keys
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = 'public' order by c.relname`,
  )
  return found.map(({ name, columns, keys }) => ({
    name: quoted(name),
    columns: columns.map(quoted),
    order: (keys ?? columns).map(quoted).join(', '),
  }))
}

/** What brought the schema to where it is: a backup goes only into a house of the same level. */
export const listMigrations = async (db: Db) =>
  (
    await rowsOf<{ hash: string }>(db, sql`select hash from drizzle.__drizzle_migrations order by created_at, hash`)
  ).map(({ hash }) => hash)
