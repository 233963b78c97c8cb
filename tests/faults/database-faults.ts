import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Dice, diceOf } from '../../functions/seed/dice'
import { freshPostgres } from '../kit/databases'
import type { Fault, FaultProxy } from '../kit/fault-proxy'
import { type Server, sleep } from '../kit/server'
import { check } from './checker'
import { isAcknowledged, oddities } from './history'
import { type Loads, openLoads, recovery, run } from './world'

/** A server behind a proxy before this database. */
type Opened = { readonly proxy: FaultProxy; readonly server: Server; readonly close?: () => Promise<void> }

/** What goes wrong between a server and its database, under load, told the same of every driver. */
export function tellFaults(seed: string, open: (url: string, dice: Dice) => Promise<Opened>) {
  let loads: Loads
  let opened: Opened
  beforeAll(async () => {
    const postgres = await freshPostgres()
    if (!postgres) throw new Error('no PostgreSQL')
    loads = await openLoads(postgres)
    opened = await open(postgres.url, diceOf(seed))
  })
  afterAll(async () => {
    await opened.server.close()
    await opened.proxy.close()
    await opened.close?.()
    await loads.close()
  })

  /** The fault for a while under load; then it is gone, and everybody who has no answer yet goes on asking. */
  async function suffer(fault: Fault, ms: number) {
    const { proxy, server } = opened
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
      // Phones are sent away, not left to wait for what will not come.
      if (fault === 'black_hole') expect(history.flatMap(({ statuses }) => statuses)).not.toContain(0)
      if (fault !== 'slow') expect(tries).toBeGreaterThan(history.length)
      expect(seconds).toBeLessThan(15)
      expect(opened.server.isAlive()).toBe(true)
    },
    120_000,
  )
}
