import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { seal, unseal } from '../../functions/http/sealing'
import { tick } from '../../functions/jobs/tick'
import { previewOf } from '../../shared/reports/preview'
import { openCounty } from '../cases/world'

const county = await openCounty()
const { ask, cast, key, report, file, move, db } = county
const contact = { name: '欧阳闻', phone: '13992610088' }

const named = () => report(cast.lin, { identity: 'real_name', contact })
const reportIdOf = async (caseId: unknown) => {
  const { items } = (await ask(cast.reviewer, 'GET', `/api/cases/${caseId}/reports`)) as unknown as {
    items: { id: string }[]
  }
  return items[0]?.id ?? ''
}
const read = (as: typeof cast.lin, reportId: string, reason = '核实积水的位置') =>
  ask(as, 'POST', `/api/reports/${reportId}/contact-reads`, { key: key(), reason })
const reads = async () =>
  ((await db.execute(sql`select * from contact_reads order by at`)) as unknown as { rows: Record<string, unknown>[] })
    .rows

test('a name without 实名 is refused, and 实名 without one too', async () => {
  expect(await report(cast.lin, { identity: 'wechat', contact })).toMatchObject({ status: 422, field: 'contact' })
  expect(await report(cast.lin, { identity: 'real_name' })).toMatchObject({ status: 422, field: 'contact.phone' })
  expect(await report(cast.lin, { identity: 'real_name', contact: { ...contact, phone: '12' } })).toMatchObject({
    status: 400,
    field: 'contact.phone',
  })
})

test('only a reviewer of the grid opens a contact, for a reason, and each read is in the journal', async () => {
  const { id } = await named()
  const reportId = await reportIdOf(id)
  expect(await read(cast.farReviewer, reportId)).toMatchObject({ status: 404 })
  for (const as of [cast.admin, cast.handler, cast.lin]) expect(await read(as, reportId)).toMatchObject({ status: 403 })
  expect(await read(cast.reviewer, reportId, ' ')).toMatchObject({ status: 400 })
  expect(await reads()).toEqual([])
  const once = { key: key(), reason: '核实积水的位置' }
  const path = `/api/reports/${reportId}/contact-reads`
  expect(await ask(cast.reviewer, 'POST', path, once)).toMatchObject({ status: 200, ...contact })
  expect(await ask(cast.reviewer, 'POST', path, once)).toMatchObject({ status: 200, ...contact })
  expect(await reads()).toMatchObject([{ report_id: reportId, by: cast.reviewer.id, reason: '核实积水的位置' }])
  await expect(db.execute(sql`update contact_reads set reason = 'changed'`)).rejects.toThrow()
  await expect(db.execute(sql`delete from contact_reads`)).rejects.toThrow()
  county.at(new Date(county.now().getTime() + 11 * 60_000))
  expect(await ask(cast.reviewer, 'POST', path, once)).toMatchObject({ status: 409 })
})

test('the twenty-first read of an hour is refused and not answered', async () => {
  const { id } = await named()
  const reportId = await reportIdOf(id)
  for (let i = 0; i < 20; i++) expect(await read(cast.reviewer2, reportId)).toMatchObject({ status: 200 })
  expect(await read(cast.reviewer2, reportId)).toMatchObject({ status: 429, refused: 'too_many' })
  expect((await reads()).filter(({ by }) => by === cast.reviewer2.id)).toHaveLength(20)
})

test('neither replies, exports, messages, logs nor any table hold the name or the number in the clear', async () => {
  const { id } = await named()
  await file(id)
  await move(cast.reviewer, id, 'dispatch', { unitId: 'U052' })
  await move(cast.handler, id, 'sign')
  await tick(county.deps)
  const seen: unknown[] = [county.logged]
  for (const as of [cast.handler, cast.reviewer, cast.leader, cast.admin, cast.lin])
    for (const path of [
      `/api/cases/${id}`,
      `/api/cases?size=100`,
      `/api/cases/${id}/reports`,
      `/api/cases/${id}/answers`,
      '/api/notices',
    ])
      seen.push(await ask(as, 'GET', path))
  seen.push(
    await ask(null, 'GET', `/api/public/cases/${id}`),
    await ask(cast.lin, 'GET', `/api/my-cases/${id}/telling`),
  )
  const table = await ask(cast.reviewer, 'GET', `/api/cases/export?format=csv&reason=${encodeURIComponent('周报用')}`)
  expect(table).toMatchObject({ status: 200 })
  seen.push(table.bytes instanceof Uint8Array ? new TextDecoder().decode(table.bytes) : table)
  const { rows } = (await db.execute(
    sql`select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )) as unknown as { rows: { relname: string }[] }
  for (const { relname } of rows)
    seen.push((await db.execute(sql`select * from ${sql.identifier(relname)}`)) as unknown)
  const text = JSON.stringify(seen)
  expect(text).toContain(String(id))
  expect(text).not.toContain(contact.name)
  expect(text).not.toContain(contact.phone)
})

test('what was sealed for one report opens for that report and secret only', async () => {
  const secret = 's'.repeat(40)
  const sealed = await seal(secret, 'r1', contact)
  expect(await unseal([secret], 'r1', sealed)).toEqual(contact)
  await expect(unseal([secret], 'r2', sealed)).rejects.toThrow('打不开')
  await expect(unseal(['t'.repeat(40)], 'r1', sealed)).rejects.toThrow('SECRET')
  expect((await seal(secret, 'r1', contact)).sealed).not.toBe(sealed.sealed)
})

test('hidden words are read by reviewers only, found by nobody, and can be shown again', async () => {
  const { id } = await report(cast.lin, { words: '第三根灯杆旁边有个大坑' })
  await file(id)
  await move(cast.reviewer, id, 'dispatch', { unitId: 'U052' })
  const hide = (as: typeof cast.lin, hidden: boolean) =>
    ask(as, 'POST', `/api/my-cases/${id}/telling`, { key: key(), hidden })
  expect(await hide(cast.zhou, true)).toMatchObject({ status: 404 })
  expect(await hide(cast.lin, true)).toMatchObject({ status: 200, isHidden: true, words: '第三根灯杆旁边有个大坑' })
  const unit = await ask(cast.handler, 'GET', `/api/cases/${id}`)
  expect(unit).toMatchObject({ words: '反映人已隐藏文字' })
  expect(JSON.stringify(unit)).not.toContain('第三根')
  expect(await ask(cast.reviewer, 'GET', `/api/cases/${id}`)).toMatchObject({ words: '第三根灯杆旁边有个大坑' })
  const find = async () =>
    ((await ask(cast.handler, 'GET', `/api/cases?text=${encodeURIComponent('第三根')}`)).items as unknown[]).length
  expect(await find()).toBe(0)
  await hide(cast.lin, false)
  expect(await find()).toBe(1)
  expect(await ask(cast.handler, 'GET', `/api/cases/${id}`)).toMatchObject({ words: '第三根灯杆旁边有个大坑' })
})

test('a reporter takes a report back until it is filed, not after', async () => {
  const { id } = await report()
  expect(await county.myMove(cast.lin, id, 'withdraw')).toMatchObject({ status: 200, state: 'withdrawn' })
  const { id: filed } = await report()
  await file(filed)
  expect(await county.myMove(cast.lin, filed, 'withdraw')).toMatchObject({ status: 409 })
})

test('the preview never lists words or a person as public, and a private class shows nothing', () => {
  const given = { title: '新建路井盖缺失', addressZh: '新建路', photos: 2, isNamed: true }
  expect(previewOf({ ...given, isPrivate: false })).toMatchObject({ shown: expect.arrayContaining(['新建路井盖缺失']) })
  expect(previewOf({ ...given, isPrivate: true }).shown).toEqual([])
  expect(previewOf({ ...given, isPrivate: false }).kept.join()).toContain('姓名和电话')
})
