import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sharpPictures } from '../../functions/outside/sharp-pictures'
import { seedDemo } from '../../functions/seed/demo'
import { openHouse } from '../kit/house'

const AT = new Date(process.env.SEED_AT ?? '2026-11-25T02:40:00Z')
async function demoHouse(at = AT) {
  const house = await openHouse({ now: at, pictures: sharpPictures })
  const from = performance.now(); const cpu = process.cpuUsage()
  await seedDemo(house.deps, at, () => undefined)
  console.log('seeded in', Math.round(performance.now() - from), "ms", process.cpuUsage(cpu))
  return house
}
const house = await demoHouse()
const rows = async <T>(q: ReturnType<typeof sql>) => ((await house.db.execute(q)) as unknown as { rows: T[] }).rows
test('x', async () => {
  console.log(await rows(sql`select state, count(*)::int n from cases group by 1 order by 2 desc`))
  console.log(await rows(sql`select grid_id, count(*)::int n from cases group by 1 order by 1`))
  console.log(await rows(sql`select count(*)::int n, count(distinct category_code)::int c, min(submitted_at), max(submitted_at) from cases`))
  console.log(await rows(sql`select count(*)::int n from files`))
  console.log(await rows(sql`select state, count(*)::int n, min(starts_at), max(starts_at) from activities group by 1`))
  console.log(await rows(sql`select (select count(*) from sign_ups)::int s, (select count(*) from attendance_events)::int a, (select sum(minutes)::int/60.0 from hours_ledger where person_id='demo-002') h`))
  expect(1).toBe(1)
})
