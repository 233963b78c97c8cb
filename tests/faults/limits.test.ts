import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { Pool } from 'pg'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openPostgres } from '../../functions/db/postgres'
import { rowsOf } from '../../functions/db/raw'
import { own, ownPostgres } from '../kit/postgres-server'
import { openServer, type Server, sleep } from '../kit/server'
import { check } from './checker'
import { isAcknowledged, knock, oddities } from './history'
import { type Loads, openLoads, recovery, run, SECRET } from './world'

/** What runs out or runs wrong: connections, the clock, the disk. */
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

describe.skipIf(postgres === null)('limits', () => {
  let url = postgres?.url ?? ''
  let loads: Loads
  let server: Server
  beforeAll(async () => {
    if (disk) {
      own(disk)
      const admin = new Pool({ connectionString: url, max: 1 })
      await admin.query(`create tablespace small location '${disk}'`)
      await admin.query('create database on_small tablespace small')
      await admin.end()
      url = url.replace(/\/[^/]*$/, '/on_small')
    }
    loads = await openLoads(await openPostgres(url, 'schema/migrations'))
    server = await openServer({ DATABASE_URL: url, SECRET })
  })
  afterAll(async () => {
    await server.close()
    await loads.close()
  })
  afterEach(() => expect(server.isAlive()).toBe(true))

  const get = (base: string, path: string, token = '') =>
    fetch(base + path, { headers: token === '' ? {} : { authorization: `Bearer ${token}` } })

  test('three hundred at once while the table of keys is locked: 200, 429 or 503, the pulse beats on, then all goes through', async () => {
    const acts = [
      ...(await loads.aLoad()),
      ...(await loads.aLoad()),
      ...(await loads.aLoad()),
      ...(await loads.aLoad()),
    ]
    const admin = new Pool({ connectionString: url, max: 1 })
    const holder = await admin.connect()
    await holder.query('begin; lock table sends in exclusive mode')
    const beats: number[] = []
    let isOver = false
    const pulse = (async () => {
      while (!isOver) {
        const from = performance.now()
        await get(server.base, '/healthz')
        beats.push(performance.now() - from)
        await sleep(50)
      }
    })()
    const reads = Array.from({ length: 190 }, (_, i) =>
      get(server.base, i % 2 ? '/api/public/cases' : '/api/my-cases', loads.crowd[i % loads.crowd.length]?.token),
    )
    const first = Promise.all(acts.map((act) => knock(server.base, act)))
    const statuses = (await Promise.all(reads)).map(({ status }) => status)
    const heard = (await first).map(({ status }) => status)
    isOver = true
    await pulse
    expect([...statuses, ...heard].filter((status) => ![200, 429, 503].includes(status))).toEqual([])
    expect(heard).toContain(503)
    expect(beats.sort((a, b) => a - b)[Math.floor(beats.length * 0.95)]).toBeLessThan(1_500)
    await holder.query('rollback')
    holder.release()
    await admin.end()
    const history = await run(server.base, acts, () => false)
    await loads.sweep()
    expect(await check(loads.db, history)).toEqual([])
    expect(oddities(history)).toEqual([])
    expect(history.filter(isAcknowledged).length).toBeGreaterThan(history.length / 2)
  }, 120_000)

  test.each([
    ['a day ahead', 86_400_000],
    ['two hours behind', -7_200_000],
  ])(
    'a server whose clock is %s goes by the database: sessions hold, keys hold, nothing is written in another time',
    async (_name, skewMs) => {
      const skew = `const D=Date;globalThis.Date=class extends D{constructor(...a){a.length?super(...a):super(D.now()+${skewMs})}static now(){return D.now()+${skewMs}}}`
      const other = await openServer({
        ...{ DATABASE_URL: url, SECRET, NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(skew)}` },
      })
      const acts = await loads.aLoad()
      const [here, there] = await Promise.all([run(server.base, acts, () => false), run(other.base, acts, () => false)])
      const wrong = await check(loads.db, [...here, ...there])
      const late = await rowsOf(
        loads.db,
        sql`select s.op, s.at from sends s where s.key in ${acts.map(({ key }) => key)} and abs(extract(epoch from s.at - now())) > 300`,
      )
      const me = await get(other.base, '/api/me', loads.cast.reviewer.token)
      await other.close()
      expect(wrong).toEqual([])
      expect(oddities([...here, ...there])).toEqual([])
      expect(late).toEqual([])
      expect(me.status).toBe(200)
    },
    120_000,
  )

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
