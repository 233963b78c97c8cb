import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { cases } from '../../schema/cases/ledger'
import { people } from '../../schema/people'
import { openCounty } from '../cases/world'

const PHONE = '13800001234'
const county = await openCounty()
const { ask, key, db, cast } = county

const signIn = async (code: string) => {
  const { token, me } = await ask(null, 'POST', '/api/sessions/wechat', { code })
  return { id: (me as { id: string }).id, name: '', token: String(token) }
}

/** Every text, array and JSON of every table, as one. */
async function everyWord() {
  const { rows } = (await db.execute(
    sql`select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )) as unknown as { rows: { relname: string }[] }
  let all = ''
  for (const { relname } of rows) {
    const { rows: lines } = (await db.execute(
      sql`select coalesce(string_agg(t::text, ' '), '') as words from ${sql.identifier(relname)} t`,
    )) as unknown as { rows: { words: string }[] }
    all += `\n${relname}: ${lines[0]?.words ?? ''}`
  }
  return all
}

const mei = await signIn('a-code-of-mei')
await county.agree(mei.id)
const [row] = (await db.select().from(people)).filter(({ id }) => id === mei.id)
const openid = String(row?.openid)

test('a name is corrected by its person; that of staff is the office’s to keep', async () => {
  const body = { key: key(), name: '梅映雪独一无二' }
  expect(await ask(mei, 'POST', '/api/me/name', body)).toMatchObject({ status: 200, name: '梅映雪独一无二' })
  expect(await ask(cast.reviewer, 'POST', '/api/me/name', { key: key(), name: '别人' })).toMatchObject({ status: 403 })
})

test('a person takes along every row that names them, and nobody else’s; no hash, no seal, no token', async () => {
  const told = await county.report(mei as typeof cast.lin, {
    words: '梅的反映',
    identity: 'real_name',
    contact: { name: '梅映雪独一无二', phone: PHONE },
  })
  expect(told).toMatchObject({ status: 200 })
  const answer = await ask(mei, 'GET', '/api/me/data')
  expect(answer.status).toBe(200)
  const text = JSON.stringify(answer)
  const kept = answer.记录 as Record<string, Record<string, unknown>[]>
  expect(Object.keys(kept)).toEqual(expect.arrayContaining(['sends', 'sessions', 'reporters', 'reports', 'audit_log']))
  expect(text).toContain('梅的反映')
  for (const rows of Object.values(kept))
    for (const one of rows) if ('person_id' in one) expect(one.person_id).toBe(mei.id)
  expect(text).not.toMatch(/token_hash|sealed"|body_hash/)
})

test('closing waits fifteen days and can be taken back; staff first give back their roles', async () => {
  expect(await ask(cast.handler, 'POST', '/api/me/closing', { key: key() })).toMatchObject({ status: 409 })
  const asked = await ask(mei, 'POST', '/api/me/closing', { key: key() })
  expect(asked).toMatchObject({ status: 200, closing: { dueAt: '2026-06-30T02:00:00.000Z' } })
  expect(await ask(mei, 'POST', '/api/me/closing', { key: key() })).toMatchObject({ status: 409 })
  expect(await ask(mei, 'POST', '/api/me/closing/end', { key: key() })).toMatchObject({ status: 200, closing: null })
  expect(await ask(mei, 'POST', '/api/me/closing/end', { key: key() })).toMatchObject({ status: 409 })
  expect(await ask(mei, 'POST', '/api/me/closing', { key: key() })).toMatchObject({ status: 200 })
  county.at('2026-06-30T01:59:00Z')
  await tick(county.deps)
  expect(await ask(mei, 'GET', '/api/me')).toMatchObject({ status: 200 })
})

test('then nothing in any table names the person; the case keeps its facts, and the openid is a stranger’s', async () => {
  const before = await everyWord()
  for (const word of ['梅映雪独一无二', openid]) expect(before).toContain(word)
  const told = (await db.select().from(cases)).length
  county.at('2026-06-30T02:01:00Z')
  await Promise.all([tick(county.deps), tick(county.deps)])
  const after = await everyWord()
  for (const word of ['梅映雪独一无二', openid, PHONE]) expect(after).not.toContain(word)
  expect(after).toContain('梅的反映')
  expect(after).toMatch(/reporter_contacts: \n/)
  expect((await db.select().from(cases)).length).toBe(told)
  expect(await ask(mei, 'GET', '/api/me')).toMatchObject({ status: 401 })
  expect((await signIn('a-code-of-mei')).id).not.toBe(mei.id)
})
