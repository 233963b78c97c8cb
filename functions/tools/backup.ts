import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createGzip } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { rowsOf } from '../db/raw'
import type { Db } from '../db/types'
import { withTx } from '../db/with-tx'
import type { FileStore } from '../http/deps'
import { listMigrations, listTables, type Table } from './tables'

const BATCH = 1_000

export type Manifest = {
  readonly format: 1
  readonly at: string
  readonly migrations: readonly string[]
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>
  /** Files that were copied, and those whose row is there but whose bytes are not. */
  readonly files: { readonly copied: number; readonly missing: readonly string[] }
}

/**
 * Writes everything of a house into a new folder: each table as gzipped lines of JSON, each stored file under its key, and a manifest last,
 * so that a folder without one is no backup. One snapshot: what changes meanwhile is not in it.
 */
export async function backUp(db: Db, files: FileStore, folder: string, at: Date): Promise<Manifest> {
  if (existsSync(folder)) throw new Error(`${folder} 已存在，请换一个新的目录`)
  mkdirSync(join(folder, 'tables'), { recursive: true })
  const { migrations, tables, keys } = await withTx(
    db,
    async (tx) => {
      const written: Record<string, { rows: number; sha256: string }> = {}
      for (const table of await listTables(tx)) {
        written[table.name] = await writeTable(tx, table, join(folder, 'tables', fileOf(table)))
      }
      return { migrations: await listMigrations(tx), tables: written, keys: await listKeys(tx) }
    },
    'snapshot',
  )
  const manifest: Manifest = {
    format: 1,
    at: at.toISOString(),
    migrations,
    tables,
    files: await copyFiles(files, keys, join(folder, 'files')),
  }
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

export const fileOf = ({ name }: Pick<Table, 'name'>) => `${name.replaceAll('"', '')}.ndjson.gz`

/** Text as Postgres prints it: no number passes through a double, no moment loses its microseconds. */
async function writeTable(db: Db, { name, columns, order }: Table, path: string) {
  const hash = createHash('sha256')
  const gzip = createGzip()
  const done = gzip.pipe(createWriteStream(path))
  let rows = 0
  await db.execute(
    sql.raw(`declare backup_rows no scroll cursor for
    select to_jsonb(r)::text as line from (select ${columns.join(', ')} from ${name} order by ${order}) r`),
  )
  for (;;) {
    const batch = await rowsOf<{ line: string }>(db, sql.raw(`fetch ${BATCH} from backup_rows`))
    if (batch.length === 0) break
    rows += batch.length
    const text = batch.map(({ line }) => `${line}\n`).join('')
    hash.update(text)
    if (!gzip.write(text)) await once(gzip, 'drain')
  }
  await db.execute(sql.raw('close backup_rows'))
  gzip.end()
  await once(done, 'close')
  return { rows, sha256: hash.digest('hex') }
}

const listKeys = async (db: Db) =>
  (
    await rowsOf<{ key: string }>(
      db,
      sql`select store_key as key from files union select thumb_key from files where thumb_key is not null`,
    )
  ).map(({ key }) => key)

async function copyFiles(files: FileStore, keys: readonly string[], folder: string) {
  const missing: string[] = []
  for (const key of keys) {
    const bytes = await files.get(key)
    if (bytes === null) {
      missing.push(key)
      continue
    }
    const path = join(folder, key)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
  return { copied: keys.length - missing.length, missing }
}
