import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { verifyAudit } from '../../functions/tools/verify-audit'
import { LOG_DAYS_LEAST } from '../../shared/people/audit'
import { openHouse } from '../kit/house'

const house = await openHouse()
const { ask, person, key, db } = house
const admin = await person('管理员', [['admin']])
const lin = await person('林晓岚')
const he = await person('何敏', [['reviewer']])

type Row = { seq: number; outcome: string; zh: string; byName: string; rolesZh: string; address: string; hash: string }
const list = async (query = '') => (await ask(admin, 'GET', `/api/audit?size=100${query}`)).items as Row[]
const FROM = { 'x-forwarded-for': '203.0.113.7' }

test('a write is in the chain by the statement that makes it: who, in which roles, what, from where', async () => {
  expect(await ask(he, 'POST', '/api/notices/none/reads', { key: key() }, FROM)).toMatchObject({ status: 404 })
  const [session] = (await ask(he, 'GET', '/api/me/sign-ins')).items as { id: string }[]
  const other = await ask(null, 'POST', '/api/sessions/demo', { personId: he.id })
  const body = { key: key() }
  const as = { token: String(other.token) }
  expect(await ask(as, 'POST', `/api/me/sign-ins/${session?.id}/end`, body, FROM)).toMatchObject({ status: 200 })
  const done = await list('&outcome=done')
  expect(done).toMatchObject([
    { zh: '让我的一处登录退出，立即生效', byName: '何敏', rolesZh: '审核员', address: '203.0.113.0/24' },
  ])
  he.token = as.token
  // A resend is no second act.
  await ask(as, 'POST', `/api/me/sign-ins/${session?.id}/end`, body, FROM)
  expect(await list('&outcome=done')).toHaveLength(1)
})

test('sign-ins and sign-outs are in it, and whoever knocks where they may not, ten times a minute', async () => {
  const ins = await list(`&outcome=signed_in&personId=${lin.id}`)
  expect(ins).toMatchObject([{ byName: '林晓岚', rolesZh: '' }])
  const out = await person('来去', [['handler', { unitId: 'U001' }]])
  await ask(out, 'POST', '/api/sessions/end', {})
  expect(await list(`&personId=${out.id}`)).toMatchObject([{ outcome: 'signed_out' }, { outcome: 'signed_in' }])
  for (let n = 0; n < 14; n++) expect(await ask(lin, 'GET', '/api/staff')).toMatchObject({ status: 403 })
  expect(await list('&outcome=denied')).toHaveLength(10)
})

test('only the whole county’s administrator reads it, and pages never skip', async () => {
  const gridAdmin = await person('网格管理员', [['admin', { gridId: 'WG09' }]])
  for (const path of ['/api/audit', '/api/audit/chain'])
    expect(await ask(gridAdmin, 'GET', path)).toMatchObject({ status: 403 })
  const all = (await list()).map(({ seq }) => seq)
  const paged: number[] = []
  for (let cursor: unknown = ''; cursor !== null; ) {
    const page = await ask(admin, 'GET', `/api/audit?size=4${cursor === '' ? '' : `&cursor=${cursor}`}`)
    paged.push(...(page.items as Row[]).map(({ seq }) => seq))
    cursor = page.next
  }
  expect(paged).toEqual(all)
  expect(all).toEqual([...all].sort((a, b) => b - a))
  expect(await list('&day=2026-06-14')).toEqual([])
  expect(await list('&day=2026-06-15')).toHaveLength(all.length)
})

describe('nobody rewrites it', () => {
  test.each([
    'update audit_log set person_id = null',
    'delete from audit_log',
    'truncate audit_log',
    'delete from audit_heads',
  ])('%s', async (text) => {
    await expect(db.execute(sql.raw(text))).rejects.toThrow()
  })
  test('and what a client sends for its place, roles and hashes is overwritten', async () => {
    await db.execute(sql`insert into audit_log values
      (7000, '2026-06-15T03:00:00Z', 'done', ${he.id}, 'admin', 'x', '', '', '', '', 'none', 'forged', 'forged')`)
    const [row] = await list()
    expect(row).toMatchObject({ byName: '何敏', rolesZh: '审核员', zh: 'x' })
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(row?.seq).toBeLessThan(7000)
  })
})

test('the head of a day is kept once and said to the log; the chain and its heads fit', async () => {
  house.at('2026-06-16T00:10:00+08:00')
  await tick(house.deps)
  await tick(house.deps)
  const heads = house.logged.filter((line) => 'auditHead' in line)
  expect(heads).toMatchObject([{ auditHead: { day: '2026-06-15', alg: 'sha256' } }])
  const chain = await ask(admin, 'GET', '/api/audit/chain')
  expect(chain).toMatchObject({ status: 401 })
  expect(await verifyAudit(db)).toMatch(/审计链完好/)
})

/** What somebody with the database's own keys could do. */
const tamper = async (text: string) => {
  await db.execute(sql`alter table audit_log disable trigger user`)
  await db.execute(sql.raw(text))
  await db.execute(sql`alter table audit_log enable trigger user`)
}

test('a changed row, a row taken out, and a chain forged anew are each found by their place', async () => {
  await tamper(`create table kept as select * from audit_log`)
  await tamper(`update audit_log set person_id = 'somebody' where seq = 5`)
  await expect(verifyAudit(db)).rejects.toThrow('第 5 行')
  await tamper(`delete from audit_log`)
  await tamper(`insert into audit_log select * from kept where seq <> 4`)
  await expect(verifyAudit(db)).rejects.toThrow('第 5 行')
  await tamper(`delete from audit_log`)
  await tamper(`insert into audit_log select * from kept where seq > 3`)
  await expect(verifyAudit(db)).rejects.toThrow('第 4 行')
  await tamper(`delete from audit_log`)
  // All of it anew, by the trigger itself: every link fits, the kept head does not.
  await db.execute(sql`insert into audit_log select * from kept where seq <> 2 order by seq`)
  await expect(verifyAudit(db)).rejects.toThrow('2026-06-15')
})

test(`rows younger than ${LOG_DAYS_LEAST} days never go, whatever is asked`, async () => {
  await expect(db.execute(sql`delete from audit_log where seq = 1`)).rejects.toThrow()
})
