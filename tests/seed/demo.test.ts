import { type SQL, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Deps } from '../../functions/http/deps'
import { sharpPictures } from '../../functions/outside/sharp-pictures'
import { seedDemo } from '../../functions/seed/demo'
import { CASE_STATES } from '../../shared/cases/states'
import { shanghai } from '../../shared/kit/time'
import { ORDER_STATES } from '../../shared/volunteering/orders/moves'
import { type House, openHouse } from '../kit/house'

/** A Wednesday, 10:40 in Shanghai. */
const AT = new Date('2026-11-25T02:40:00Z')
const quiet = () => undefined
const open = () => openHouse({ now: AT, pictures: sharpPictures })

const house = await open()
const from = performance.now()
await seedDemo(house.deps, AT, quiet)
process.stdout.write(`demo county seeded in ${((performance.now() - from) / 1000).toFixed(1)} s\n`)

const rowsOf = async <T>({ db }: Pick<House, 'db'>, query: SQL) =>
  ((await db.execute(query)) as unknown as { rows: T[] }).rows
const { ask, key } = house
const as = async (name: string) => {
  const { items } = (await ask(null, 'GET', '/api/demo-accounts')) as unknown as {
    items: { id: string; name: string }[]
  }
  const personId = items.find((account) => account.name === name)?.id
  return { token: String((await ask(null, 'POST', '/api/sessions/demo', { personId })).token) }
}
type List = { items: { id: string; title: string; state: string; mayRate?: boolean; dueAt?: string | null }[] }
const list = async (name: string, path: string) => ((await ask(await as(name), 'GET', path)) as unknown as List).items

test('every state of a case is there to be seen, in every grid and in two dozen categories', async () => {
  const states = await rowsOf<{ state: string }>(house, sql`select distinct state from cases`)
  expect(states.map(({ state }) => state).sort()).toEqual([...CASE_STATES].sort())
  const [spread] = await rowsOf(
    house,
    sql`select count(distinct grid_id)::int as grids, count(distinct category_code) >= 24 as wide from cases`,
  )
  expect(spread).toEqual({ grids: 12, wide: true })
})

test('the accounts are offered in the order of a demonstration, each with a sentence', async () => {
  const { items } = (await ask(null, 'GET', '/api/demo-accounts')) as unknown as {
    items: { name: string; zh: string }[]
  }
  expect(items.map(({ name }) => name).join(' ')).toBe(
    '林晓岚 周雨桐 韩建华 何敏 许志强 罗大勇 白秀兰 孟佳 金成栋 万清和 方婷',
  )
  expect(items.every(({ zh }) => zh.length > 8)).toBe(true)
})

test.each([
  ['林晓岚', '/api/my-cases'],
  ['周雨桐', '/api/activities?when=week'],
  ['韩建华', '/api/led-shifts'],
  ['何敏', '/api/cases?todo=yes'],
  ['何敏', '/api/activity-desk'],
  ['许志强', '/api/cases?todo=yes'],
  ['罗大勇', '/api/cases?todo=yes'],
  ['白秀兰', '/api/cases?todo=yes'],
  ['孟佳', '/api/cases?todo=yes'],
  ['金成栋', '/api/cases'],
  ['万清和', '/api/cases'],
  ['方婷', '/api/cases?todo=yes'],
  ['林晓岚', '/api/service-orders?list=mine&open=yes'],
  ['韩建华', '/api/service-orders?list=team&open=yes'],
  ['韩建华', '/api/service-orders?list=pool'],
  ['许志强', '/api/service-orders?list=desk&open=yes'],
  ['周雨桐', '/api/point-items'],
])('%s finds something to do at %s', async (name, path) => {
  expect((await list(name, path)).length).toBeGreaterThan(0)
})

test('林晓岚 has one case to rate, one to supplement, and one promised for later today', async () => {
  const mine = await list('林晓岚', '/api/my-cases?size=50')
  expect(mine.filter(({ mayRate }) => mayRate)).toHaveLength(1)
  expect(mine.filter(({ state }) => state === 'supplement')).toHaveLength(1)
  const due = mine
    .filter(({ dueAt }) => dueAt && new Date(dueAt) > AT)
    .map(({ dueAt }) => shanghai(new Date(dueAt ?? AT)).day)
  expect(due).toContain('2026-11-25')
})

test('every way in has something: a call with a callback, a name, answers, a letter that waits, a case told by two', async () => {
  const [ways] = await rowsOf(
    house,
    sql`select (select count(*)::int from report_callbacks) as callbacks,
      (select count(*)::int from reports where source = 'phone') as calls,
      (select count(*)::int from reporters p join reports r on r.id = p.report_id where p.identity = 'real_name' and r.source = 'wechat') as named,
      (select count(*)::int from reports where source = 'wechat' and answers <> '[]') as answered`,
  )
  expect(ways).toEqual({ callbacks: 1, calls: 2, named: 1, answered: 1 })
  expect((await ask(await as('何敏'), 'GET', '/api/mails')).items).toMatchObject([{ photos: [{}], left: [] }])
})

test('the administrator finds invites of every kind, a key, a template of the office and who changed what', async () => {
  const admin = await as('方婷')
  const items = async (path: string) =>
    (await ask(admin, 'GET', path)).items as { state: string; kind: string; name: string }[]
  const states = (await items('/api/invites')).map(({ state }) => state)
  expect(states.toSorted()).toEqual(['ended', 'expired', 'open'])
  const kinds = new Set((await items('/api/setting-changes?size=50')).map(({ kind }) => kind))
  const told = ['invite_ended', 'invited', 'key_made', 'point_item_changed', 'reward_rule_changed', 'template_changed']
  expect([...kinds].toSorted()).toEqual(told)
  expect(await items('/api/api-keys')).toMatchObject([{ name: '县 12345 热线' }])
})

test('whoever is about to report what is known already is told so', async () => {
  const at = 'lng=107.37700&lat=33.26476&categoryCode=C2'
  expect((await list('周雨桐', `/api/similar-cases?${at}`)).length).toBeGreaterThanOrEqual(2)
})

test('周雨桐 can check in at once with the code that 韩建华 shows, and has half a year of hours', async () => {
  const [zhou, han] = [await as('周雨桐'), await as('韩建华')]
  const { shift } = (await ask(zhou, 'GET', '/api/my-shift')) as unknown as {
    shift: { signUpId: string; state: string }
  }
  expect(shift).toMatchObject({ state: 'absent', checkIn: { may: true } })
  const { items } = (await ask(han, 'GET', '/api/led-shifts')) as unknown as {
    items: { id: string; startsAt: string; endsAt: string }[]
  }
  const running = items.find(({ startsAt, endsAt }) => new Date(startsAt) < AT && new Date(endsAt) > AT)
  const { digits } = await ask(han, 'GET', `/api/led-shifts/${running?.id}/code?direction=in`)
  const shown = await ask(zhou, 'POST', `/api/sign-ups/${shift.signUpId}/check-ins`, { key: key(), code: digits })
  expect(shown).toMatchObject({ status: 200, shift: { state: 'in' } })
  const hours = (await ask(zhou, 'GET', '/api/my-hours?size=50')) as unknown as {
    months: { minutes: number }[]
    nextStar: { minutesLeft: number }
    records: { items: { state: string }[] }
  }
  expect(hours.months.filter(({ minutes }) => minutes > 0)).toHaveLength(6)
  expect(hours.nextStar.minutesLeft).toBeLessThan(20 * 60)
  const states = hours.records.items.map(({ state }) => state)
  expect(states.filter((state) => state === 'confirmed')).toHaveLength(15)
  expect(states).toEqual(expect.arrayContaining(['pending', 'no_check_out', 'serving']))
})

test('orders stand at every step, and each demo account can take the next one', async () => {
  const states = await rowsOf<{ state: string }>(house, sql`select distinct state from service_orders`)
  const merged = ORDER_STATES.filter((state) => state !== 'merged')
  expect(states.map(({ state }) => state).toSorted()).toEqual(merged.toSorted())
  const movesOf = async (name: string, list: string) => {
    const person = await as(name)
    const { items } = (await ask(person, 'GET', `/api/service-orders?list=${list}&size=50`)) as unknown as List
    const views = await Promise.all(items.map(({ id }) => ask(person, 'GET', `/api/service-orders/${id}`)))
    return views.flatMap(({ moves }) => moves)
  }
  expect(await movesOf('林晓岚', 'mine')).toEqual(expect.arrayContaining(['withdraw', 'rate']))
  expect(await movesOf('韩建华', 'team')).toEqual(expect.arrayContaining(['take', 'refuse', 'link', 'serve']))
  expect(await movesOf('韩建华', 'pool')).toContain('claim')
  expect(await movesOf('许志强', 'desk')).toEqual(expect.arrayContaining(['accept', 'dispatch', 'settle', 'reopen']))
})

test('周雨桐 has earned points by hours, exchanged some, and may still exchange', async () => {
  const zhou = await as('周雨桐')
  const points = (await ask(zhou, 'GET', '/api/my-points?size=50')) as unknown as {
    available: number
    exchanges: { state: string; code: string | null }[]
  }
  expect(points.exchanges.map(({ state }) => state).toSorted()).toEqual(['cancelled', 'redeemed', 'reserved'])
  const { code } = points.exchanges.find(({ state }) => state === 'reserved') ?? {}
  const shelf = (await ask(zhou, 'GET', '/api/point-items')) as unknown as {
    items: { id: string; stock: number; points: number }[]
  }
  expect(shelf.items.filter(({ stock }) => stock === 0)).toHaveLength(1)
  const cheap = shelf.items.find((item) => item.stock > 0 && item.points <= points.available)
  expect(await ask(zhou, 'POST', `/api/point-items/${cheap?.id}/exchanges`, { key: key() })).toMatchObject({
    state: 'reserved',
  })
  expect(await ask(await as('何敏'), 'POST', '/api/point-redemptions', { key: key(), code })).toMatchObject({
    ...{ status: 200, state: 'redeemed' },
  })
})

test('the journal has one row a version, every follower is counted, and every photo lies in the store', async () => {
  const torn = sql`select c.id from cases c where c.version + 1 <> (select count(*) from case_events e where e.case_id = c.id)
    or c.followers <> (select count(*) from case_followers f where f.case_id = c.id)`
  expect(await rowsOf(house, torn)).toEqual([])
  const photos = await rowsOf<{ store: string; thumb: string; sha: string }>(
    house,
    sql`select store_key as store, thumb_key as thumb, sha256 as sha from files`,
  )
  expect(photos.length).toBeGreaterThan(100)
  expect(photos.filter(({ store, thumb }) => !house.files.held.has(store) || !house.files.held.has(thumb))).toEqual([])
  expect(new Set(photos.map(({ sha }) => sha)).size).toBe(photos.length)
})

test('hours are the sum of records, seats are those who hold them', async () => {
  const torn = sql`select r.id from service_records r left join hours_ledger l on l.record_id = r.id
    where l.id is null or l.minutes <> r.credited_minutes or l.person_id <> r.person_id`
  expect(await rowsOf(house, torn)).toEqual([])
  const seats = sql`select p.id from posts p where p.taken <> (select count(*) from sign_ups u
    where u.post_id = p.id and u.state in ('approved', 'offered', 'no_show'))`
  expect(await rowsOf(house, seats)).toEqual([])
})

test('nothing has happened later than now', async () => {
  const late = sql`select 'cases' as place from cases where greatest(submitted_at, filed_at, dispatched_at, handled_at, ended_at) > ${AT.toISOString()}
    union all select 'events' from case_events where at > ${AT.toISOString()}
    union all select 'ratings' from case_ratings where at > ${AT.toISOString()}
    union all select 'followers' from case_followers where at > ${AT.toISOString()}
    union all select 'files' from files where created_at > ${AT.toISOString()}
    union all select 'sends' from sends where at > ${AT.toISOString()}
    union all select 'activities' from activity_events where at > ${AT.toISOString()}
    union all select 'sign-ups' from sign_ups where created_at > ${AT.toISOString()}
    union all select 'attendance' from attendance_events where greatest(counts_at, server_at) > ${AT.toISOString()}
    union all select 'ledger' from hours_ledger where at > ${AT.toISOString()}
    union all select 'orders' from service_order_events where at > ${AT.toISOString()}
    union all select 'points' from volunteer_point_postings where at > ${AT.toISOString()}`
  expect(await rowsOf(house, late)).toEqual([])
})

test('a start that broke off goes on where it stopped, and the county is the same on another database', async () => {
  const other = await open()
  let puts = 0
  const put: Deps['files']['put'] = async (name, bytes, mime) => {
    if (++puts > 120) throw new Error('the disk is full')
    await other.files.put(name, bytes, mime)
  }
  await expect(seedDemo({ ...other.deps, files: { ...other.files, put } }, AT, quiet)).rejects.toThrow(
    'the disk is full',
  )
  expect(await other.ask(null, 'GET', '/api/demo-accounts')).toMatchObject({ status: 200, items: [] })
  await seedDemo(other.deps, AT, quiet)
  const told = sql`select number, title, state, followers, due_at, stage_due_at from cases order by number`
  expect(await rowsOf(other, told)).toEqual(await rowsOf(house, told))
  const activities = sql`select id, title, state, starts_at from activities order by id`
  expect(await rowsOf(other, activities)).toEqual(await rowsOf(house, activities))
  const orders = sql`select id, state, version, due_at from service_orders order by id`
  expect(await rowsOf(other, orders)).toEqual(await rowsOf(house, orders))
  const sent = sql`select count(*)::int as n from sends`
  const before = await rowsOf(other, sent)
  await seedDemo(other.deps, AT, () => expect.unreachable('a demo that is there is left alone'))
  expect(await rowsOf(other, sent)).toEqual(before)
}, 180_000)
