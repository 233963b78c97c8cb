import { sql } from 'drizzle-orm'
import { bench, describe } from 'vitest'
import { openCounty, PLACE } from '../cases/world'
import { freshPostgres } from '../kit/databases'

/** 查重 and the substring search where the ledger holds a million cases, on a real PostgreSQL. */
const CASES = 1_000_000
const ASKS = 300
const postgres = await freshPostgres()
if (!postgres) throw new Error('needs a PostgreSQL server: set TEST_DATABASE_URL')
const county = await openCounty({ db: postgres.db })
const id = await county.caseAt('filed')
const { rows } = (await county.db.execute(sql`select string_agg(quote_ident(column_name), ', ') as names
  from information_schema.columns where table_name = 'cases'
    and column_name not in ('id', 'number', 'search', 'lng', 'lat', 'cell', 'category_code', 'submitted_at')`)) as unknown as {
  rows: { names: string }[]
}
const names = sql.raw(rows[0]?.names ?? '')
// A county town: two kilometres by two and a half, a year back, all sixty classes. In parts, each within the server's time limit.
const PART = 50_000
for (let from = 1; from < CASES; from += PART)
  await county.db.execute(sql`with known as (select array(select code from categories order by code) as codes)
    insert into cases (id, number, lng, lat, cell, category_code, submitted_at, ${names})
    select 'many-' || i, 'ZZ-' || i, x, y,
      floor((y + 90) / 0.0005)::bigint * 1048576 + floor((x + 180) / 0.0006)::bigint,
      (select codes[1 + abs(hashint4(i + 13)) % 60] from known), now_at - (i % 365) * interval '1 day', ${names}
    from (select i, ${PLACE.lng}::float8 + abs(hashint4(i) % 25000) / 1000000.0 as x,
        ${PLACE.lat}::float8 + abs(hashint4(i + 7) % 22000) / 1000000.0 as y,
        ${county.now().toISOString()}::timestamptz as now_at
      from generate_series(${from}::int, ${from + PART - 1}::int) i) spots
    cross join (select * from cases where id = ${id}) as one`)
await county.db.execute(sql`analyze cases`)

async function ask(name: string, path: (i: number) => string) {
  const took: number[] = []
  for (let i = 0; i < ASKS; i++) {
    const from = performance.now()
    const answer = await county.ask(county.cast.reviewer, 'GET', path(i))
    if (answer.status !== 200) throw new Error(JSON.stringify(answer))
    took.push(performance.now() - from)
  }
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.floor(took.length * share)]?.toFixed(1)
  process.stdout.write(
    `${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${took.at(-1)?.toFixed(1)} ms of ${ASKS}\n`,
  )
}

const spot = (i: number) =>
  `lng=${PLACE.lng + ((i * 7919) % 24000) / 1_000_000}&lat=${PLACE.lat + ((i * 104729) % 21000) / 1_000_000}`
const once = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 }
describe(`a ledger of ${CASES} cases`, () => {
  bench('查重', () => ask('查重', (i) => `/api/similar-cases?categoryCode=D1&${spot(i)}`), once)
  bench('搜编号', () => ask('搜编号', (i) => `/api/cases?size=30&text=ZZ-${100_000 + i * 997}`), once)
  bench('待办第一页', () => ask('待办第一页', () => '/api/cases?size=30&todo=yes&state=submitted'), once)
})
