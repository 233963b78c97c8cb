import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { Pool } from 'pg'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../functions/db/raw'
import { own, ownPostgres } from '../kit/postgres-server'
import { openServer, type Server, sleep } from '../kit/server'
import { check } from './checker'
import { get, oddities } from './history'
import { type Loads, openSite, recovery, run, SECRET } from './world'

/** The disk runs full, of the database and of the photos. */
const postgres = await ownPostgres()
const folders: { path: string; isMounted: boolean }[] = []
afterAll(() => {
  for (const { path, isMounted } of folders) {
    if (isMounted) execFileSync('umount', ['-l', path])
    rmSync(path, { recursive: true, force: true })
  }
})
afterAll(() => postgres?.stop())

/** A disk of so many MB; null where this machine lets nobody mount one. */
function smallDisk(mb: number) {
  const path = mkdtempSync(join(tmpdir(), 'wenming-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mb}m`, 'tmpfs', path], { stdio: 'ignore' })
    folders.push({ path, isMounted: true })
    return path
  } catch {
    folders.push({ path, isMounted: false })
    return null
  }
}
const disk = postgres && smallDisk(96)
const photoDisk = smallDisk(4)
if (!disk) process.stdout.write('no disk may be mounted here: what a full disk does is not tested\n')

/** Takes all the room that is left; gives it back when called. */
function fill(folder: string) {
  const ballast = join(folder, 'ballast')
  const grow = (size: number) => {
    try {
      writeFileSync(ballast, new Uint8Array(size), { flag: 'a' })
      return true
    } catch {
      return false
    }
  }
  for (const size of [1 << 20, 1 << 12]) while (grow(size));
  return () => rmSync(ballast)
}

describe.skipIf(postgres === null)('disks', () => {
  let url = postgres?.url ?? ''
  let loads: Loads
  let server: Server
  let close: () => Promise<void>
  beforeAll(async () => {
    if (disk) {
      own(disk)
      const admin = new Pool({ connectionString: url, max: 1 })
      await admin.query(`create tablespace small location '${disk}'`)
      await admin.query('create database on_small tablespace small')
      await admin.end()
      url = url.replace(/\/[^/]*$/, '/on_small')
    }
    ;({ loads, server, close } = await openSite(url))
  })
  afterAll(() => close())
  afterEach(() => expect(server.isAlive()).toBe(true))

  test.skipIf(disk === null)(
    'the disk of PostgreSQL is full: 503, no half state, reads go on; with room again it writes by itself',
    async () => {
      const acts = [...(await loads.aLoad()), ...(await loads.aLoad())]
      const empty = fill(disk ?? '')
      let isOver = false
      const running = run(server.base, acts, () => isOver)
      await sleep(4_000)
      expect((await get(server.base, '/api/public/cases')).status).toBe(200)
      expect(await check(loads.db, [])).toEqual([])
      empty()
      const seconds = await recovery(server.base, await loads.aReport(loads.cast.zhou))
      const giveUp = setTimeout(() => (isOver = true), 20_000)
      const history = await running
      clearTimeout(giveUp)
      await loads.sweep()
      expect(await check(loads.db, history)).toEqual([])
      expect(oddities(history)).toEqual([])
      expect(history.some(({ statuses }) => statuses.includes(503))).toBe(true)
      expect(seconds).toBeLessThan(15)
    },
    120_000,
  )

  test.skipIf(photoDisk === null)(
    'the disk of the photos is full: 503 with a sentence, nothing half lies there; with room again the same photo goes in',
    async () => {
      const other = await openServer({ DATABASE_URL: url, SECRET, DATA_DIR: photoDisk ?? '' })
      const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
      const photo = await sharp({ create: { width: 700, height: 700, channels: 3, background: '#888', noise } })
        .jpeg({ quality: 95 })
        .toBuffer()
      const upload = async (key: string) => {
        const form = new FormData()
        form.set('key', key)
        form.set('file', new Blob([new Uint8Array(photo)]), 'a.jpg')
        const headers = { authorization: `Bearer ${loads.cast.lin.token}` }
        const res = await fetch(`${other.base}/api/files`, { method: 'POST', body: form, headers })
        return { status: res.status, after: res.headers.get('retry-after'), ...((await res.json()) as object) }
      }
      const stored = () => readdirSync(join(photoDisk ?? '', 'files'), { recursive: true, encoding: 'utf8' })
      expect(await upload(crypto.randomUUID())).toMatchObject({ status: 200 })
      const before = stored()
      const empty = fill(photoDisk ?? '')
      const key = crypto.randomUUID()
      expect(await upload(key)).toMatchObject({
        status: 503,
        refused: 'unavailable',
        zh: expect.stringContaining('照片'),
        after: '2',
      })
      expect(stored().filter((path) => statSync(join(photoDisk ?? '', 'files', path)).isFile())).toEqual(
        before.filter((path) => statSync(join(photoDisk ?? '', 'files', path)).isFile()),
      )
      empty()
      expect(await upload(key)).toMatchObject({ status: 200 })
      expect(await upload(key)).toMatchObject({ status: 200 })
      const rows = await rowsOf<{ store_key: string; size_bytes: number }>(
        loads.db,
        sql`select store_key, size_bytes from files where owner_id = ${loads.cast.lin.id} and size_bytes > 100000`,
      )
      expect(rows).toHaveLength(2)
      for (const { store_key, size_bytes } of rows)
        expect(statSync(join(photoDisk ?? '', 'files', store_key)).size).toBe(size_bytes)
      await other.close()
    },
    120_000,
  )
})
