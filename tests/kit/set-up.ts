import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openPglite } from '../../functions/db/pglite'
import { startPostgres } from './postgres-server'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the dumped data directory of an empty migrated database. */
    dump: string
    /** A real PostgreSQL whose databases tests may make and drop; empty where the machine has none. */
    postgres: string
  }
}

/** Migrates one embedded database, dumps it, and hands the dump to every test file: opening a copy costs a second, migrating many. */
export async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'wenming-test-'))
  const { client, close } = await openPglite(null, 'schema/migrations')
  const dump = join(folder, 'dump.tar')
  writeFileSync(dump, new Uint8Array(await (await client.dumpDataDir('none')).arrayBuffer()))
  await close()
  project.provide('dump', dump)
  const server = await startPostgres()
  project.provide('postgres', server?.url ?? '')
  if (!server)
    process.stdout.write('no PostgreSQL ≥ 15 here: the tests that want a real server run on the embedded one\n')
  return () => {
    server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
