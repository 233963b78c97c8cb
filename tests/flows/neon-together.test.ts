import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { neon } from '@neondatabase/serverless'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { together } from '../../functions/db/neon-together'
import { rowsOf } from '../../functions/db/raw'
import { openCounty } from '../cases/world'
import { freshNeon } from '../kit/databases'

let double: Awaited<ReturnType<typeof freshNeon>>
let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  double = await freshNeon()
  county = await openCounty({ db: double.db })
}, 120_000)
afterAll(() => double.close())

const trips = async (work: () => Promise<unknown>) => {
  const before = double.asked()
  await work()
  return double.asked() - before
}

test('what a read asks at once is one round trip, after the one of the door', async () => {
  const { ask, cast } = county
  for (const path of ['/api/me/privacy', '/api/notices', '/api/my-points', '/api/my-stars', '/api/my-rewards']) {
    const counted = await trips(async () => expect((await ask(cast.lin, 'GET', path)).status, path).toBe(200))
    expect(counted, path).toBeLessThanOrEqual(2)
  }
})

test('reads side by side keep their own rows, a bad one fails alone, and a write goes by itself', async () => {
  const { db } = double
  const one = (n: number) => rowsOf<{ n: number }>(db, sql`select ${n}::int as n`)
  const counted = await trips(async () => {
    const answers = await Promise.all([one(1), one(2), one(3)])
    expect(answers).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]])
  })
  expect(counted).toBe(1)
  const [good, bad] = await Promise.allSettled([one(4), db.execute(sql`select 1 / 0 as n`)])
  expect(good).toMatchObject({ status: 'fulfilled', value: [{ n: 4 }] })
  expect(bad.status).toBe('rejected')
  await db.execute(sql`create table marks (n int)`)
  const write = () => db.execute(sql`with made as (insert into marks values (1) returning n) select n from made`)
  expect(await trips(() => Promise.all([write(), one(5), write(), one(6)]))).toBe(3)
  expect(await rowsOf(db, sql`select count(*)::int as n from marks`)).toEqual([{ n: 2 }])
})

test('a database that answers nobody is asked once, and both hear of it', async () => {
  let asked = 0
  const cut = createServer((req) => {
    asked++
    req.socket.destroy()
  })
  await new Promise<void>((listening) => cut.listen(0, '127.0.0.1', listening))
  const { port } = cut.address() as AddressInfo
  const away = together(neon(`postgres://u:p@double-${port}.neon.test/w`))
  const answers = await Promise.allSettled([away.query('select 1'), away.query('select 2')])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(asked).toBe(1)
  cut.close()
})
