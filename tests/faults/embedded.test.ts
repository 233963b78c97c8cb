import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openPglite } from '../../functions/db/pglite'
import { diceOf } from '../../functions/seed/dice'
import { openServer, type Server, sleep } from '../kit/server'
import { check } from './checker'
import { type Act, type Answered, oddities, send } from './history'
import { openLoads, run, SECRET } from './world'

const KILLS = 20
/** A process that lives for half a second does not compile all of PostgreSQL first. */
const QUICK = ['--wasm-lazy-compilation', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering']
const SEED = process.env.FAULT_SEED ?? 'embedded'

let server: Server
beforeAll(async () => {
  server = await openServer({ SECRET }, { entry: 'tests/kit/bare-server.ts', starts: false, nodeArgs: QUICK })
  const loadDataDir = new Blob([readFileSync(inject('dump'))])
  const made = await PGlite.create({ dataDir: `${server.folder}/pg`, extensions: { btree_gist }, loadDataDir })
  await made.close()
})
afterAll(() => server.close())

/** The house past the server: the folder belongs to one process at a time. */
const openFolder = () => openPglite(`${server.folder}/pg`, 'schema/migrations')

test(`the embedded database is killed ${KILLS} times in the middle of writes: each time it opens again, nothing acknowledged is lost, nothing is half`, async () => {
  const dice = diceOf(SEED)
  const loads = await openLoads(await openFolder())
  const acts: Act[] = await loads.aLoad()
  for (const as of [...loads.crowd, ...loads.crowd, ...loads.crowd, ...loads.crowd]) acts.push(await loads.aReport(as))
  await loads.close()

  const history: Answered[] = []
  let left = acts
  let cut = 0
  for (let i = 0; i < KILLS; i++) {
    await server.start()
    let isOver = false
    const until = () => isOver
    const running = run(server.base, left, until, 4)
    await sleep(dice.int(60, 350))
    isOver = true
    await server.kill()
    const heard = await running
    history.push(...heard)
    const done = new Set(heard.filter(({ reply }) => reply !== null).map(({ key }) => key))
    cut += heard.filter(({ statuses, reply }) => reply === null && statuses[0] === 0).length
    left = left.filter(({ key }) => !done.has(key))
  }
  await server.start()
  for (const act of left) history.push(await send(server.base, act, () => false))
  await server.kill()

  const again = await openFolder()
  /** Of each key its last word: an answer once heard is the answer. */
  const last = acts.map(({ key }) => history.filter((act) => act.key === key).findLast(({ reply }) => reply !== null))
  expect(last.filter((act) => act === undefined)).toEqual([])
  expect(
    await check(
      again.db,
      last.filter((act) => act !== undefined),
    ),
  ).toEqual([])
  expect(oddities(history)).toEqual([])
  expect(cut, 'writes that were under way when it was killed').toBeGreaterThan(KILLS / 2)
  await again.close()
}, 420_000)
