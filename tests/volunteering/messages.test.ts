import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { sendOutbox } from '../../functions/jobs/send'
import { tellOrders } from '../../functions/volunteering/orders/telling'
import { ORDER_EVENTS, ORDER_STATES } from '../../shared/volunteering/orders/moves'
import { isStillSo } from '../../shared/volunteering/orders/still'
import { ORDER_TELLS } from '../../shared/volunteering/orders/words'
import type { Person } from '../kit/house'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, db, deps, fake, key, leader, person, rows, teamId, volunteer, anActivity } = world
const admin = await person('管理员', [['admin']])
const dispatcher = await person('派遣员', [['dispatcher']])
const lin = await person('林晓岚')
const lead = await volunteer('陆队长')
const post = (as: Person, path: string, body: object = {}) => ask(as, 'POST', path, { key: key(), ...body })

/** In WeChat, and accepting so many messages of 志愿活动. */
async function accepts(who: Person, n: number) {
  const openid = `o-${who.id}`
  await db.execute(sql`update people set openid = ${openid} where id = ${who.id}`)
  for (let i = 0; i < n; i++) {
    fake.accept(openid, 'fake-activity')
    await post(who, '/api/message-acceptances', { accepted: ['activity'] })
  }
}
const queue = (who: Person) =>
  rows<{ title: string; state: string; about: string }>(
    sql`select facts->>'state' as title, state, about from outbox where person_id = ${who.id} order by at, state desc, id`,
  )
const sentTo = (who: Person) => fake.state.sent.filter(({ openid }) => openid === `o-${who.id}`)
const join = (who: Person, role: 'lead' | 'member') =>
  db.execute(sql`insert into team_members (id, team_id, person_id, role, state, is_primary, words, asked_at, since)
    values (${crypto.randomUUID()}, ${teamId}, ${who.id}, ${role}, 'active', true, '', now(), now())`)

beforeAll(async () => {
  await join(lead, 'lead')
  for (const who of [lin, lead, dispatcher]) await accepts(who, 40)
})

const submit = async () =>
  (
    await post(lin, '/api/service-orders', {
      ...{ kind: 'elderly', words: '帮老人修水龙头', placeZh: '滨江小区', contact: { phone: '13800000000' } },
    })
  ).id
const move = async (as: Person, id: unknown, name: string, more: object = {}) =>
  expect(await post(as, `/api/service-orders/${id}/transitions`, { move: name, ...more })).toMatchObject({
    status: 200,
  })
const later = (minutes: number) => world.at(new Date(world.now().getTime() + minutes * 60_000))
const soon = () => new Date(world.now().getTime() + 3_600_000).toISOString()
const forget = () => db.execute(sql`delete from outbox`)

describe('orders', () => {
  test('whoever accepts it gets each word once, by the statement of its notice; sent with what it is about', async () => {
    await forget()
    const id = await submit()
    for (let i = 0; i < 2; i++) await tellOrders(deps)
    expect(await queue(dispatcher)).toEqual([{ title: '新的点单', state: 'queued', about: 'order_step' }])
    await move(dispatcher, id, 'accept')
    await move(dispatcher, id, 'dispatch', { teamId })
    await tellOrders(deps)
    await sendOutbox(deps)
    expect(sentTo(lin).at(-1)).toMatchObject({
      ...{ templateId: 'fake-activity', page: `mine/volunteering/order?id=${id}` },
    })
    expect(JSON.stringify(sentTo(lin).at(-1)?.data)).toContain('敬老助老')
    expect(await queue(lead)).toMatchObject([{ title: '派单', state: 'sent' }])
    // By then it was accepted already.
    expect(await queue(dispatcher)).toMatchObject([{ title: '新的点单', state: 'dropped' }])
    expect(
      await rows(sql`select 1 from notices where title = '新的点单' and person_id = ${dispatcher.id}`),
    ).toHaveLength(1)
  })

  test('what is no longer so is not sent: taken and handed back, called off, or no lead of the team any more', async () => {
    await forget()
    const id = await submit()
    await move(dispatcher, id, 'accept')
    await move(dispatcher, id, 'dispatch', { teamId })
    await move(lead, id, 'take', { agreedAt: soon() })
    await tellOrders(deps)
    await move(lead, id, 'give_up', { note: '人手不够' })
    await sendOutbox(deps)
    expect(await queue(lin)).toMatchObject([
      { title: '点单已受理', state: 'sent' },
      { title: '已接单', state: 'dropped' },
    ])
    expect((await queue(lead)).map(({ state }) => state)).toEqual(['dropped'])
    await forget()
    const other = await submit()
    await move(dispatcher, other, 'accept')
    await move(dispatcher, other, 'dispatch', { teamId })
    await tellOrders(deps)
    await db.execute(sql`update team_members set role = 'member' where person_id = ${lead.id}`)
    await sendOutbox(deps)
    expect(await queue(lead)).toMatchObject([{ title: '派单', state: 'dropped' }])
    await db.execute(sql`update team_members set role = 'lead' where person_id = ${lead.id}`)
  })

  test('one that runs late is told to the office, unless somebody moved it before it went', async () => {
    await forget()
    const [left, moved] = [await submit(), await submit()]
    later(25 * 60)
    await forget()
    await tellOrders(deps)
    for (const one of [dispatcher, admin, lin])
      one.token = String((await ask(null, 'POST', '/api/sessions/demo', { personId: one.id })).token)
    await move(dispatcher, moved, 'accept')
    await sendOutbox(deps)
    const late = await rows<{ state: string; link: string }>(
      sql`select o.state, n.link from outbox o join notices n on n.id = o.notice_id
        where o.about = 'order_late' and o.person_id = ${dispatcher.id}`,
    )
    const stateOf = (id: unknown) => late.find(({ link }) => link.endsWith(String(id)))?.state
    expect([stateOf(left), stateOf(moved)]).toEqual(['sent', 'dropped'])
  })

  test('every step that is told holds right after it, and no word outlives the end of its round', () => {
    for (const step of ORDER_EVENTS.filter((one) => ORDER_TELLS[one])) {
      const told = { move: step, cycle: 1, teamId: 'a' }
      const cycle = step === 'reopen' ? 2 : 1
      const holds = ORDER_STATES.filter((state) => isStillSo(told, { state, cycle, teamId: 'a' }))
      expect(holds.length, step).toBeGreaterThan(0)
      expect(ORDER_STATES.some((state) => isStillSo(told, { state, cycle: cycle + 1, teamId: 'a' }))).toBe(false)
    }
    const taken = { move: 'take', cycle: 1, teamId: 'a' } as const
    expect(isStillSo(taken, { state: 'taken', cycle: 1, teamId: 'b' })).toBe(false)
  })
})

describe('培训和证书, 图文', () => {
  const record = async (as: Person, number: string) =>
    (
      (await post(as, `/api/volunteers/${number}/qualifications`, { kindId: 'first_aid', untilOn: '2027-06-30' }))
        .items as { id: string }[]
    )[0]?.id
  const news = (who: Person) =>
    rows<{ title: string; text: string; link: string }>(
      sql`select title, text, link from notices where person_id = ${who.id} order by title, id`,
    )

  test('a lead without a desk records; the person is told once, and of a record that ended meanwhile only the end goes out', async () => {
    const ma = await volunteer('马莉莉')
    await join(ma, 'member')
    await accepts(ma, 5)
    lead.token = String((await ask(null, 'POST', '/api/sessions/demo', { personId: lead.id })).token)
    const body = { key: key(), kindId: 'first_aid', untilOn: '2027-06-30' }
    for (let i = 0; i < 2; i++)
      expect(await ask(lead, 'POST', `/api/volunteers/${ma.number}/qualifications`, body)).toMatchObject({
        status: 200,
      })
    expect(await news(ma)).toEqual([
      {
        ...{ title: '已登记培训或证书', link: '/mine/volunteering/teams' },
        text: expect.stringMatching(/急救员证，有效期到 2027-06-30/),
      },
    ])
    const id = await record(lead, ma.number)
    const first = (
      (await ask(lead, 'GET', `/api/volunteers/${ma.number}/qualifications`)).items as { id: string }[]
    ).find((one) => one.id !== id)?.id
    const end = await post(lead, `/api/qualifications/${first}/endings`, { note: '录错了人' })
    expect(end).toMatchObject({ status: 200 })
    await sendOutbox(deps)
    expect((await queue(ma)).map(({ about, state }) => `${about} ${state}`).toSorted()).toEqual([
      'qualification dropped',
      'qualification sent',
      'qualification_end sent',
    ])
    expect((await news(ma)).find(({ title }) => title.includes('作废'))?.text).toContain('录错了人')
  })

  test('a refused record tells nobody; an author hears why an article came back, unless written anew', async () => {
    const before = await rows(sql`select 1 from notices`)
    const own = await post(lead, `/api/volunteers/${lead.number}/qualifications`, {
      kindId: 'first_aid',
      untilOn: '2027-06-30',
    })
    expect(own).toMatchObject({ refused: 'forbidden' })
    expect(await rows(sql`select 1 from notices`)).toHaveLength(before.length)
    await accepts(leader, 5)
    leader.token = String((await ask(null, 'POST', '/api/sessions/demo', { personId: leader.id })).token)
    const day = '2026-06-28'
    const { id } = await anActivity({ shifts: [{ from: at('06:00', day), to: at('07:30', day), leader }] })
    const write = async () => {
      later(1)
      const answer = await post(leader, `/api/activities/${id}/articles`, {
        title: '清出一条步道',
        text: '上午九点集合。',
      })
      return (answer as unknown as { latest: { id: string } }).latest.id
    }
    const back = async (articleId: string) =>
      expect(
        await post(admin, `/api/activity-articles/${articleId}/decisions`, {
          decision: 'return',
          note: '请补活动人数',
        }),
      ).toMatchObject({ status: 200 })
    await back(await write())
    await back(await write())
    expect(await news(leader)).toMatchObject([
      { title: '图文被退回', text: '请补活动人数', link: `/staff/volunteering/article?id=${id}` },
      { title: '图文被退回' },
    ])
    await sendOutbox(deps)
    expect((await queue(leader)).map(({ state }) => state).toSorted()).toEqual(['dropped', 'sent'])
  })
})
