import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../kit/house'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, key, leader, person, volunteer, anActivity, signUp, signUpId, rows, teamId } = world
const admin = await person('韩立', [['admin']])
const head = await volunteer('带队的')
const DAY = '2026-06-28'
type Volunteer = Person & { number: string }

beforeAll(async () => {
  await join(head, 'lead')
})
const join = (who: Person, role = 'member') =>
  world.db.execute(sql`insert into team_members (id, team_id, person_id, role, state, is_primary, words, asked_at, since)
    values (${crypto.randomUUID()}, ${teamId}, ${who.id}, ${role}, 'active', true, '', now(), now())`)

const record = (as: Person, whom: Volunteer, untilOn: string, more: object = {}) =>
  ask(as, 'POST', `/api/volunteers/${whom.number}/qualifications`, {
    key: key(),
    kindId: 'first_aid',
    untilOn,
    ...more,
  })
const end = (as: Person, id: unknown, note = '发证单位注销') =>
  ask(as, 'POST', `/api/qualifications/${id}/endings`, { key: key(), note })
const firstOf = (answer: unknown) => (answer as { items: { id: string }[] }).items[0]?.id

/** A shift of 28 June that demands 急救员证. */
const demanding = async (more: { admission?: 'auto' | 'approval'; posts?: Record<string, number> } = {}) => {
  const { id, shifts } = await anActivity({
    shifts: [{ from: at('14:00', DAY), to: at('16:00', DAY), leader, ...more }],
  })
  const shiftId = shifts[0]?.id ?? ''
  await world.db.execute(sql`update shifts set qualification_id = 'first_aid' where id = ${shiftId}`)
  return { id, shiftId }
}

describe('recording', () => {
  test('the leader of the team and the office record; the person sees it, strangers do not even see the person', async () => {
    const ma = await volunteer('马莉莉')
    await join(ma)
    expect(await record(head, ma, '2027-06-30', { note: '红会 2026-118' })).toMatchObject({
      ...{ status: 200, displayName: '马莉莉' },
      items: [{ kindZh: '急救员证', untilOn: '2027-06-30', standing: 'valid', note: '红会 2026-118' }],
    })
    expect(await record(admin, ma, '2028-06-30', { kindId: 'water_safety' })).toMatchObject({ status: 200 })
    expect((await ask(ma, 'GET', '/api/my-qualifications')).items).toHaveLength(2)
    for (const stranger of [await volunteer('路人'), leader])
      expect(await record(stranger, ma, '2027-06-30')).toMatchObject({ refused: 'not_found', field: 'number' })
  })

  test('nobody records or ends his own, not even an administrator; the house itself refuses it', async () => {
    const both = await volunteer('两头', 'adult', [['admin']])
    expect(await record(both, both, '2027-06-30')).toMatchObject({ refused: 'forbidden' })
    const id = firstOf(await record(admin, both, '2027-06-30'))
    expect(await end(both, id)).toMatchObject({ refused: 'forbidden' })
    await expect(
      world.db.execute(sql`insert into qualifications (id, person_id, kind_id, until_on, note, by, at)
        values ('own', ${both.id}, 'first_aid', '2027-01-01', '', ${both.id}, now())`),
    ).rejects.toThrow()
  })

  test('bad input is told in words and writes nothing', async () => {
    const li = await volunteer('李响')
    const wrong = [
      [await record(admin, li, '2026-06-26'), 'untilOn'],
      [await record(admin, li, '2099-01-01'), 'untilOn'],
      [await record(admin, li, '2026-02-30'), 'untilOn'],
      [await record(admin, li, '2027-01-01', { kindId: 'flying' }), 'kindId'],
      [await record(admin, { ...li, number: '9999999999' }, '2027-01-01'), 'number'],
    ] as const
    for (const [answer, field] of wrong) {
      expect(answer.status).toBeLessThan(500)
      expect(answer).toMatchObject({ field, zh: expect.stringMatching(/[一-龥]/) })
    }
    expect(await rows(sql`select 1 from qualifications where person_id = ${li.id}`)).toEqual([])
  })

  test('a record is ended once with a reason, never rewritten or deleted', async () => {
    const li = await volunteer('李响')
    const id = firstOf(await record(admin, li, '2027-06-30'))
    expect(await end(admin, id, ' ')).toMatchObject({ refused: 'malformed', field: 'note' })
    expect(await end(admin, id)).toMatchObject({ items: [{ id, standing: 'ended', endNote: '发证单位注销' }] })
    expect(await end(admin, id)).toMatchObject({ refused: 'wrong_state' })
    for (const sneaky of [
      sql`update qualifications set until_on = '2030-01-01' where id = ${id}`,
      sql`update qualifications set ended_at = null, ended_by = null, end_note = '' where id = ${id}`,
      sql`delete from qualifications where id = ${id}`,
    ])
      await expect(world.db.execute(sneaky)).rejects.toThrow()
  })
})

describe('a shift that demands one', () => {
  test('whoever lacks it reads what is missing and how to come by it; with it the same tap works', async () => {
    const { id, shiftId } = await demanding()
    const ma = await volunteer('马莉莉')
    const view = (await ask(ma, 'GET', `/api/activities/${id}`)) as unknown as { shifts: object[] }
    const zh = expect.stringMatching(/须有“急救员证”.*红十字会/)
    expect(view.shifts).toMatchObject([{ demandZh: '急救员证', signUp: { may: false, zh }, queue: { may: false, zh } }])
    expect(await signUp(ma, shiftId)).toMatchObject({ status: 403, refused: 'forbidden', zh })
    await record(admin, ma, DAY)
    expect(await signUp(ma, shiftId)).toMatchObject({ status: 200, shifts: [{ mine: { state: 'approved' } }] })
  })

  test('it counts on the day the shift starts, not on the day of signing up', async () => {
    const { shiftId } = await demanding()
    const ma = await volunteer('马莉莉')
    await record(admin, ma, '2026-06-27')
    expect(await signUp(ma, shiftId)).toMatchObject({ refused: 'forbidden', zh: expect.stringContaining('2026-06-27') })
    await record(admin, ma, '2027-06-27')
    expect(await signUp(ma, shiftId)).toMatchObject({ status: 200 })
  })

  test('an ended record counts no more, for signing up, for being agreed to and for taking over', async () => {
    const { shiftId } = await demanding({ admission: 'approval' })
    const [ma, wang] = [await volunteer('马莉莉'), await volunteer('王强')]
    const own = firstOf(await record(admin, ma, '2027-06-30'))
    expect(await signUp(ma, shiftId)).toMatchObject({ status: 200 })
    const agree = async () =>
      ask(leader, 'POST', `/api/led-shifts/${shiftId}/decisions`, {
        ...{ key: key(), signUpId: await signUpId(ma, shiftId), move: 'approve' },
      })
    await end(admin, own)
    expect(await agree()).toMatchObject({ refused: 'forbidden', zh: expect.stringContaining('培训或证书') })
    await record(admin, ma, '2027-06-30')
    expect(await agree()).toMatchObject({ status: 200 })
    const offered = await ask(ma, 'POST', `/api/sign-ups/${await signUpId(ma, shiftId)}/hand-overs`, {
      ...{ key: key(), number: wang.number },
    })
    const accept = () => ask(wang, 'POST', `/api/hand-overs/${offered.id}/answers`, { key: key(), answer: 'accept' })
    expect(await accept()).toMatchObject({ refused: 'forbidden', zh: expect.stringContaining('急救员证') })
    await record(admin, wang, '2027-06-30')
    expect(await accept()).toMatchObject({ status: 200, state: 'accepted' })
  })

  test('a walk-in is held to it as well, and so is any statement that goes round the rule', async () => {
    const { id, shiftId } = await demanding()
    world.at(at('13:50', DAY))
    const ma = await volunteer('马莉莉')
    const walkIn = () => ask(leader, 'POST', `/api/led-shifts/${shiftId}/walk-ins`, { key: key(), number: ma.number })
    expect(await walkIn()).toMatchObject({ refused: 'forbidden', zh: expect.stringContaining('急救员证') })
    await expect(
      world.db.execute(sql`insert into sign_ups (id, activity_id, shift_id, post_id, person_id, state, starts_at, ends_at, created_at, source)
        select 'round', ${id}, s.id, p.id, ${ma.id}, 'approved', s.starts_at, s.ends_at, now(), 'self'
        from shifts s join posts p on p.shift_id = s.id where s.id = ${shiftId}`),
    ).rejects.toThrow()
    await record(await person('值班', [['admin']]), ma, '2027-06-30')
    expect(await walkIn()).toMatchObject({ status: 200 })
    world.at(at('08:00'))
  })
})

describe('the list of kinds and the sheet', () => {
  test('an administrator keeps the list, every change with before and after; an older copy is refused', async () => {
    const made = await ask(admin, 'POST', '/api/qualification-kinds', {
      key: key(),
      zh: '高空作业证',
      wayZh: '请到应急管理局办理',
    })
    expect(made).toMatchObject({ status: 200, isOn: true })
    const again = await ask(admin, 'POST', '/api/qualification-kinds', { key: key(), zh: '高空作业证', wayZh: '同名' })
    expect(again).toMatchObject({ refused: 'conflict', field: 'zh' })
    const change = (more: object) =>
      ask(admin, 'POST', `/api/qualification-kinds/${made.id}/changes`, {
        ...{ key: key(), wayZh: '请到应急管理局办理', isOn: false, version: 0, ...more },
      })
    expect(await change({})).toMatchObject({ status: 200, isOn: false, version: 1 })
    expect(await change({})).toMatchObject({ refused: 'conflict' })
    expect(
      await rows(sql`select before->>'状态' as was, after->>'状态' as "is" from setting_changes
      where subject_id = ${String(made.id)} order by at, was nulls first`),
    ).toEqual(expect.arrayContaining([{ was: '在用', is: '停用' }]))
    const ma = await volunteer('马莉莉')
    expect(await record(admin, ma, '2027-01-01', { kindId: made.id })).toMatchObject({ refused: 'wrong_state' })
    expect(
      await ask(leader, 'POST', '/api/qualification-kinds', { key: key(), zh: '别的', wayZh: '无' }),
    ).toMatchObject({
      refused: 'forbidden',
    })
  })

  test('a draft says what each shift demands; an unknown kind is refused by the shift it stands in', async () => {
    const draft = (qualificationId: string | null) => ({
      ...{ key: key(), title: '防溺水巡护', summary: '沿河巡护。', kind: 'greening', teamId, placeZh: '亲水平台' },
      ...{ position: { lng: 107.766, lat: 32.983 }, riskZh: '临水作业', contactZh: '周师傅' },
      signUpEndsAt: at('18:00', DAY).toISOString(),
      shifts: [
        {
          ...{ startsAt: at('08:30', '2026-06-29').toISOString(), endsAt: at('11:30', '2026-06-29').toISOString() },
          ...{ leaderNumber: leader.number, posts: [{ name: '巡护组', capacity: 5 }], qualificationId },
        },
      ],
    })
    const made = await ask(admin, 'POST', '/api/activities', draft('water_safety'))
    expect(await ask(admin, 'GET', `/api/activity-desk/${made.id}`)).toMatchObject({
      shifts: [{ qualificationId: 'water_safety', demandZh: '水上安全培训' }],
    })
    expect(await ask(admin, 'POST', '/api/activities', draft('flying'))).toMatchObject({
      ...{ refused: 'invalid', field: 'shifts.0.qualificationId' },
    })
  })
})
