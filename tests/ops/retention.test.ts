import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rowsOf } from '../../functions/db/raw'
import { tick } from '../../functions/jobs/tick'
import { addDays } from '../../shared/kit/time'
import { openCounty } from '../cases/world'
import { aPhoto, uploadPhoto } from '../kit/photos'

const county = await openCounty()
const { db, cast, deps } = county
const count = async (what: ReturnType<typeof sql>) => (await rowsOf<{ n: number }>(db, what))[0]?.n
const start = county.now()

test('a photo that was used is kept, one that never was goes after thirty days, row and bytes', async () => {
  const id = await county.caseAt('handled')
  const unused = String((await uploadPhoto(county, cast.lin, await aPhoto())).id)
  const [row] = await rowsOf<{ key: string }>(db, sql`select store_key as key from files where id = ${unused}`)
  const used = await count(sql`select count(*)::int as n from case_photos where case_id = ${id}`)
  county.at(addDays(start, 29))
  await tick(deps)
  expect(await count(sql`select count(*)::int as n from files where id = ${unused}`)).toBe(1)
  county.at(addDays(start, 31))
  await tick(deps)
  expect(await count(sql`select count(*)::int as n from files where id = ${unused}`)).toBe(0)
  expect(await county.files.get(row?.key ?? '')).toBeNull()
  expect(used).toBeGreaterThan(1)
  expect(
    await count(
      sql`select count(*)::int as n from case_photos p join files f on f.id = p.file_id where p.case_id = ${id}`,
    ),
  ).toBe(used)
  expect(
    await count(sql`select count(*)::int as n from sends where at < ${addDays(start, 1).toISOString()}::timestamptz`),
  ).toBe(0)
})

test('logs stay for six months whatever is written down, and go after their period', async () => {
  const logged = await count(sql`select count(*)::int as n from audit_log`)
  expect(logged).toBeGreaterThan(5)
  await expect(db.execute(sql`insert into retention_periods values ('audit', 182)`)).rejects.toThrow()
  await expect(db.execute(sql`insert into retention_periods values ('sessions', 30)`)).rejects.toThrow()
  await db.execute(sql`insert into retention_periods values ('audit', 183)`)
  county.at(addDays(start, 182))
  await tick(deps)
  expect(await count(sql`select count(*)::int as n from audit_log`)).toBeGreaterThanOrEqual(logged ?? 0)
})

test('what was read goes after a year, what was not stays', async () => {
  await db.execute(sql`delete from retention_periods`)
  await db.execute(sql`delete from job_marks where name = 'retention'`)
  county.at(start)
  const [one] = await rowsOf<{ id: string }>(db, sql`select id from notices where read_at is null limit 1`)
  const [two] = await rowsOf<{ id: string }>(db, sql`select id from notices where id <> ${one?.id} limit 1`)
  await db.execute(sql`update notices set read_at = at where id = ${two?.id}`)
  county.at(addDays(start, 400))
  await tick(deps)
  expect(await count(sql`select count(*)::int as n from notices where id = ${one?.id}`)).toBe(1)
  expect(await count(sql`select count(*)::int as n from notices where id = ${two?.id}`)).toBe(0)
})
