import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { sql } from 'drizzle-orm'
import * as z from 'zod'
import { rowsOf } from '../db/raw'
import type { Db } from '../db/types'
import { withTx } from '../db/with-tx'
import type { FileStore } from '../http/deps'
import { fileOf, type Manifest } from './backup'
import { listMigrations, listTables, type Table } from './tables'

const BATCH = 500

const ReadManifest = z.object({
  format: z.literal(1),
  at: z.string(),
  migrations: z.array(z.string()),
  tables: z.record(z.string(), z.object({ rows: z.number(), sha256: z.string() })),
  files: z.object({ copied: z.number(), missing: z.array(z.string()) }),
})

export function readManifest(folder: string): Manifest {
  const path = join(folder, 'manifest.json')
  if (!existsSync(path)) throw new Error(`${folder} 里没有 manifest.json，不是完整的备份`)
  const read = ReadManifest.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path} 读不懂，可能是别的版本写的`)
  return read.data
}

/**
 * Brings a backup into an empty house of the same level: all rows in one transaction, or none. Triggers rest meanwhile, so that a journal
 * keeps its own hashes; every other constraint is checked, and each table's content against the manifest.
 */
export async function restore(db: Db, files: FileStore, folder: string): Promise<Manifest> {
  const manifest = readManifest(folder)
  await assertFits(db, manifest)
  await withTx(db, async (tx) => {
    const tables = await listTables(tx)
    const bonds = await loosen(tx, tables)
    await tx.execute(sql.raw(`truncate ${tables.map(({ name }) => name).join(', ')}`))
    for (const table of tables) await fill(tx, table, folder, manifest)
    await tx.execute(sql.raw('set constraints all immediate'))
    await fasten(tx, tables, bonds)
  })
  // Bytes without a row reach nobody; a row without bytes would be a broken photo: so bytes come last only if rows are in.
  const from = join(folder, 'files')
  for (const path of existsSync(from) ? listFiles(from) : []) {
    await files.put(relative(from, path), new Uint8Array(readFileSync(path)), 'application/octet-stream')
  }
  return manifest
}

async function assertFits(db: Db, { migrations }: Manifest) {
  const [people] = await rowsOf<{ n: number }>(db, sql`select count(*)::int as n from people`)
  if (people?.n !== 0)
    throw new Error('目标数据库不是空的。请恢复到一个新建的库（或新的 DATA_DIR），并且先不要启动服务')
  const own = await listMigrations(db)
  if (own.join() !== migrations.join())
    throw new Error(`备份停在第 ${migrations.length} 次迁移，程序是第 ${own.length} 次。请用备份时的版本恢复，再升级`)
}

type Bond = { readonly table: string; readonly name: string }

/** Foreign keys wait for the end, the house's own triggers rest. */
async function loosen(db: Db, tables: readonly Table[]) {
  const bonds = await rowsOf<Bond>(
    db,
    sql`select quote_ident(c.relname) as "table", quote_ident(f.conname) as name from pg_constraint f
      join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
      where f.contype = 'f' and n.nspname = 'public' and not f.condeferrable`,
  )
  for (const { table, name } of bonds)
    await db.execute(sql.raw(`alter table ${table} alter constraint ${name} deferrable initially deferred`))
  for (const { name } of tables) await db.execute(sql.raw(`alter table ${name} disable trigger user`))
  return bonds
}

async function fasten(db: Db, tables: readonly Table[], bonds: readonly Bond[]) {
  for (const { name } of tables) await db.execute(sql.raw(`alter table ${name} enable trigger user`))
  for (const { table, name } of bonds)
    await db.execute(sql.raw(`alter table ${table} alter constraint ${name} not deferrable`))
}

async function fill(db: Db, table: Table, folder: string, { tables }: Manifest) {
  const wanted = tables[table.name]
  if (!wanted) throw new Error(`备份里没有表 ${table.name}`)
  const hash = createHash('sha256')
  let rows = 0
  let batch: string[] = []
  const path = join(folder, 'tables', fileOf(table))
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()), crlfDelay: 0 })) {
    hash.update(`${line}\n`)
    rows++
    batch.push(line)
    if (batch.length === BATCH) {
      await insert(db, table, batch)
      batch = []
    }
  }
  if (batch.length > 0) await insert(db, table, batch)
  if (rows !== wanted.rows || hash.digest('hex') !== wanted.sha256) throw new Error(`备份里的表 ${table.name} 损坏了`)
}

const insert = (db: Db, { name, columns }: Table, lines: readonly string[]) => {
  const list = sql.raw(columns.join(', '))
  return db.execute(sql`insert into ${sql.raw(name)} (${list})
    select ${list} from jsonb_populate_recordset(null::${sql.raw(name)}, ${`[${lines.join(',')}]`}::jsonb)`)
}

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
