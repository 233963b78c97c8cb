import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { afterAll, expect, test } from 'vitest'
import { openPglite } from '../../functions/db/pglite'
import { verifyAudit } from '../../functions/tools/verify-audit'
import { freshPglite } from '../kit/fresh'
import { type Release, recordRelease, type Said } from './release-story'

/**
 * 不停机升级: the new program migrates while the old one still works. What an earlier release said to its database is on record; it is said
 * again, half on that release's schema and half on today's. Recorded anew at each release: RECORD_RELEASE=<name> npx vitest … this file.
 */
const FIXTURE = 'tests/ops/release.json.gz'
const MIGRATIONS = 'schema/migrations'
type Journal = { entries: { tag: string }[] }
const journal = JSON.parse(readFileSync(`${MIGRATIONS}/meta/_journal.json`, 'utf8')) as Journal

const named = process.env.RECORD_RELEASE
if (named) {
  const opened = await freshPglite()
  const release: Release = { release: named, migrations: journal.entries.length, ...(await recordRelease(opened)) }
  writeFileSync(FIXTURE, gzipSync(JSON.stringify(release), { level: 9 }))
  await opened.close()
}
const { release, migrations, before, after } = JSON.parse(gunzipSync(readFileSync(FIXTURE)).toString()) as Release

/** The migrations as they were when the release went out. */
const folder = mkdtempSync(join(tmpdir(), 'wenming-release-'))
cpSync(MIGRATIONS, folder, { recursive: true })
writeFileSync(
  join(folder, 'meta/_journal.json'),
  JSON.stringify({ ...journal, entries: journal.entries.slice(0, migrations) }),
)
afterAll(() => rmSync(folder, { recursive: true }))

const readable = (text: string) => `${text.slice(0, 160)} …`

async function say(client: PGlite, all: readonly Said[]) {
  for (const [text, params, changed, given] of all) {
    const done = await client.query(text, [...params]).catch((err: Error) => {
      throw new Error(`${err.message}: ${readable(text)}`)
    })
    expect([done.affectedRows ?? 0, done.rows.length], readable(text)).toEqual([changed, given])
  }
}

test(`the program of ${release} (migration ${migrations}) goes on working while the schema under it becomes today’s`, async () => {
  const { client, close } = await openPglite(null, folder)
  const level = async () => (await client.query('select 1 from drizzle.__drizzle_migrations')).rows.length
  expect(await level()).toBe(migrations)
  await say(client, before)
  await migrate(drizzle({ client, casing: 'snake_case' }), { migrationsFolder: MIGRATIONS })
  expect(await level()).toBe(journal.entries.length)
  await say(client, after)
  // What the old program wrote on the new schema is whole by the new program's measure as well.
  expect(await verifyAudit(drizzle({ client, casing: 'snake_case' }))).toContain('审计链完好')
  await close()
})

/** What the old program would stumble over, or what would hold up everybody while it runs. */
const BREAKS =
  /drop (table|column|schema)|rename (to|column)|set data type|alter column "?\w+"? (type|set not null)|add column (?![^;]*default)[^;]*not null/i

test('no migration after it takes away, renames or narrows what the old program uses', () => {
  const wrong = journal.entries.slice(migrations).flatMap(({ tag }) =>
    readFileSync(`${MIGRATIONS}/${tag}.sql`, 'utf8')
      .split('--> statement-breakpoint')
      .filter((statement) => BREAKS.test(statement.replace(/--.*$/gm, '')))
      .map((statement) => `${tag}: ${statement.trim().slice(0, 120)}`),
  )
  expect(wrong).toEqual([])
})
