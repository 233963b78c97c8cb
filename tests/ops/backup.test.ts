import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { rowsOf } from '../../functions/db/raw'
import type { Db } from '../../functions/db/types'
import { backUp } from '../../functions/tools/backup'
import { restore } from '../../functions/tools/restore'
import { listTables } from '../../functions/tools/tables'
import { openCounty } from '../cases/world'
import { freshPostgres } from '../kit/databases'
import { freshPglite } from '../kit/fresh'
import { memoryFiles } from '../kit/memory-files'

const dir = mkdtempSync(join(tmpdir(), 'backup-'))
afterAll(() => rmSync(dir, { recursive: true }))

const county = await openCounty()
await county.caseAt('closed')
await county.caseAt('processing')
const folder = join(dir, 'first')
const manifest = await backUp(county.db, county.files, folder, county.now())

/** Every row of every table as text. */
async function everything(db: Db) {
  const all: Record<string, string[]> = {}
  for (const { name, order } of await listTables(db)) {
    const rows = await rowsOf<{ line: string }>(
      db,
      sql.raw(`select to_jsonb(r)::text as line from (select * from ${name} order by ${order}) r`),
    )
    all[name] = rows.map(({ line }) => line)
  }
  return all
}

test.each(['pglite', 'postgres'] as const)('a backup comes back row for row and byte for byte in %s', async (kind) => {
  const opened = kind === 'pglite' ? await freshPglite() : await freshPostgres()
  if (!opened) return
  const files = memoryFiles()
  await restore(opened.db, files, folder)
  expect(await everything(opened.db)).toEqual(await everything(county.db))
  const keys = await rowsOf<{ key: string }>(county.db, sql`select store_key as key from files`)
  expect(keys.length).toBeGreaterThan(3)
  expect(manifest.files).toEqual({ copied: keys.length, missing: [] })
  for (const { key } of keys) expect(await files.get(key)).toEqual(await county.files.get(key))
  // The journals are guarded again, and what the keys held together they hold.
  await expect(opened.db.execute(sql`delete from case_events`)).rejects.toThrow()
  await expect(opened.db.execute(sql`delete from people`)).rejects.toThrow()
  const [loose] = await rowsOf<{ n: number }>(
    opened.db,
    sql`select count(*)::int as n from pg_constraint where contype = 'f' and condeferrable`,
  )
  expect(loose?.n).toBe(0)
  await opened.close()
})

test('a house that is lived in is never overwritten', async () => {
  await expect(restore(county.db, county.files, folder)).rejects.toThrow('目标数据库不是空的')
})

test('a folder without its manifest, a torn table and another level are refused, and nothing stays behind', async () => {
  const fresh = await freshPglite()
  await expect(restore(fresh.db, memoryFiles(), dir)).rejects.toThrow('不是完整的备份')
  const torn = join(dir, 'torn')
  await backUp(county.db, county.files, torn, county.now())
  const path = join(torn, 'tables/case_events.ndjson.gz')
  const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split('\n')
  writeFileSync(path, gzipSync(`${lines.slice(1).join('\n')}\n`))
  await expect(restore(fresh.db, memoryFiles(), torn)).rejects.toThrow('损坏了')
  expect(await rowsOf(fresh.db, sql`select 1 from people`)).toEqual([])
  const other = { ...manifest, migrations: manifest.migrations.slice(1) }
  writeFileSync(join(torn, 'manifest.json'), JSON.stringify(other))
  await expect(restore(fresh.db, memoryFiles(), torn)).rejects.toThrow('请用备份时的版本恢复')
  await fresh.close()
})

test('a backup never goes into a folder that is there', async () => {
  await expect(backUp(county.db, county.files, folder, county.now())).rejects.toThrow('已存在')
})
