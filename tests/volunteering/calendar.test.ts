import { spawnSync } from 'node:child_process'
import { sql } from 'drizzle-orm'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import type { Person } from '../kit/house'
import { at, openWorld } from './world'

const world = await openWorld()
await world.settle()
const { ask, key, app, volunteer, anActivity, signUp, signUpId, leader, db } = world

const subscribe = async (as: Person) => String((await ask(as, 'POST', '/api/my-calendar-feed', { key: key() })).path)
const read = async (path: string, headers: Record<string, string> = {}) => {
  const res = await app.request(path, { headers })
  return {
    status: res.status,
    type: res.headers.get('content-type'),
    etag: res.headers.get('etag'),
    text: await res.text(),
  }
}

type Seen = { uid: string; startsAt: string; endsAt: string; sequence: number; status: string; title: string }
/** What Mozilla's parser reads. */
const byMozilla = (text: string): Seen[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((vevent) => {
    const event = new ICAL.Event(vevent)
    return {
      uid: event.uid,
      startsAt: event.startDate.toJSDate().toISOString(),
      endsAt: event.endDate.toJSDate().toISOString(),
      sequence: event.sequence,
      status: String(vevent.getFirstPropertyValue('status')),
      title: event.summary,
    }
  })
/** What node-ical reads. */
const byNode = (text: string): Seen[] =>
  Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) =>
    event?.type === 'VEVENT'
      ? [
          {
            uid: event.uid,
            startsAt: event.start.toISOString(),
            endsAt: event.end?.toISOString() ?? '',
            sequence: Number(event.sequence),
            status: String(event.status),
            title: String(event.summary),
          },
        ]
      : [],
  )

const lin = await volunteer('林晓岚')
const { id: activityId, shifts } = await anActivity({
  shifts: [{ from: at('09:00', '2026-07-04'), to: at('11:00', '2026-07-04'), leader }],
})
const shiftId = shifts[0]?.id ?? ''

test('two foreign parsers read the very moments of a sign-up, and later its cancellation under the same UID', async () => {
  await signUp(lin, shiftId)
  const path = await subscribe(lin)
  const first = await read(path)
  expect(first).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' })
  const wanted = {
    uid: `sign-up-${await signUpId(lin, shiftId)}@wenming`,
    startsAt: '2026-07-04T01:00:00.000Z',
    endsAt: '2026-07-04T03:00:00.000Z',
    status: 'CONFIRMED',
    title: '清洁滨江步道',
  }
  expect(byMozilla(first.text)).toMatchObject([wanted])
  expect(byNode(first.text)).toEqual(byMozilla(first.text))

  const cancelled = { key: key(), move: 'cancel', note: '暴雨红色预警' }
  expect(await ask(world.author, 'POST', `/api/activities/${activityId}/transitions`, cancelled)).toMatchObject({
    status: 200,
  })
  const second = await read(path)
  expect(byMozilla(second.text)).toMatchObject([{ ...wanted, status: 'CANCELLED' }])
  expect(byNode(second.text)).toEqual(byMozilla(second.text))
  expect(byMozilla(second.text)[0]?.sequence).toBeGreaterThan(byMozilla(first.text)[0]?.sequence ?? 0)
  await tick(world.deps)
  const { items } = await ask(lin, 'GET', '/api/notices')
  expect(items).toContainEqual(expect.objectContaining({ title: '活动已取消' }))
})

test('both parsers read the same moments whatever time zone the host keeps', async () => {
  const { text } = await read(await subscribe(lin))
  const script = `
    import ICAL from 'ical.js'
    import ical from 'node-ical'
    const text = ${JSON.stringify(text)}
    const events = Object.values(ical.sync.parseICS(text)).filter(({ type }) => type === 'VEVENT')
    const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
    const { startDate, endDate } = new ICAL.Event(component)
    const moments = [events[0].start, events[0].end, startDate.toJSDate(), endDate.toJSDate()]
    console.log(new Date().getTimezoneOffset(), ...moments.map((moment) => moment.toISOString()))`
  const inZone = (TZ: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      ...{ encoding: 'utf8', env: { ...process.env, TZ } },
    }).stdout.trim()
  const [from, to] = ['2026-07-04T01:00:00.000Z', '2026-07-04T03:00:00.000Z']
  expect(inZone('UTC')).toBe(`0 ${from} ${to} ${from} ${to}`)
  expect(inZone('Asia/Shanghai')).toBe(`-480 ${from} ${to} ${from} ${to}`)
})

test('an address is shown once, kept as a hash, ended by a new one, and a made-up one leads nowhere', async () => {
  const once = key()
  const made = await ask(lin, 'POST', '/api/my-calendar-feed', { key: once })
  expect(await ask(lin, 'POST', '/api/my-calendar-feed', { key: once })).toMatchObject({ status: 200, path: null })
  const token = /volunteer\/(.+)\.ics/.exec(String(made.path))?.[1] ?? ''
  expect(JSON.stringify(await db.execute(sql`select * from calendar_feeds`))).not.toContain(token)
  const next = await subscribe(lin)
  expect((await read(String(made.path))).status).toBe(404)
  expect((await read(next)).status).toBe(200)
  expect(await ask(lin, 'POST', '/api/my-calendar-feed/end', { key: key() })).toMatchObject({ status: 200, at: null })
  expect((await read(next)).status).toBe(404)
  expect((await read(`/feeds/volunteer/${'x'.repeat(43)}.ics`)).status).toBe(404)
})

test('a calendar that asks again is told that nothing changed', async () => {
  const path = await subscribe(lin)
  const { etag } = await read(path)
  expect((await read(path, { 'if-none-match': String(etag) })).status).toBe(304)
})

test('a reminder comes once, the day before, and never for what was withdrawn or begins in an hour', async () => {
  const [zhou, chen, late] = [await volunteer('周明'), await volunteer('陈静'), await volunteer('晚来')]
  const { shifts: made } = await anActivity({
    signUpEndsAt: at('08:00', '2026-08-01'),
    shifts: [{ from: at('09:00', '2026-08-01'), to: at('11:00', '2026-08-01'), leader }],
  })
  const id = made[0]?.id ?? ''
  await signUp(zhou, id)
  await signUp(chen, id)
  await ask(chen, 'POST', `/api/sign-ups/${await signUpId(chen, id)}/withdrawals`, { key: key(), note: '' })
  const reminders = async (as: Person) => {
    const { items } = await ask(as, 'GET', '/api/notices')
    return (items as { title: string; text: string }[]).filter(({ title }) => title === '活动快开始了')
  }
  world.at(at('08:59', '2026-07-31'))
  await tick(world.deps)
  const again = async (person: Person) => {
    const session = await ask(null, 'POST', '/api/sessions/demo', { personId: person.id })
    return { ...person, token: String(session.token) }
  }
  expect(await reminders(await again(zhou))).toEqual([])
  world.at(at('10:00', '2026-07-31'))
  await tick(world.deps)
  await tick(world.deps)
  const [told] = [await reminders(await again(zhou))]
  expect(told).toHaveLength(1)
  expect(told[0]?.text).toContain('8月1日 09:00 开始')
  expect(await reminders(await again(chen))).toEqual([])
  world.at(at('07:50', '2026-08-01'))
  await signUp(await again(late), id)
  await tick(world.deps)
  expect(await reminders(await again(late))).toEqual([])
})
