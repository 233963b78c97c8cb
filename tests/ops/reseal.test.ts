import { type SQL, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rowsOf } from '../../functions/db/raw'
import { seal } from '../../functions/http/sealing'
import { tick } from '../../functions/jobs/tick'
import { aboutPhone } from '../../functions/people/consents/phone-actions'
import { keptName } from '../../functions/reports/rewards/payee-name'
import { reseal } from '../../functions/tools/reseal'
import { SHELVES } from '../../functions/tools/sealed-tables'
import { aboutOrder } from '../../functions/volunteering/orders/actions'
import { fromBase32, stepOf, totp } from '../../shared/people/totp'
import { codeAt, shiftKeyOf } from '../../shared/volunteering/codes'
import { openCounty, PLACE } from '../cases/world'
import { type House, openHouse } from '../kit/house'
import { aPhoto, uploadPhoto } from '../kit/photos'
import { eml, textPart, uploadMail } from '../reports/mails'
import { IDS, openCertificates } from '../volunteering/certificates-world'
import { openLedger } from '../volunteering/ledger-world'

const [A, B] = ['a former secret, 32 letters long', 'the secret of now, 32 letters or more'] as const
type Asked = Pick<House, 'ask'>
type Held = { readonly db: House['db']; readonly now: () => Date }

/** The same house started again with other secrets. */
const again = ({ db, now }: Held, ...secrets: [string, ...string[]]) => openHouse({ db, now: now(), secrets })
const one = async <T>({ db }: Pick<Held, 'db'>, query: SQL) => (await rowsOf<T>(db, query))[0]

const county = await openCounty({ secrets: [A] })
const { cast, key } = county
const contact = { name: '欧阳闻', phone: '13992610088' }
const caller = { name: '赵大爷', phone: '13892610001' }
const LETTER = 'Sun <sun@example.cn>'

/** One of everything the house seals, made while A was its secret. */
async function furnish() {
  const { id } = await county.report(cast.lin, { identity: 'real_name', contact })
  await county.file(id)
  await county.ask(cast.zhou, 'POST', `/api/public/cases/${id}/complaints`, {
    ...{ key: key(), reason: 'privacy', words: '拍到了我家门牌' },
  })
  const { items } = await county.ask(cast.reviewer, 'GET', '/api/complaints')
  const decided = { key: key(), takesDown: true, note: '照片里有门牌' }
  const complaint = (items as { id: string }[])[0]?.id
  expect(await county.ask(cast.reviewer2, 'POST', `/api/complaints/${complaint}/decision`, decided)).toMatchObject({
    status: 200,
  })
  expect(await call(county)).toMatchObject({ status: 200 })
  await write(county)
  const { secret } = await county.ask(cast.admin, 'POST', '/api/me/second-factor/start', {})
  const { db } = county
  await db.execute(sql`insert into reward_payees (person_id, way, name, at)
    values (${cast.lin.id}, 'counter', ${await keptName(A, cast.lin.id, '欧阳闻')}, now())`)
  const phone = await seal(A, aboutPhone(cast.lin.id), '13900001234')
  await db.execute(sql`insert into person_phones (person_id, alg, key_id, sealed, at)
    values (${cast.lin.id}, ${phone.alg}, ${phone.keyId}, ${phone.sealed}, now())`)
  const guardian = await seal(A, 'consent', caller)
  await db.execute(sql`insert into guardian_consents (id, person_id, risk_class, alg, key_id, sealed, text_version, text_hash, at)
    values ('consent', ${cast.lin.id}, 'outdoor', ${guardian.alg}, ${guardian.keyId}, ${guardian.sealed}, '1', '', now())`)
  await db.execute(sql`insert into service_orders (id, kind, words, place_zh, person_id, state, at)
    values ('order', 'elderly', '', '', ${cast.lin.id}, 'submitted', now())`)
  const orderer = await seal(A, aboutOrder('order'), caller)
  await db.execute(sql`insert into service_order_contacts (order_id, alg, key_id, sealed)
    values ('order', ${orderer.alg}, ${orderer.keyId}, ${orderer.sealed})`)
  return { caseId: String(id), seed: String(secret) }
}

const call = ({ ask }: Asked) =>
  ask(cast.reviewer, 'POST', '/api/intakes', {
    ...{ key: key(), source: 'phone', position: PLACE, categoryCode: 'D1', words: '井盖没了', photos: [], caller },
  })
const write = (house: House) =>
  uploadMail(house, cast.reviewer, eml({ from: LETTER, parts: [textPart('路灯不亮')] }), key())
const readContact = async (house: Asked, caseId: string) => {
  const { items } = await house.ask(cast.reviewer, 'GET', `/api/cases/${caseId}/reports`)
  const path = `/api/reports/${(items as { id: string }[])[0]?.id}/contact-reads`
  return house.ask(cast.reviewer, 'POST', path, { key: key(), reason: '核实积水的位置' })
}
const callers = async () => Number((await one<{ n: number }>(county, sql`select count(*)::int as n from callers`))?.n)
const seeds = await furnish()

test('no table that seals is forgotten', async () => {
  const sealing = await rowsOf<{ name: string }>(
    county.db,
    sql`select table_name as name from information_schema.columns where column_name = 'key_id' and table_schema = 'public'`,
  )
  const known = SHELVES.filter(({ json }) => json === undefined).map(({ table }) => table)
  expect(known.sort()).toEqual(sealing.map(({ name }) => name).sort())
})

test('with both secrets everything opens and callers stay who they are; what is new is made with the new one', async () => {
  const both = await again(county, B, A)
  expect(await readContact(both, seeds.caseId)).toMatchObject({ status: 200, ...contact })
  expect(await both.ask(cast.lin, 'GET', '/api/me/phone')).toMatchObject({ phone: '13900001234' })
  const known = await callers()
  expect(await call(both)).toMatchObject({ status: 200 })
  expect(await write(both)).toMatchObject({ status: 200 })
  expect(await callers()).toBe(known)
  const newest = await one<{ key_id: string }>(county, sql`select key_id from mails order by at desc, id limit 1`)
  expect(newest).toBeDefined()
  const keys = await rowsOf(county.db, sql`select distinct key_id from mails`)
  expect(keys).toHaveLength(2)
})

test('a photo link signed by the former secret opens until it expires', async () => {
  const { lin } = cast
  const { url } = await uploadPhoto(county, lin, await aPhoto())
  const reopened = (...secrets: [string, ...string[]]) =>
    openHouse({ db: county.db, now: county.now(), secrets, files: county.files })
  expect((await (await reopened(B, A)).app.request(String(url))).status).toBe(200)
  expect((await (await reopened(B)).app.request(String(url))).status).toBe(404)
})

test('with the new secret alone, and nothing resealed, a clear sentence', async () => {
  const alone = await again(county, B)
  expect(await readContact(alone, seeds.caseId)).toMatchObject({ status: 503, zh: expect.stringContaining('SECRET') })
  await expect(reseal(alone.deps)).rejects.toThrow(/反映人联系方式 \d+ 条.*SECRET_OLD/)
})

test('of what is append-only nothing but the sealing can be changed, and that only to another key', async () => {
  for (const [table, column] of [
    ['mails', 'words'],
    ['takedowns', 'note'],
  ] as const) {
    const [t, c] = [sql.identifier(table), sql.identifier(column)]
    await expect(county.db.execute(sql`update ${t} set ${c} = 'x'`)).rejects.toThrow()
    await expect(county.db.execute(sql`update ${t} set sealed = 'x'`)).rejects.toThrow()
    await expect(county.db.execute(sql`update ${t} set key_id = 'x', ${c} = 'x'`)).rejects.toThrow()
    await expect(county.db.execute(sql`delete from ${t}`)).rejects.toThrow()
  }
})

test('resealed once, then nothing is left; the former secret is dropped and everything still opens', async () => {
  const both = await again(county, B, A)
  const said = await reseal(both.deps)
  for (const { zh } of SHELVES.filter(({ table }) => !['real_names', 'certificates', 'rewards'].includes(table)))
    expect(said).toContain(zh)
  expect(await reseal(both.deps)).toBe('没有要重新封存的')
  const alone = await again(county, B)
  expect(await reseal(alone.deps)).toBe('没有要重新封存的')
  expect(await readContact(alone, seeds.caseId)).toMatchObject({ status: 200, ...contact })
  expect(await alone.ask(cast.lin, 'GET', '/api/me/phone')).toMatchObject({ phone: '13900001234' })
  expect(await alone.ask(cast.lin, 'GET', '/api/my-rewards')).toMatchObject({ payee: { name: '欧阳闻' } })
  const code = totp(fromBase32(seeds.seed), stepOf(alone.now()))
  expect(await alone.ask(cast.admin, 'POST', '/api/me/second-factor/confirm', { code })).toMatchObject({ status: 200 })
  const known = await callers()
  expect(await call(alone)).toMatchObject({ status: 200 })
  expect(await write(alone)).toMatchObject({ status: 200 })
  expect(await callers()).toBe(known)
  expect(await one(county, sql`select op from audit_log where op = '重新封存'`)).toBeDefined()
})

test('a certificate goes on proving its holder, before the reseal and after it', async () => {
  const world = await openCertificates({ secrets: [A] })
  const { linkKey } = await world.issued()
  const holds = async ({ ask }: Asked, tail = IDS.chen.slice(-4)) =>
    (await ask(null, 'POST', `/api/public/certificates/${linkKey}/checks`, { name: '陈小丽', tail })).matches
  const both = await again(world, B, A)
  expect([await holds(both), await holds(both, '0000')]).toEqual([true, false])
  expect(await holds(await again(world, B))).toBe(false)
  const unsigned = sql`update certificates set key_id = 'x', minutes = 9`
  await expect(world.db.execute(unsigned)).rejects.toThrow()
  expect(await reseal(both.deps)).toMatch(/实名信息 1 条，证明 1 条/)
  expect([await holds(await again(world, B)), await holds(await again(world, B), '0000')]).toEqual([true, false])
})

test('codes made by the former secret are good: of the shift that is on, and of what waits to be handed out', async () => {
  const world = await openLedger({ secrets: [A] })
  const { admin, reviewer, volunteer, aShift, served } = world
  const ma = await volunteer('马莉')
  await served('2026-07-01', [ma])
  await tick(world.deps)
  const goods = { zh: '环保袋', points: 1, stock: 2, placeZh: '滨江站', windowZh: '周一至周五', keepDays: 7 }
  const { id: item } = await world.ask(admin, 'POST', '/api/point-items', { key: key(), ...goods })
  await world.wake(ma)
  const reserve = () => world.ask(ma, 'POST', `/api/point-items/${item}/exchanges`, { key: key() })
  const codeNow = async ({ ask }: Asked) =>
    ((await ask(ma, 'GET', '/api/my-points')).exchanges as { code: string | null }[]).map(({ code }) => code)
  const redeem = ({ ask }: Asked, code: unknown) =>
    ask(reviewer, 'POST', '/api/point-redemptions', { key: key(), code })
  const first = await reserve()
  const [both, alone] = [await again(world, B, A), await again(world, B)]
  expect(await codeNow(both)).toEqual([first.code])
  expect(await codeNow(alone)).toEqual([null])
  expect(await redeem(alone, first.code)).toMatchObject({ status: 404 })
  expect(await redeem(both, first.code)).toMatchObject({ status: 200 })
  await reserve()
  expect(await reseal(both.deps)).toContain('没领的兑换码 1 个')
  const [anew] = await codeNow(alone)
  expect(await redeem(alone, anew)).toMatchObject({ status: 200 })

  const { shiftId, ids } = await aShift('2026-07-02', [ma])
  const old = codeAt({ shiftKey: shiftKeyOf(A, shiftId), shiftId, direction: 'in' }, world.now())
  const show = async (...secrets: [string, ...string[]]) =>
    (await again(world, ...secrets)).ask(ma, 'POST', `/api/sign-ups/${ids[0]}/check-ins`, {
      ...{ key: key(), code: old.text, position: null, deviceAt: null, deviceId: null },
    })
  expect(await show(B)).toMatchObject({ status: 422 })
  expect(await show(B, A)).toMatchObject({ status: 200 })
})
