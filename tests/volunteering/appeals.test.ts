import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { files } from '../../schema/files'
import type { Person } from '../kit/house'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, key, leader, volunteer, person, lead, rows, db } = world
/** Staff sign in on the day: their sessions are short. */
const staff = async () => ({
  office: await person('文明办', [['reviewer']]),
  second: await person('中心', [['admin']]),
})

const appeal = (as: Person, id: string, more: object = {}) =>
  ask(as, 'POST', `/api/sign-ups/${id}/appeals`, {
    ...{ key: key(), reasonZh: '我到了，手机没电', from: at('09:00', '2026-07-01'), to: at('11:00', '2026-07-01') },
    ...more,
  })
const answer = (as: Person, id: unknown, answer: string, note = '现场照片为证') =>
  ask(as, 'POST', `/api/absence-appeals/${id}/answers`, { key: key(), answer, note })
const state = async (id: string) => (await rows<{ state: string }>(sql`select state from sign_ups where id = ${id}`))[0]
const photoOf = async (as: Person) => {
  const id = crypto.randomUUID()
  const picture = { mime: 'image/jpeg', sizeBytes: 1, width: 40, height: 30, sha256: id, storeKey: id } as const
  await db.insert(files).values({ ...picture, id, ownerId: as.id, createdAt: world.now() })
  return id
}
const missed = async (...names: string[]) => {
  const people = []
  for (const name of names) people.push(await volunteer(name))
  const made = await world.aShift('2026-07-01', people)
  world.at(at('11:30', '2026-07-01'))
  expect(await lead(leader, made.shiftId, 'confirmations')).toMatchObject({ status: 200 })
  return { ...made, people, ...(await staff()) }
}

test('未到申诉: with a photo the office restores and proposes the hours, a third person agrees; nobody is marked again', async () => {
  const { shiftId, ids, people, office, second } = await missed('陈丽')
  const [chen] = people as unknown as [Person]
  const mine = async () => (await ask(chen, 'GET', '/api/my-sign-ups?list=past')).items as object[]
  expect(await mine()).toMatchObject([{ state: 'no_show', mayAppeal: true }])
  const made = await appeal(chen, ids[0], { fileId: await photoOf(chen) })
  expect(made).toMatchObject({ status: 200, state: 'asked', leaderZh: '周建国', mayAnswer: false })
  expect(await mine()).toMatchObject([{ mayAppeal: false }])
  expect(await appeal(chen, ids[0])).toMatchObject({ status: 409, zh: '这一场已经申诉过' })
  expect((await ask(office, 'GET', '/api/absence-appeals')).items).toMatchObject([{ id: made.id, mayAnswer: true }])
  expect(await answer(office, made.id, 'grant', '')).toMatchObject({ status: 400 })
  expect(await answer(office, made.id, 'grant')).toMatchObject({ status: 200, state: 'granted', decidedByZh: '文明办' })
  expect(await answer(office, made.id, 'refuse')).toMatchObject({ status: 409, zh: '这份申诉已处理' })
  expect(await state(ids[0])).toEqual({ state: 'approved' })
  expect(await lead(leader, shiftId, 'confirmations')).toMatchObject({ status: 409 })
  expect(await state(ids[0])).toEqual({ state: 'approved' })
  const { items } = await ask(second, 'GET', '/api/hours-requests?state=proposed')
  const [request] = items as { id: string; toMinutes: number }[]
  expect(request).toMatchObject({ kind: 'backfill', toMinutes: 120, personZh: '陈丽' })
  const agree = (as: Person) =>
    ask(as, 'POST', `/api/hours-requests/${request?.id}/transitions`, { key: key(), move: 'approve' })
  expect(await agree(office)).toMatchObject({ status: 403 })
  expect(await agree(second)).toMatchObject({ status: 200, state: 'applied' })
  expect(await ask(chen, 'GET', '/api/my-hours')).toMatchObject({ totalMinutes: 120, supplementedMinutes: 120 })
  await tick(world.deps)
  const { items: news } = await ask(chen, 'GET', '/api/notices')
  expect((news as { title: string }[]).map(({ title }) => title)).toContain('申诉已通过')
})

test('不通过 keeps the mark and says why; the leader of the shift, whoever it is about, and outsiders cannot decide', async () => {
  const { ids, people, office } = await missed('王强')
  const [wang] = people as unknown as [Person]
  const made = await appeal(wang, ids[0])
  await db.execute(sql`insert into role_grants (id, person_id, role, scope_zh, granted_at)
    values (${crypto.randomUUID()}, ${leader.id}, 'reviewer', '', now()), (${crypto.randomUUID()}, ${wang.id}, 'reviewer', '', now())`)
  expect(await answer(leader, made.id, 'refuse')).toMatchObject({ status: 403, zh: expect.stringMatching('领队') })
  expect(await answer(wang, made.id, 'grant')).toMatchObject({ status: 403, zh: expect.stringMatching('自己') })
  expect(await answer(await volunteer('路人'), made.id, 'grant')).toMatchObject({ status: 403 })
  expect(await answer(office, made.id, 'refuse', '照片对不上')).toMatchObject({ status: 200, state: 'refused' })
  expect(await state(ids[0])).toEqual({ state: 'no_show' })
})

test('an appeal is the own person’s, of a marked absence, within the days of the county and the hours of the shift', async () => {
  const { ids, people } = await missed('李梅', '赵敏')
  const [li, zhao] = people as unknown as [Person, Person]
  expect(await appeal(zhao, ids[0])).toMatchObject({ status: 404 })
  const early = { from: at('06:00', '2026-07-01') }
  expect(await appeal(li, ids[0], early)).toMatchObject({ status: 422, field: 'from' })
  world.at(at('12:00', '2026-07-08'))
  expect(await appeal(li, ids[0])).toMatchObject({ status: 409, zh: '记为未到已超过 7 天，不能再申诉' })
  await db.execute(sql`insert into sign_up_rules (id, appeal_days) values ('county', 30)`)
  expect(await appeal(li, ids[0])).toMatchObject({ status: 200 })
})

test('a back-fill of somebody marked absent says so in the journal of the sign-up', async () => {
  const { ids, shiftId, second } = await missed('孙伟')
  const made = await ask(leader, 'POST', `/api/led-shifts/${shiftId}/backfills`, {
    ...{ key: key(), signUpId: ids[0], reasonZh: '码打不开', fileId: await photoOf(leader) },
    ...{ from: at('09:00', '2026-07-01'), to: at('10:00', '2026-07-01') },
  })
  expect(made).toMatchObject({ status: 200, state: 'proposed' })
  world.at(at('11:40', '2026-07-01'))
  const body = { key: key(), move: 'approve' }
  expect(await ask(second, 'POST', `/api/hours-requests/${made.id}/transitions`, body)).toMatchObject({ status: 200 })
  const moves = await rows<{ move: string; by: string }>(
    sql`select move, by from sign_up_events where sign_up_id = ${ids[0]} order by at, id`,
  )
  expect(moves.at(-1)).toEqual({ move: 'restore', by: second.id })
})
