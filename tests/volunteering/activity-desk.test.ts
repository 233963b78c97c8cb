import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tellSignUps } from '../../functions/volunteering/sign-up-telling'
import { answerBy, type OwnPromise, planMoves } from '../../shared/volunteering/reconsents'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, key, leader, person, volunteer, anActivity, signUp, signUpId, rows, teamId } = world
const admin = await person('韩立', [['admin']])
const reviewer = await person('何敏', [['reviewer']])
const teamLead = await volunteer('带队的')
await world.db.execute(sql`insert into team_members (id, team_id, person_id, role, state, is_primary, words, asked_at, since)
  values ('lead-1', ${teamId}, ${teamLead.id}, 'lead', 'active', true, '', now(), now())`)

const draft = (more: object = {}) => ({
  ...{ key: key(), title: '周末护河', summary: '捡拾垃圾。', kind: 'greening', teamId, placeZh: '亲水平台' },
  ...{ position: { lng: 107.766, lat: 32.983 }, riskZh: '临水作业', contactZh: '周师傅' },
  signUpEndsAt: at('18:00', '2026-06-28').toISOString(),
  shifts: [
    {
      ...{ startsAt: at('08:30', '2026-06-29').toISOString(), endsAt: at('11:30', '2026-06-29').toISOString() },
      ...{ leaderNumber: leader.number, posts: [{ name: '清捡组', capacity: 20 }] },
    },
  ],
  ...more,
})
type Body = Record<string, unknown> & { shifts: Shift[]; version: number }
type Shift = {
  id: string
  startsAt: string
  endsAt: string
  unanswered: number
  posts: { id: string; capacity: number }[]
}
type Who = { token: string }
const move = (who: Who, id: unknown, name: string, more: object = {}) =>
  ask(who, 'POST', `/api/activities/${id}/transitions`, { key: key(), move: name, ...more })
const sheet = async (who: Who, id: unknown) => (await ask(who, 'GET', `/api/activity-desk/${id}`)) as unknown as Body
const save = (who: Who, id: unknown, version: number, more: object = {}) =>
  ask(who, 'POST', `/api/activities/${id}/drafts`, { ...draft(more), version })
/** The whole edit form as the desk sends it, with changes on top. */
const edit = async (who: Who, id: unknown, change: (now: Body) => object = () => ({})) => {
  const now = await sheet(admin, id)
  const shifts = now.shifts.map((shift) => ({
    ...{ id: shift.id, startsAt: shift.startsAt, endsAt: shift.endsAt },
    posts: shift.posts.map((post) => ({ id: post.id, capacity: post.capacity })),
  }))
  const { version, summary, placeZh, position, radiusM, riskZh, contactZh } = now
  const form = { key: key(), version, summary, placeZh, position, radiusM, riskZh, contactZh, shifts }
  return (await ask(who, 'POST', `/api/activities/${id}/edits`, {
    ...form,
    ...change({ ...now, shifts } as Body),
  })) as unknown as Body
}
const retime = (from: Date, to: Date) => (now: Body) => ({
  shifts: now.shifts.map((shift, i) =>
    i === 0 ? { ...shift, startsAt: from.toISOString(), endsAt: to.toISOString() } : shift,
  ),
})
const stateOf = async (id: string) =>
  (await rows<{ state: string; starts_at: string }>(sql`select state, starts_at from sign_ups where id = ${id}`))[0]

test('a draft is saved whole by its team’s lead, and nobody else’s older copy overwrites it', async () => {
  const made = await ask(admin, 'POST', '/api/activities', draft())
  const body = {
    ...draft({ title: '护河第二稿', shifts: [{ ...draft().shifts[0], posts: [{ name: '宣传组', capacity: 3 }] }] }),
    version: 0,
  }
  const saved = await ask(teamLead, 'POST', `/api/activities/${made.id}/drafts`, body)
  expect(saved).toMatchObject({
    status: 200,
    title: '护河第二稿',
    version: 1,
    shifts: [{ posts: [{ name: '宣传组', capacity: 3, taken: 0 }] }],
  })
  expect(await ask(teamLead, 'POST', `/api/activities/${made.id}/drafts`, body)).toEqual(saved)
  expect(await save(admin, made.id, 0)).toMatchObject({ refused: 'conflict' })
  expect(await save(await volunteer('路人甲'), made.id, 1)).toMatchObject({ status: 404 })
  expect(await ask(teamLead, 'GET', '/api/activity-desk')).toMatchObject({ items: [{ id: made.id }] })
  expect(await ask(await volunteer('路人乙'), 'GET', '/api/activity-desk')).toMatchObject({ items: [] })
  await move(teamLead, made.id, 'submit')
  expect(await save(teamLead, made.id, 2)).toMatchObject({ refused: 'wrong_state' })
  await move(reviewer, made.id, 'return', { note: '补雨天安排' })
  expect(await sheet(teamLead, made.id)).toMatchObject({ returnedZh: '补雨天安排', maySave: true, mayEdit: false })
})

test('every submission, publication and edit leaves a version that nobody rewrites', async () => {
  const made = await ask(admin, 'POST', '/api/activities', draft())
  await move(admin, made.id, 'submit')
  await move(reviewer, made.id, 'publish')
  await edit(teamLead, made.id, () => ({ riskZh: '临水作业，请穿救生衣' }))
  const { versions } = await sheet(reviewer, made.id)
  expect((versions as { cause: string }[]).map(({ cause }) => cause)).toEqual(['edit', 'publish', 'submit'])
  const [first, last] = await rows<{ snapshot: { riskZh: string; shifts: unknown[] }; risk_hash: string }>(
    sql`select snapshot, risk_hash from activity_versions where activity_id = ${String(made.id)} order by version`,
  ).then((all) => [all[0], all.at(-1)])
  expect(first?.snapshot).toMatchObject({ riskZh: '临水作业', shifts: [{ posts: [{ capacity: 20 }] }] })
  expect(last?.snapshot.riskZh).toBe('临水作业，请穿救生衣')
  expect(last?.risk_hash).not.toBe(first?.risk_hash)
  await expect(world.db.execute(sql`update activity_versions set risk_hash = ''`)).rejects.toThrow()
})

test('a sign-up keeps which risk text was agreed to, and a stale one is to be read again', async () => {
  const { id, shifts } = await anActivity({
    shifts: [{ from: at('09:00', '2026-07-02'), to: at('11:00', '2026-07-02'), leader }],
  })
  const shiftId = shifts[0]?.id ?? ''
  const who = await volunteer('读风险')
  const seen = (await ask(who, 'GET', `/api/activities/${id}`)).riskHash
  await edit(admin, id, () => ({ riskZh: '有雷雨，注意防雷' }))
  expect(await signUp(who, shiftId, { riskHash: seen })).toMatchObject({
    status: 409,
    zh: '风险提示已更新，请重新阅读',
  })
  const now = (await ask(who, 'GET', `/api/activities/${id}`)).riskHash
  expect(await signUp(who, shiftId, { riskHash: now })).toMatchObject({ status: 200 })
  expect(await rows(sql`select agreed_risk_hash from sign_ups where person_id = ${who.id}`)).toEqual([
    { agreed_risk_hash: now },
  ])
})

test('an edit never takes a seat away, keeps to the future and to those who may', async () => {
  const { id, shifts } = await anActivity({
    shifts: [{ from: at('09:00', '2026-07-03'), to: at('11:00', '2026-07-03'), leader, posts: { 组: 3 } }],
  })
  const people = [await volunteer('甲一'), await volunteer('乙二')]
  for (const one of people) await signUp(one, shifts[0]?.id ?? '')
  const cap = (n: number) => (now: Body) => ({
    shifts: now.shifts.map((s) => ({ ...s, posts: s.posts.map((p) => ({ ...p, capacity: n })) })),
  })
  expect(await edit(admin, id, cap(1))).toMatchObject({ status: 422, zh: '“组”已有 2 人，名额不能少于 2' })
  expect(await edit(admin, id, cap(2))).toMatchObject({ status: 200, shifts: [{ posts: [{ capacity: 2, taken: 2 }] }] })
  expect(await edit(admin, id, retime(at('07:00'), at('07:30')))).toMatchObject({ refused: 'invalid' })
  expect(await edit(people[0] as Who, id)).toMatchObject({ refused: 'forbidden' })
  expect(await edit(reviewer, id)).toMatchObject({ refused: 'forbidden' })
  const waits = await volunteer('候补')
  await signUp(waits, shifts[0]?.id ?? '', { queue: true })
  await edit(admin, id, cap(3))
  expect((await stateOf(await signUpId(waits, shifts[0]?.id ?? '')))?.state).toBe('offered')
})

test('a changed time keeps every sign-up and asks each person; who cannot come gives the seat on without a mark', async () => {
  const day = '2026-07-05'
  const { id, shifts } = await anActivity({
    shifts: [{ from: at('09:00', day), to: at('11:00', day), leader, posts: { 组: 2 } }],
  })
  const shiftId = shifts[0]?.id ?? ''
  const [stays, leaves, waits] = [await volunteer('去得了'), await volunteer('去不了'), await volunteer('等位')]
  await signUp(stays, shiftId)
  await signUp(leaves, shiftId, { part: { from: at('10:00', day), to: at('11:00', day) } })
  await signUp(waits, shiftId, { queue: true })
  expect(await edit(admin, id, retime(at('14:00', day), at('16:00', day)))).toMatchObject({
    status: 200,
    shifts: [{ unanswered: 2 }],
  })
  expect(
    await rows(sql`select state, starts_at = ${at('14:00', day).toISOString()}::timestamptz as whole from sign_ups
    where shift_id = ${shiftId} order by created_at, id`),
  ).toEqual(
    expect.arrayContaining([
      { state: 'approved', whole: true },
      { state: 'approved', whole: false },
      { state: 'waitlisted', whole: true },
    ]),
  )
  expect(await ask(stays, 'GET', '/api/my-sign-ups')).toMatchObject({
    items: [{ startsAt: at('14:00', day).toISOString(), reconsent: { wasStartsAt: at('09:00', day).toISOString() } }],
  })
  await tellSignUps({ ...world.deps, now: world.now })
  expect(await rows(sql`select title from notices where person_id = ${stays.id}`)).toEqual([{ title: '活动时间有变' }])
  const answer = async (who: typeof stays, said: string) =>
    ask(who, 'POST', `/api/sign-ups/${await signUpId(who, shiftId)}/reconsents`, { key: key(), answer: said })
  expect(await answer(waits, 'still')).toMatchObject({ refused: 'wrong_state' })
  expect(await answer(stays, 'still')).toMatchObject({ status: 200 })
  expect(await answer(stays, 'cannot')).toMatchObject({ refused: 'wrong_state' })
  expect(await answer(leaves, 'cannot')).toMatchObject({ status: 200 })
  expect((await stateOf(await signUpId(leaves, shiftId)))?.state).toBe('withdrawn')
  expect((await stateOf(await signUpId(waits, shiftId)))?.state).toBe('offered')
  expect(await sheet(admin, id)).toMatchObject({ shifts: [{ unanswered: 0 }] })
})

test('silence keeps the seat and the leader sees it', async () => {
  const day = '2026-07-06'
  const { id, shifts } = await anActivity({ shifts: [{ from: at('09:00', day), to: at('11:00', day), leader }] })
  const shiftId = shifts[0]?.id ?? ''
  const quiet = await volunteer('没回')
  await signUp(quiet, shiftId)
  await edit(admin, id, retime(at('10:00', day), at('12:00', day)))
  world.at(at('07:00', '2026-07-04'))
  expect(await world.board(leader, shiftId)).toMatchObject({
    roster: [{ isUnanswered: true, signUpState: 'approved' }],
  })
  const late = await ask(quiet, 'POST', `/api/sign-ups/${await signUpId(quiet, shiftId)}/reconsents`, {
    key: key(),
    answer: 'cannot',
  })
  expect(late).toMatchObject({ refused: 'wrong_state', zh: expect.stringContaining('已过') })
})

test('a time that now overlaps another own sign-up lets that one go with a notice, and gives its seat back', async () => {
  world.at(at('08:00'))
  const day = '2026-07-08'
  const a = await anActivity({
    shifts: [
      { from: at('09:00', day), to: at('10:00', day), leader },
      { from: at('10:00', day), to: at('11:00', day), leader },
    ],
  })
  const b = await anActivity({ shifts: [{ from: at('14:00', day), to: at('16:00', day), leader }] })
  const both = await volunteer('两场')
  await signUp(both, b.shifts[0]?.id ?? '')
  for (const { id } of a.shifts) await signUp(both, id)
  const [first, second] = [await signUpId(both, a.shifts[0]?.id ?? ''), await signUpId(both, a.shifts[1]?.id ?? '')]
  // Each takes the other's old hour: fine once both have moved.
  const swapped = await edit(admin, a.id, (now) => ({
    shifts: now.shifts.map((s, i) => ({
      ...s,
      startsAt: at(i ? '09:00' : '10:00', day).toISOString(),
      endsAt: at(i ? '10:00' : '11:00', day).toISOString(),
    })),
  }))
  expect(swapped).toMatchObject({ status: 200 })
  expect([(await stateOf(first))?.state, (await stateOf(second))?.state]).toEqual(['approved', 'approved'])
  expect(await edit(admin, a.id, retime(at('14:30', day), at('15:30', day)))).toMatchObject({ status: 200 })
  const gone = await rows<{ id: string }>(
    sql`select id from sign_ups where person_id = ${both.id} and state = 'withdrawn'`,
  )
  expect(gone).toHaveLength(1)
  expect(
    await rows(sql`select p.taken from posts p join sign_ups u on u.post_id = p.id where u.id = ${gone[0]?.id}`),
  ).toEqual([{ taken: 0 }])
  await tellSignUps({ ...world.deps, now: world.now })
  expect(
    await rows(sql`select count(*)::int as n from notices where person_id = ${both.id} and title like '%冲突%'`),
  ).toEqual([{ n: 1 }])
})

test('a series numbers its activities as they are published, without a gap', async () => {
  const made = await ask(admin, 'POST', '/api/activity-series', { key: key(), name: '滨江护河', brand: '河小青' })
  const series = (made.items as { id: string; name: string }[]).find(({ name }) => name === '滨江护河')
  expect(await ask(admin, 'POST', '/api/activity-series', { key: key(), name: '滨江护河' })).toMatchObject({
    field: 'name',
  })
  const issues = []
  for (const again of [false, true]) {
    const one = await ask(admin, 'POST', '/api/activities', draft({ seriesId: series?.id }))
    expect(one).toMatchObject({ seriesIssue: null })
    await move(admin, one.id, 'submit')
    if (again) {
      await move(reviewer, one.id, 'return', { note: '再改' })
      await move(admin, one.id, 'submit')
    }
    issues.push((await move(reviewer, one.id, 'publish')).seriesIssue)
  }
  expect(issues).toEqual([1, 2])
  expect(await ask(admin, 'POST', '/api/activities', draft({ seriesId: 'nowhere' }))).toMatchObject({
    field: 'seriesId',
  })
})

test('whatever moves, nobody is promised twice at one time, and the answer is due before the start', () => {
  const hour = (h: number) => new Date(Date.UTC(2026, 6, 1, h))
  const span = (h: number) => ({ startsAt: hour(h), endsAt: hour(h + 1) })
  const promise = fc.record({ shift: fc.nat(4), who: fc.nat(2) })
  fc.assert(
    fc.property(
      fc.uniqueArray(promise, { selector: ({ shift, who }) => `${shift}.${who}` }),
      fc.array(fc.nat(8), { minLength: 3, maxLength: 3 }),
      (own, to) => {
        const live = own.map(
          ({ shift, who }, i): OwnPromise => ({
            ...{ id: `u${i}`, shiftId: `s${shift}`, personId: `p${who}`, state: 'approved', version: 0 },
            ...span(shift),
          }),
        )
        const retimed = to.map((h, i) => ({ id: `s${i}`, was: span(i), is: span(h) }))
        const moved = planMoves(retimed, live)
        const after = live
          .map((one) => moved.find(({ id }) => id === one.id) ?? { ...one, fate: 'kept' })
          .filter(({ fate }) => fate !== 'displaced')
        for (const a of after)
          for (const b of after)
            expect(a.id !== b.id && a.personId === b.personId && a.startsAt < b.endsAt && b.startsAt < a.endsAt).toBe(
              false,
            )
        expect(moved).toHaveLength(live.filter(({ shiftId }) => retimed.some(({ id }) => id === shiftId)).length)
      },
    ),
  )
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      (minutes) => answerBy(new Date(minutes * 60_000), new Date(0)) <= new Date(minutes * 60_000),
    ),
  )
})
