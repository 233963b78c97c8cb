import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { press } from '../../functions/outside/press/press'
import { FONTS_ZH, MM, PAGE } from '../../shared/kit/paper'
import { OTHER_UNIT, openCounty, UNIT } from '../cases/world'
import type { Person } from '../kit/house'
import { readPdf } from '../kit/pdf-text'

const county = await openCounty({ press })
const { ask, cast, caseAt, move, key, photo, db, report, file } = county

const closed = await caseAt('closed')
const processing = await caseAt('processing')
const submitted = await caseAt('submitted')
const titleOf = async (id: string) => (await ask(cast.admin, 'GET', `/api/cases/${id}`)) as unknown as Case
type Case = { number: string; title: string; addressZh: string; unitZh: string; categoryZh: string; dueAt: string }

async function paper(as: Person, path: string) {
  const answer = await ask(as, 'GET', path)
  expect(answer, JSON.stringify(answer).slice(0, 200)).toMatchObject({ status: 200, type: 'application/pdf' })
  return readPdf(answer.bytes as Uint8Array)
}
const journal = async () =>
  ((await db.execute(sql`select * from case_exports order by at, id`)) as unknown as { rows: object[] }).rows

const SECRETS = ['林晓岚', '井盖塌了半边', '陈工', '何敏', '孙巡']
const A4 = { width: PAGE.widthMm * MM, height: PAGE.heightMm * MM }

test('交办单 tells number, place, unit, deadline, chain and photos, on A4 within the margins, with its own fonts', async () => {
  const c = await titleOf(processing)
  const { pages, text, fonts, info } = await paper(cast.handler, `/api/cases/${processing}/dispatch-paper`)
  const facts = [
    '交办单',
    c.number,
    c.addressZh,
    c.categoryZh,
    `${c.unitZh}：`,
    '前办结',
    '结案条件',
    '包片领导',
    '云川县创建全国文明城市工作办公室',
    '2026年6月15日',
  ]
  for (const fact of facts) expect(text).toContain(fact.replaceAll(' ', ''))
  for (const secret of SECRETS) expect(text).not.toContain(secret)
  for (const page of pages) {
    expect(page.width).toBeCloseTo(A4.width, 1)
    expect(page.height).toBeCloseTo(A4.height, 1)
    for (const { x } of page.lines) expect(x).toBeGreaterThanOrEqual(PAGE.leftMm * MM - 0.1)
  }
  expect(pages.reduce((sum, one) => sum + one.pictures, 0)).toBe(1)
  expect(fonts.size).toBeGreaterThan(0)
  for (const [name, isEmbedded] of fonts) expect([name, isEmbedded]).toEqual([name, true])
  expect(text).toContain(FONTS_ZH.replaceAll(' ', '').slice(-20))
  expect(info).toMatchObject({ Title: `交办单 案件编号 ${c.number}`, Subject: FONTS_ZH })
  pages.forEach((page, i) => {
    const number = page.lines.find((line) => line.text.replaceAll(' ', '') === `—${i + 1}—`)
    expect((number?.x ?? 0) > A4.width / 2).toBe(i % 2 === 0)
  })
})

test('销号单 and 案件单 show both sides of the repair and the public steps, never the reporter or an inner note', async () => {
  const { number } = await titleOf(closed)
  const closing = await paper(cast.verifier, `/api/cases/${closed}/closing-paper`)
  for (const fact of [number, '已更换井盖', '整改前', '整改后', '巡访员', '核查结案'])
    expect(closing.text).toContain(fact)
  const inner = String((await report()).id)
  await file(inner, { note: '内部意见甲' })
  await move(cast.reviewer, inner, 'dispatch', { unitId: UNIT, note: '三天内换好' })
  await move(cast.handler, inner, 'return', { note: '内部意见乙', unitId: OTHER_UNIT })
  const whole = await paper(cast.reviewer, `/api/cases/${inner}/whole-paper`)
  for (const fact of ['市民反映了问题', '已受理', '已派到单位', '办理过程']) expect(whole.text).toContain(fact)
  for (const secret of [...SECRETS, '内部意见甲', '内部意见乙']) {
    expect(whole.text).not.toContain(secret)
    expect(closing.text).not.toContain(secret)
  }
  expect(closing.pages.reduce((sum, one) => sum + one.pictures, 0)).toBe(3)
})

test('督办单 names its colour in words; once two people cancelled it there is a 销号单 with both offices and the evidence', async () => {
  const id = await caseAt('processing')
  const issued = await ask(cast.reviewer, 'POST', `/api/cases/${id}/supervisions`, {
    key: key(),
    colour: 'yellow',
    note: '两日内说明原因',
  })
  const path = `/api/supervisions/${issued.id}`
  const supervise = await paper(cast.handler, `${path}/paper`)
  for (const fact of [String(issued.number), '黄色督办', '两日内说明原因', String(issued.unitZh), '书面答复'])
    expect(supervise.text).toContain(fact)
  expect(await ask(cast.admin, 'GET', `${path}/cancel-paper`)).toMatchObject({ status: 409, refused: 'wrong_state' })
  const step = async (as: Person, name: string, more: object) =>
    expect((await ask(as, 'POST', `${path}/transitions`, { key: key(), move: name, ...more })).status).toBe(200)
  await step(cast.handler, 'answer', { note: '零件已到', photos: [await photo(cast.handler)] })
  await move(cast.handler, id, 'handle', { note: '换好了', photos: [await photo(cast.handler)] })
  await move(cast.verifier, id, 'close', { conditions: ['设施完好'], photos: [await photo(cast.verifier)] })
  await step(cast.reviewer, 'propose', { note: '现场已看', photos: [await photo(cast.reviewer)] })
  await step(cast.leader, 'confirm', {})
  const cancel = await paper(cast.admin, `${path}/cancel-paper`)
  for (const fact of ['零件已到', '现场已看', '提请销号', '创建办', '同意销号', '包片领导'])
    expect(cancel.text).toContain(fact)
  expect(cancel.pages.reduce((sum, one) => sum + one.pictures, 0)).toBe(2)
  for (const secret of SECRETS) expect(cancel.text).not.toContain(secret)
})

test('what one may not see is not there, what has not happened has no paper, and only what left is on record', async () => {
  const before = (await journal()).length
  for (const name of ['dispatch-paper', 'closing-paper', 'whole-paper']) {
    expect(await ask(cast.otherHandler, 'GET', `/api/cases/${closed}/${name}`)).toMatchObject({ status: 404 })
    expect(await ask(cast.farReviewer, 'GET', `/api/cases/${closed}/${name}`)).toMatchObject({ status: 404 })
    expect(await ask(cast.lin, 'GET', `/api/cases/${closed}/${name}`)).toMatchObject({ status: 403 })
  }
  expect(await ask(cast.reviewer, 'GET', `/api/cases/${submitted}/dispatch-paper`)).toMatchObject({ status: 409 })
  expect(await ask(cast.reviewer, 'GET', `/api/cases/${processing}/closing-paper`)).toMatchObject({ status: 409 })
  expect(await journal()).toHaveLength(before)
  county.at(new Date(county.now().getTime() + 1000))
  const { number } = await titleOf(closed)
  await paper(cast.admin, `/api/cases/${closed}/closing-paper`)
  expect((await journal()).at(-1)).toMatchObject({
    ...{ by: cast.admin.id, format: 'pdf', reason: '销号单', rows: 1, filters: { number, paper: 'closing' } },
  })
  expect(await ask(cast.admin, 'GET', '/api/case-exports')).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ format: 'pdf', reason: '销号单' })]),
  })
})

test('texts that no font holds and photos that cannot be read leave a mark or an empty frame, and no error', async () => {
  const id = await caseAt('processing')
  const hostile = `䶮𬭎\u0001\u202e <b>${'长'.repeat(300)}`
  await db.execute(sql`update cases set title = ${hostile} where id = ${id}`)
  for (const [name] of county.files.held) county.files.held.set(name, new Uint8Array([1, 2, 3]))
  const { text, pages } = await paper(cast.reviewer, `/api/cases/${id}/whole-paper`)
  expect(text).toContain('〓〓')
  expect(text).toContain('<b>')
  expect(pages.reduce((sum, one) => sum + one.pictures, 0)).toBe(0)
  expect(county.logged).toEqual([])
})

test('where the platform has no press the refusal says so, and nothing is on record', async () => {
  const edge = await openCounty()
  const id = await edge.caseAt('processing')
  expect(await edge.ask(edge.cast.admin, 'GET', `/api/cases/${id}/whole-paper`)).toMatchObject({
    status: 503,
    refused: 'unavailable',
    zh: expect.stringContaining('不能生成 PDF'),
  })
  expect(await edge.ask(edge.cast.admin, 'GET', '/api/case-exports')).toMatchObject({ items: [] })
})
