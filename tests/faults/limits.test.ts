import { sql } from 'drizzle-orm'
import { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../functions/db/raw'
import { ownPostgres } from '../kit/postgres-server'
import { openServer, type Server, sleep } from '../kit/server'
import { check } from './checker'
import { get, isAcknowledged, knock, oddities } from './history'
import { type Loads, openSite, run, SECRET } from './world'

/** What runs out or runs wrong: connections and the clock. */
const postgres = await ownPostgres()
afterAll(() => postgres?.stop())

describe.skipIf(postgres === null)('limits', () => {
  const url = postgres?.url ?? ''
  let loads: Loads
  let server: Server
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ loads, server, close } = await openSite(url))
  })
  afterAll(() => close())
  afterEach(() => expect(server.isAlive()).toBe(true))

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
    let [beats, isOver] = [0, false]
    const pulse = (async () => {
      for (; !isOver; beats++) {
        expect((await get(server.base, '/healthz')).status).toBe(200)
        await sleep(50)
      }
    })()
    try {
      const reads = Array.from({ length: 190 }, (_, i) =>
        get(server.base, i % 2 ? '/api/public/cases' : '/api/my-cases', loads.crowd[i % loads.crowd.length]?.token),
      )
      // A phone's own patience is not what is tried here.
      const first = Promise.all(acts.map((act) => knock(server.base, act, 90_000)))
      const statuses = (await Promise.all(reads)).map(({ status }) => status)
      const heard = (await first).map(({ status }) => status)
      expect([...statuses, ...heard].filter((status) => ![200, 429, 503].includes(status))).toEqual([])
      expect(heard).toContain(503)
    } finally {
      isOver = true
      await holder.query('rollback')
      holder.release()
      await admin.end()
    }
    await pulse
    expect(beats).toBeGreaterThan(0)
    const history = await run(server.base, acts, () => false)
    await loads.sweep()
    expect(await check(loads.db, history)).toEqual([])
    expect(oddities(history)).toEqual([])
    expect(history.filter(isAcknowledged).length).toBeGreaterThan(history.length / 2)
  }, 240_000)

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
})
