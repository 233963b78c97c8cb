import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { openPglite } from '../../functions/db/pglite'

const folder = mkdtempSync(join(tmpdir(), 'wenming-data-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const open = () => openPglite(join(folder, 'pg'), 'schema/migrations')

test('what was written is there after a restart, and migrating again changes nothing', async () => {
  const first = await open()
  await first.db.execute(sql`insert into job_marks (name, at) values ('kept', now())`)
  await first.close()
  const second = await open()
  const { rows } = (await second.db.execute(sql`select name from job_marks`)) as unknown as { rows: object[] }
  expect(rows).toEqual([{ name: 'kept' }])
  await second.close()
}, 120_000)

test('a folder in use by another server is refused in words: two would lose rows without a word', async () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
  writeFileSync(join(folder, 'pg.lock'), String(other.pid))
  await expect(open()).rejects.toThrow('正被另一个进程')
  other.kill('SIGKILL')
  await new Promise((gone) => other.once('exit', gone))
  const mine = await open()
  await mine.close()
}, 120_000)
