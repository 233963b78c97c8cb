import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { diceOf } from '../../functions/seed/dice'
import { UNIT } from '../cases/world'
import { freshPostgres } from '../kit/databases'
import { requestProxy } from '../kit/request-proxy'
import { openServer, type Server, sleep } from '../kit/server'
import { check } from './checker'
import { type Act, isAcknowledged, knock, oddities } from './history'
import { type Loads, openLoads, run, SECRET } from './world'

const SEED = process.env.FAULT_SEED ?? 'requests'

describe.skipIf(inject('postgres') === '')(`faults before the server, seed ${SEED}`, () => {
  const dice = diceOf(SEED)
  let loads: Loads
  let server: Server
  let proxy: Awaited<ReturnType<typeof requestProxy>>
  beforeAll(async () => {
    const postgres = await freshPostgres()
    if (!postgres) throw new Error('no PostgreSQL')
    loads = await openLoads(postgres)
    server = await openServer({ DATABASE_URL: postgres.url, SECRET })
    proxy = await requestProxy(server.base, dice)
  })
  afterAll(async () => {
    proxy.close()
    await server.close()
    await loads.close()
  })

  const shuffled = <T>(all: readonly T[]) =>
    all
      .map((one) => [dice.next(), one] as const)
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one)

  test.each(['reply_lost', 'reply_torn', 'request_lost', 'request_torn'] as const)(
    '%s: whoever asks again under the same key gets the one answer',
    async (fault) => {
      const acts = await loads.aLoad()
      proxy.set(fault)
      const history = await run(proxy.url, acts, () => false)
      const hits = proxy.hits()
      proxy.set('none')
      await loads.sweep()
      expect(await check(loads.db, history)).toEqual([])
      expect(oddities(history)).toEqual([])
      expect(history.filter(({ reply }) => reply === null)).toEqual([])
      expect(hits).toBeGreaterThan(3)
    },
    60_000,
  )

  test('every request three times, in any order and at once: one effect, and the same answer to all', async () => {
    const acts = await loads.aLoad()
    const history = await run(server.base, shuffled([...acts, ...acts, ...acts]), () => false, 24)
    await loads.sweep()
    expect(await check(loads.db, history)).toEqual([])
    expect(oddities(history)).toEqual([])
    for (const { key } of acts) {
      const all = history.filter((act) => act.key === key)
      expect(new Set(all.map(({ reply }) => reply?.status)).size, all[0]?.kind).toBe(1)
      const ids = all.filter(isAcknowledged).map(({ reply }) => (reply as { id?: string }).id)
      expect(new Set(ids).size).toBeLessThanOrEqual(1)
    }
  }, 60_000)

  test('moves of a case that arrive last first end where they should, each once', async () => {
    const { cast, photo, key } = loads
    const id = await loads.caseAt('filed')
    const path = `/api/cases/${id}/transitions`
    const fixed = { note: '已更换井盖', photos: [await photo(cast.handler)] }
    const checked = { conditions: ['设施完好'], photos: [await photo(cast.verifier)] }
    const moves = [
      [cast.verifier, { move: 'close', ...checked }],
      [cast.handler, { move: 'handle', ...fixed }],
      [cast.handler, { move: 'sign' }],
      [cast.reviewer, { move: 'dispatch', unitId: UNIT }],
    ] as const
    const acts = moves.map(([as, body]): Act => ({ kind: 'close', key: key(), as, path, body }))
    /** Too early is told so, and comes again. */
    const insist = async (act: Act, tries = 0): Promise<number[]> => {
      const { status } = await knock(server.base, act)
      if (status === 200 || tries > 60) return [status]
      await sleep(100)
      return [status, ...(await insist(act, tries + 1))]
    }
    const heard = await Promise.all(acts.map((act) => insist(act)))
    for (const statuses of heard) expect(statuses.at(-1)).toBe(200)
    expect(heard.flat().filter((status) => ![200, 403, 404, 409].includes(status))).toEqual([])
    expect(await loads.ask(cast.reviewer, 'GET', `/api/cases/${id}`)).toMatchObject({ state: 'closed', version: 5 })
    expect(await check(loads.db, [])).toEqual([])
  }, 60_000)
})
