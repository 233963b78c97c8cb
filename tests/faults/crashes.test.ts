import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownPostgres } from '../kit/postgres-server'
import { type Server, sleep } from '../kit/server'
import { check } from './checker'
import { isAcknowledged, oddities } from './history'
import { type Loads, openSite, recovery, run } from './world'

const postgres = await ownPostgres()
afterAll(() => postgres?.stop())

describe.skipIf(postgres === null)('crashes under load', () => {
  const url = postgres?.url ?? ''
  let loads: Loads
  let server: Server
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ loads, server, close } = await openSite(url))
  })
  afterAll(() => close())

  test('the server is killed four times in the middle of writes: what it acknowledged is there, what it did not is whole or not at all', async () => {
    const acts = [...(await loads.aLoad()), ...(await loads.aLoad())]
    let killed = 0
    const running = run(server.base, acts, () => false)
    for (; killed < 4; killed++) {
      await sleep(250 + killed * 90)
      await server.kill()
      expect(await check(loads.db, [])).toEqual([])
      await server.start()
    }
    const history = await running
    await loads.sweep()
    expect(await check(loads.db, history)).toEqual([])
    expect(oddities(history)).toEqual([])
    expect(history.some(({ statuses }) => statuses.includes(0))).toBe(true)
    expect(history.every(({ reply }) => reply !== null)).toBe(true)
  }, 120_000)

  test('PostgreSQL crashes and comes back under load: the server lives on and writes within 15 s', async () => {
    const acts = [...(await loads.aLoad()), ...(await loads.aLoad())]
    const running = run(server.base, acts, () => false)
    for (let i = 0; i < 2; i++) {
      await sleep(300)
      await postgres?.crash()
    }
    const seconds = await recovery(server.base, await loads.aReport(loads.cast.zhou))
    const history = await running
    await loads.sweep()
    expect(await check(loads.db, history)).toEqual([])
    expect(oddities(history)).toEqual([])
    expect(history.some(({ statuses }) => statuses.includes(503))).toBe(true)
    expect(history.filter(isAcknowledged).length).toBeGreaterThan(history.length / 2)
    expect(seconds).toBeLessThan(15)
    expect(server.isAlive()).toBe(true)
  }, 120_000)
})
