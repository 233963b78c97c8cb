import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { diceOf } from '../../functions/seed/dice'
import { freshPostgres } from '../kit/databases'
import { type Fault, type FaultProxy, faultProxy } from '../kit/fault-proxy'
import { openServer, type Server, sleep } from '../kit/server'
import { check } from './checker'
import { isAcknowledged, oddities } from './history'
import { type Loads, openLoads, recovery, run, SECRET } from './world'

/** What goes wrong between the server and its PostgreSQL, under load. The seed is the name; another one may be given. */
const SEED = process.env.FAULT_SEED ?? 'network'

describe.skipIf(inject('postgres') === '')(`faults before PostgreSQL, seed ${SEED}`, () => {
  let loads: Loads
  let proxy: FaultProxy
  let server: Server
  beforeAll(async () => {
    const postgres = await freshPostgres()
    if (!postgres) throw new Error('no PostgreSQL')
    loads = await openLoads(postgres)
    proxy = await faultProxy(postgres.url, diceOf(SEED))
    server = await openServer({ DATABASE_URL: proxy.url, SECRET })
  })
  afterAll(async () => {
    await server.close()
    await proxy.close()
    await loads.close()
  })

  /** The fault for a while under load; then it is gone, and everybody who has no answer yet goes on asking. */
  async function suffer(fault: Fault, ms: number) {
    const acts = await loads.aLoad()
    proxy.set(fault)
    let isOver = false
    const running = run(server.base, acts, () => isOver)
    await Promise.race([running, sleep(ms)])
    const hits = proxy.hits()
    proxy.set('none')
    const seconds = await recovery(server.base, await loads.aReport(loads.cast.zhou))
    const giveUp = setTimeout(() => (isOver = true), 20_000)
    const history = await running
    clearTimeout(giveUp)
    await loads.sweep()
    return { history, hits, seconds, wrong: await check(loads.db, history) }
  }

  test.each([
    ['commit_reply', 8_000],
    ['before_commit', 8_000],
    ['cut', 8_000],
    ['slow', 4_000],
    ['black_hole', 4_000],
    ['refused', 3_000],
  ] as const)(
    '%s: what was acknowledged is there, once; nothing is half; it recovers by itself',
    async (fault, ms) => {
      const { history, hits, seconds, wrong } = await suffer(fault, ms)
      const tries = history.reduce((sum, { statuses }) => sum + statuses.length, 0)
      process.stdout.write(
        `${fault}: struck ${hits}, ${tries} tries of ${history.length}, back after ${seconds.toFixed(1)} s
`,
      )
      expect(wrong).toEqual([])
      expect(oddities(history)).toEqual([])
      expect(history.filter(isAcknowledged).length).toBeGreaterThan(history.length / 2)
      if (fault !== 'black_hole' && fault !== 'refused') expect(hits).toBeGreaterThan(3)
      if (fault !== 'slow') expect(tries).toBeGreaterThan(history.length)
      expect(seconds).toBeLessThan(15)
      expect(server.isAlive()).toBe(true)
    },
    120_000,
  )
})
