import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { checkPictures } from '../../functions/files/content-actions'
import type { Person } from '../kit/house'
import { aPhoto, uploadPhoto } from '../kit/photos'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, key, leader, person, volunteer, anActivity, rows } = world
const reviewer = await person('何敏', [['reviewer']])
const other = await person('苏晴', [['reviewer']])

const WORDS = { title: '三十人清出一条步道', text: '上午九点，三十名志愿者在亲水平台集合。' }
const photo = async (as: Person) => String((await uploadPhoto(world, as, await aPhoto())).id)
const write = (as: Person, id: string, more: object = {}, under = key()) =>
  ask(as, 'POST', `/api/activities/${id}/articles`, { key: under, ...WORDS, ...more })
const decide = (as: Person, id: unknown, decision: string, note = '') =>
  ask(as, 'POST', `/api/activity-articles/${id}/decisions`, { key: key(), decision, note })
const read = (as: Person | null, id: string) => ask(as, 'GET', `/api/activities/${id}/article`)
const latestOf = (answer: unknown) => (answer as { latest: { id: string } }).latest.id

/** An activity of this morning that is over. */
const over = async (more: object = {}) => {
  const { id } = await anActivity({ shifts: [{ from: at('06:00'), to: at('07:30'), leader }], ...more })
  return id
}

test('the leader writes with photos and attachments; nobody else reads a word before another person lets it out', async () => {
  const id = await over()
  const attachments = [{ name: '物资清单', url: 'https://www.example.gov.cn/list.pdf' }]
  const [a, b] = [await photo(leader), await photo(leader)]
  const under = key()
  const made = await write(leader, id, { photos: [a, b], attachments }, under)
  expect(made).toMatchObject({ status: 200, shown: null, latest: { ...WORDS, state: 'in_review', mayDecide: false } })
  expect(await write(leader, id, { photos: [a, b], attachments }, under)).toMatchObject({ status: 200 })
  const citizen = await person('路人')
  for (const stranger of [null, citizen, await volunteer('陈丽')])
    expect(await read(stranger, id)).toMatchObject({ status: 200, shown: null, latest: null, mayWrite: { may: false } })
  expect(JSON.stringify((await ask(reviewer, 'GET', '/api/activity-articles')).items)).toContain(WORDS.title)
  await checkPictures(world.deps)
  expect(await decide(leader, latestOf(made), 'publish')).toMatchObject({ refused: 'forbidden' })
  expect(await decide(reviewer, latestOf(made), 'publish')).toMatchObject({ status: 200 })
  const shown = (await read(null, id)).shown as { photos: { id: string; url: string }[] }
  expect(shown).toMatchObject({ ...WORDS, attachments, photos: [{ id: a }, { id: b }] })
  expect((await world.app.request(shown.photos[0]?.url ?? '')).status).toBe(200)
  expect((await ask(reviewer, 'GET', '/api/activity-articles')).items).toEqual([])
})

test('nothing goes out while a photo waits for its check, or when it was found risky', async () => {
  const id = await over()
  const made = await write(leader, id, { photos: [await photo(leader)] })
  expect(await decide(reviewer, latestOf(made), 'publish')).toMatchObject({ refused: 'not_ready', field: 'photos' })
  await checkPictures(world.deps)
  await world.db.execute(sql`update content_checks set state = 'risky' where subject_id in
    (select file_id from activity_article_photos where article_id = ${latestOf(made)})`)
  expect(await decide(reviewer, latestOf(made), 'publish')).toMatchObject({ refused: 'invalid', field: 'photos' })
  expect(await read(null, id)).toMatchObject({ shown: null })
  expect(await decide(reviewer, latestOf(made), 'return')).toMatchObject({ refused: 'missing', field: 'note' })
  expect(await decide(reviewer, latestOf(made), 'return', '请换照片')).toMatchObject({
    latest: { state: 'returned', note: '请换照片' },
  })
})

test('a reviewer does not let out what he wrote, and the house refuses it too', async () => {
  const id = await over()
  const article = latestOf(await write(reviewer, id))
  expect(await decide(reviewer, article, 'publish')).toMatchObject({ refused: 'forbidden' })
  await expect(
    world.db.execute(sql`update activity_articles set state = 'published', decided_by = ${reviewer.id}, decided_at = now()
      where id = ${article}`),
  ).rejects.toThrow()
  expect(await decide(other, article, 'publish')).toMatchObject({ status: 200, shown: WORDS })
  expect(await decide(other, article, 'return', '晚了')).toMatchObject({ refused: 'wrong_state' })
  await expect(
    world.db.execute(sql`update activity_articles set text = '改写' where id = ${article}`),
  ).rejects.toThrow()
})

test('a later article takes the place of the shown one only once it is let out; one waits at a time', async () => {
  const id = await over()
  await decide(reviewer, latestOf(await write(leader, id)), 'publish')
  const second = await write(leader, id, { title: '第二稿' })
  expect(await write(leader, id, { title: '第三稿' })).toMatchObject({ refused: 'wrong_state' })
  expect(await read(null, id)).toMatchObject({ shown: { title: WORDS.title } })
  world.at(at('08:05'))
  await decide(reviewer, latestOf(second), 'publish')
  expect(await read(null, id)).toMatchObject({ shown: { title: '第二稿' } })
  world.at(at('08:00'))
})

test('who may not write, too early and bad input are told in words, and nothing is kept', async () => {
  const id = await over()
  const soon = (await anActivity({ shifts: [{ from: at('14:00'), to: at('16:00'), leader }] })).id
  const hidden = await over({ state: 'draft', publishedAt: null })
  const foreign = await photo(await person('别人'))
  const answers = [
    [await write(await volunteer('路过'), id), 403],
    [await write(leader, soon), 409],
    [await write(reviewer, hidden), 409],
    [await write(leader, id, { title: ' ' }), 400],
    [await write(leader, id, { photos: [foreign] }), 422],
    [await write(leader, id, { photos: Array.from({ length: 10 }, () => foreign) }), 400],
    [await write(leader, id, { attachments: [{ name: '清单', url: 'http://example.com/a' }] }), 400],
    [await write(leader, id, { attachments: [{ name: '', url: 'https://example.com/a' }] }), 400],
  ] as const
  for (const [answer, status] of answers) expect(answer).toMatchObject({ status, zh: expect.stringMatching(/[一-龥]/) })
  expect(await read(await person('路人'), hidden)).toMatchObject({ status: 404 })
  expect(await rows(sql`select 1 from activity_articles where activity_id in (${id}, ${soon}, ${hidden})`)).toEqual([])
})
