import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addDays } from '../../shared/kit/time'
import { openCounty } from './world'

const county = await openCounty()
const { ask, cast, key, db, caseAt, move } = county
const { reviewer, lin, handler } = cast

async function handedOver() {
  const id = await caseAt('filed')
  const asked = { target: '县公路段', externalNumber: '', note: '省道，归公路段养护' }
  expect(await move(reviewer, id, 'transfer', asked)).toMatchObject({ status: 200 })
  return id
}
const make = (id: unknown, more: object = {}) =>
  ask(reviewer, 'POST', `/api/cases/${id}/outside-links`, { key: key(), name: '县公路段', days: 14, ...more })
const look = (token: unknown) => ask(null, 'POST', '/api/outside-cases/look', { token })
const answer = (token: unknown, more: object = {}) =>
  ask(null, 'POST', '/api/outside-cases/answer', {
    key: key(),
    token,
    outcome: 'working',
    byZh: '公路段 张工',
    words: '已安排周三修补',
    ...more,
  })

test('an outside body sees one case by its link, answers it, and the dispatchers hear of it', async () => {
  const id = await handedOver()
  const made = await make(id)
  expect(made).toMatchObject({ status: 200, name: '县公路段', isOpen: true, answers: [] })
  const seen = await look(made.token)
  expect(seen).toMatchObject({ status: 200, name: '县公路段', photos: [{ thumbUrl: expect.any(String) }] })
  expect(JSON.stringify(seen)).not.toMatch(/林晓岚|井盖塌了半边|openid/)
  const said = await answer(made.token)
  expect(said).toMatchObject({ status: 200, answers: [{ outcome: 'working', words: '已安排周三修补' }] })
  const links = await ask(reviewer, 'GET', `/api/cases/${id}/outside-links`)
  expect(links).toMatchObject({ mayAdd: true, items: [{ answers: [{ byZh: '公路段 张工' }] }] })
  const { items } = await ask(reviewer, 'GET', '/api/notices?size=50')
  expect(items).toContainEqual(expect.objectContaining({ title: '外部单位答复', link: `/staff/cases/detail?id=${id}` }))
})

test('the same answer sent twice counts once, and an answer is never rewritten', async () => {
  const { token } = await make(await handedOver())
  const once = key()
  await answer(token, { key: once })
  expect((await answer(token, { key: once })).answers).toHaveLength(1)
  await expect(db.execute(sql`update outside_answers set words = ''`)).rejects.toThrow()
  await expect(db.execute(sql`delete from outside_answers`)).rejects.toThrow()
})

test('a made-up, an ended and a late link lead nowhere, and so does the link of a case taken back', async () => {
  const nowhere = { status: 404, zh: '链接已失效，请联系发来链接的人' }
  expect(await look('x'.repeat(43))).toMatchObject(nowhere)
  const ended = await make(await handedOver())
  expect(await ask(reviewer, 'POST', `/api/outside-links/${ended.id}/end`, { key: key() })).toMatchObject({
    status: 200,
    isOpen: false,
  })
  expect(await look(ended.token)).toMatchObject(nowhere)
  const again = await ask(reviewer, 'POST', `/api/outside-links/${ended.id}/end`, { key: key() })
  expect(again).toMatchObject({ status: 409, refused: 'wrong_state' })
  const late = await make(await handedOver(), { days: 1 })
  const id = await handedOver()
  const back = await make(id)
  expect(await move(reviewer, id, 'take_back', { note: '公路段说不归他们' })).toMatchObject({ status: 200 })
  expect(await look(back.token)).toMatchObject(nowhere)
  expect(await answer(back.token)).toMatchObject(nowhere)
  const before = county.now()
  county.at(addDays(before, 2))
  expect(await look(late.token)).toMatchObject(nowhere)
  // Sessions of staff end after half an hour.
  county.at(before)
})

test('a link is given only for a case that is with an outside body, by who may see it', async () => {
  const id = await caseAt('filed')
  expect(await make(id)).toMatchObject({ status: 409, zh: '只有转外部的案件才能发办理链接' })
  const away = await handedOver()
  expect(await ask(cast.farReviewer, 'GET', `/api/cases/${away}/outside-links`)).toMatchObject({ status: 404 })
  for (const as of [lin, handler])
    expect(await ask(as, 'GET', `/api/cases/${away}/outside-links`)).toMatchObject({ status: 403 })
  expect(await make(away, { days: 31 })).toMatchObject({ status: 400, zh: '最多 30 天', field: 'days' })
  expect(await answer((await make(away)).token, { words: ' ' })).toMatchObject({ status: 400, zh: '请填写办理情况' })
})

test('the token is shown once and kept nowhere; a link answers at most twenty times', async () => {
  const id = await handedOver()
  const once = key()
  const { token } = await make(id, { key: once })
  expect(await make(id, { key: once })).toMatchObject({ status: 200, token: null })
  const kept = JSON.stringify(await db.execute(sql`select * from outside_links`))
  expect(kept).not.toContain(String(token))
  for (let i = 0; i < 20; i++) expect(await answer(token)).toMatchObject({ status: 200 })
  expect(await answer(token)).toMatchObject({ status: 429, refused: 'too_many' })
})
