import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { dataDir as freshDataDir } from '@electric-sql/pglite-prepopulatedfs'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { OpenDb } from './types'

const extensions = { btree_gist }
type Disk = Blob | File

/** The embedded database in a folder (or in memory), migrated. One process at a time: two would lose rows without a word. */
export async function openPglite(
  dir: string | null,
  migrationsFolder: string,
  loadDataDir?: Disk,
): Promise<OpenDb & { client: PGlite }> {
  const unlock = dir === null ? () => {} : lock(`${dir}.lock`)
  const client =
    dir === null
      ? await PGlite.create({ extensions, loadDataDir: loadDataDir ?? (await freshDataDir()) })
      : await openFolder(dir)
  const db = drizzle({ client, casing: 'snake_case' })
  if (loadDataDir === undefined) await migrate(db, { migrationsFolder })
  const close = async () => {
    await client.close()
    unlock()
  }
  return { db, client, close }
}

/** A first start unpacks a ready-made cluster beside the folder and renames it, so a crash leaves nothing half made. */
async function openFolder(dir: string) {
  if (!existsSync(`${dir}/PG_VERSION`)) {
    const fresh = `${dir}.fresh`
    rmSync(fresh, { recursive: true, force: true })
    rmSync(dir, { recursive: true, force: true })
    const seed = await PGlite.create({ dataDir: fresh, loadDataDir: await freshDataDir() })
    await seed.close()
    renameSync(fresh, dir)
  }
  return PGlite.create({ dataDir: dir, extensions })
}

function lock(path: string) {
  mkdirSync(dirname(path), { recursive: true })
  const owner = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
  if (owner > 0 && owner !== process.pid && isAlive(owner)) {
    throw new Error(`数据目录正被另一个进程（${owner}）使用：${path}。请先停掉它。`)
  }
  writeFileSync(path, String(process.pid))
  return () => rmSync(path, { force: true })
}

/** Alive, and a Node process: after a crash the number may have gone to something else. */
function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync(commandLine) || /node/.test(readFileSync(commandLine, 'utf8'))
}
