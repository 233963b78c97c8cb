import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openPglite } from '../../functions/db/pglite'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the dumped data directory of an empty migrated database. */
    dump: string
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
  return () => rmSync(folder, { recursive: true, force: true })
}
