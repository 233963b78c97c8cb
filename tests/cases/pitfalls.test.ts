import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { OTHER_UNIT, openCounty, UNIT } from './world'

/** What broke in the systems before ours, each with the test that would have caught it: here, or where it is named. */
const ELSEWHERE: readonly (readonly [pitfall: string, file: string, test: string])[] = [
  [
    'own words published by mistake',
    'reports/identity',
    'hidden words are read by reviewers only, found by nobody, and can be shown again',
  ],
  ['no preview of what becomes public', 'reports/identity', 'the preview never lists words or a person as public'],
  [
    'a decision without a reason',
    'cases/transitions',
    'every move asks for what its row needs, and moves nothing without it',
  ],
  [
    'anyone can mark fixed',
    'cases/transitions',
    'a citizen who is its $relation may $move a $state case only where the table says so',
  ],
  ['not ours, and nobody says who said it', 'cases/co-units', 'two returns leave the decision to the joint meeting'],
  [
    'a photo lost on a form error',
    'walks/report',
    'a refused photo says why at the photo and loses nothing of the form',
  ],
  [
    'one draft, and no sending by itself',
    'walks/report',
    'a draft survives a reload and a dead network, and leaves by one tap when it is back',
  ],
  [
    'an edited or foreign picture dropped in silence',
    'files/api',
    'what is no photo is refused with a sentence, and nothing is stored',
  ],
  ['the position read from the photo', 'files/photo', '%s: position and device are gone, not one pixel changes'],
  ['duplicates known by file name', 'cases/similar', 'the same picture is offered whatever its class and however far'],
  [
    'a hint with a tiny photo, open cases only',
    'reports/api',
    'the same problem nearby is hinted at, with a photo only once it is public',
  ],
  [
    'exports that time out or grow without end',
    'cases/export',
    'a receiver that goes away stops the reading, and nothing breaks',
  ],
  ['deadlines wrong at weekends and holidays', 'house/work-clock', 'work minutes are what counting every minute gives'],
  ['the town’s name in the code', 'house/county-words', 'the name of the county is data'],
  [
    'media, paging and updates undefined',
    'reports/open311-updates',
    'pages and ranges cut the list without losing or doubling an update',
  ],
]

test.each(ELSEWHERE)('%s: held in tests/%s', (_pitfall, file, name) => {
  expect(readFileSync(`tests/${file}.test.ts`, 'utf8')).toContain(name)
})

const county = await openCounty()
const { ask, cast, db, deps, key, move, myMove, caseAt, photo } = county
const start = county.now().getTime()
const titles = async (as: { token: string }) =>
  ((await ask(as, 'GET', '/api/notices?size=100')).items as { title: string }[]).map(({ title }) => title)

test('who joined hears nothing more of a case whose class has become private, whoever reported it does', async () => {
  const id = await caseAt('submitted')
  await ask(cast.zhou, 'POST', `/api/cases/${id}/joins`, { key: key() })
  await tick(deps)
  const before = await titles(cast.zhou)
  await db.execute(
    sql`update cases set category_code = (select code from categories where is_private limit 1) where id = ${id}`,
  )
  county.at(new Date(start + 60_000))
  await move(cast.reviewer, id, 'ask_more', { note: '请补充车牌' })
  await tick(deps)
  expect(await titles(cast.zhou)).toEqual(before)
  expect(await titles(cast.lin)).toContain('请您补充')
})

test('a reopening always reaches the unit, and its request the office', async () => {
  const id = await caseAt('closed')
  await myMove(cast.lin, id, 'ask_reopen', { note: '又坏了', photos: [await photo(cast.lin)] })
  await move(cast.reviewer, id, 'reopen', { note: '情况属实' })
  county.at(new Date(start + 120_000))
  await tick(deps)
  expect(await titles(cast.reviewer)).toContain('申请重办')
  expect(await titles(cast.handler)).toContain('重新处置')
})

test('a wrong class is put right under the same number, and the deadline counts from the dispatch', async () => {
  const id = await caseAt('dispatched')
  const was = await ask(cast.reviewer, 'GET', `/api/cases/${id}`)
  const is = await move(cast.reviewer, id, 'reclass', { categoryCode: 'B6', note: '是广告牌' })
  expect(is).toMatchObject({ status: 200, number: was.number, categoryCode: 'B6', state: 'dispatched' })
  expect((is.clock as { dueAt: string }).dueAt).not.toBe((was.clock as { dueAt: string }).dueAt)
})

test('no state without its journal row: every case stands where its last row says', async () => {
  const id = await caseAt('filed')
  await move(cast.reviewer, id, 'dispatch', { unitId: UNIT, coUnitIds: [OTHER_UNIT] })
  await move(cast.handler, id, 'sign')
  const { rows } = (await db.execute(sql`select c.id, c.state, c.version, e.is_state, e.version as told from cases c
    join lateral (select e.is as is_state, e.version from case_events e where e.case_id = c.id order by e.version desc limit 1) e on true`)) as unknown as {
    rows: { state: string; version: number; is_state: string; told: number }[]
  }
  expect(rows.length).toBeGreaterThan(3)
  for (const { state, version, is_state, told } of rows) expect([state, version]).toEqual([is_state, told])
})
