import { sql } from 'drizzle-orm'
import { bench, describe } from 'vitest'
import { openCounty } from '../cases/world'

/** How long the whole ledger takes to leave, and how much memory beyond what the embedded database holds already. */
const ROWS = 100_000
const county = await openCounty()
const id = await county.caseAt('closed')
const { rows } = (await county.db.execute(sql`select string_agg(quote_ident(column_name), ', ') as names
  from information_schema.columns where table_name = 'cases' and column_name not in ('id', 'number', 'search')`)) as unknown as {
  rows: { names: string }[]
}
const names = sql.raw(rows[0]?.names ?? '')
await county.db.execute(sql`insert into cases (id, number, ${names})
  select 'many-' || i, 'ZZ-' || (i - 1) / 20000 || '-' || lpad(i::text, 6, '0'), ${names} from cases, generate_series(1, ${ROWS}::int) i where id = ${id}`)
await county.db.execute(sql`analyze cases`)

const MB = 1_048_576
const rss = () => Math.round(process.memoryUsage().rss / MB)

async function leave(query: string) {
  const before = rss()
  let [peak, bytes] = [before, 0]
  const from = performance.now()
  const res = await county.app.request(`/api/cases/export?reason=bench&${query}`, {
    headers: { authorization: `Bearer ${county.cast.admin.token}` },
  })
  const reader = (res.body as ReadableStream<Uint8Array>).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    bytes += value.length
    peak = Math.max(peak, rss())
  }
  const seconds = ((performance.now() - from) / 1000).toFixed(2)
  process.stdout.write(
    `${query}: ${res.status}, ${(bytes / MB).toFixed(1)} MB in ${seconds} s; RSS ${before} MB before, ${peak} MB at most\n`,
  )
}

const once = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 }
describe(`a ledger of ${ROWS} cases`, () => {
  bench('csv', () => leave('format=csv'), once)
  bench('xlsx of 20,000', () => leave('format=xlsx&text=ZZ-1-'), once)
})
