import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { activitySeries } from '../../schema/volunteering/activities'
import { freshPostgres } from '../kit/databases'
import { at, openWorld } from './world'

/** The embedded database takes turns; a real one, where the machine has it, does not. */
const real = await freshPostgres()
afterAll(() => real?.close())
const world = await openWorld(real ? { db: real.db } : {})
const { ask, key, leader, person, volunteer, anActivity, author, rows, signUp } = world

test('published all at once, the activities of a series are numbered 1 to n, each once and none left out', async () => {
  await world.db.insert(activitySeries).values({ id: 'river', name: '护河', brand: '', by: author.id, at: world.now() })
  const reviewer = await person('何敏', [['reviewer']])
  const span = { from: at('09:00', '2026-07-04'), to: at('11:00', '2026-07-04'), leader }
  const waiting = { state: 'in_review', seriesId: 'river', seriesIssue: null, publishedAt: null } as const
  const made = await Promise.all(Array.from({ length: 12 }, () => anActivity({ ...waiting, shifts: [span] })))
  // Each is pressed twice.
  const answers = await Promise.all(
    [...made, ...made].map(({ id }) =>
      ask(reviewer, 'POST', `/api/activities/${id}/transitions`, { key: key(), move: 'publish' }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(12)
  const given = await rows<{ n: number }>(
    sql`select series_issue as n from activities where series_id = 'river' order by series_issue`,
  )
  expect(given.map(({ n }) => n)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
  expect(await rows(sql`select last from activity_series where id = 'river'`)).toEqual([{ last: 12 }])
})

test('while a shift moves, people who sign up for it and for what it moves onto end with a promise that holds', async () => {
  const [from, to] = [at('09:00', '2026-07-11'), at('11:00', '2026-07-11')]
  const [later, end] = [at('14:00', '2026-07-11'), at('16:00', '2026-07-11')]
  const a = await anActivity({ seriesIssue: null, shifts: [{ from, to, leader, posts: { 组: 30 } }] })
  const b = await anActivity({ seriesIssue: null, shifts: [{ from: later, to: end, leader, posts: { 组: 30 } }] })
  const [shiftA, shiftB] = [a.shifts[0]?.id ?? '', b.shifts[0]?.id ?? '']
  const crowd = []
  for (let i = 0; i < 12; i++) crowd.push(await volunteer(`改期${i}`))
  for (const one of crowd.slice(0, 6)) await signUp(one, shiftA)
  const admin = await person('韩立', [['admin']])
  const form = {
    ...{ version: 0, summary: '捡拾', placeZh: '亲水平台', position: { lng: 107.7, lat: 32.9 }, radiusM: 300 },
    ...{ riskZh: '临水', contactZh: '周师傅', key: key() },
    shifts: [{ id: shiftA, startsAt: later.toISOString(), endsAt: end.toISOString(), posts: [] }],
  }
  const answers = await Promise.all([
    ask(admin, 'POST', `/api/activities/${a.id}/edits`, form),
    ...crowd.slice(0, 6).map((one) => signUp(one, shiftB)),
    ...crowd.slice(6).map((one) => signUp(one, shiftA)),
  ])
  for (const answer of answers) expect([200, 409, 422], JSON.stringify(answer)).toContain(answer.status)
  expect(answers[0]).toMatchObject({ status: 200 })
  const live = sql`u.state in ('applied', 'approved', 'waitlisted', 'offered')`
  expect(
    await rows(sql`select u.id from sign_ups u join shifts s on s.id = u.shift_id where ${live}
      and (u.starts_at < s.starts_at or u.ends_at > s.ends_at)`),
  ).toEqual([])
  expect(
    await rows(sql`select p.id from posts p where p.taken <> (select count(*) from sign_ups u
      where u.post_id = p.id and u.state in ('approved', 'offered'))`),
  ).toEqual([])
})
