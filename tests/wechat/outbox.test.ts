import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { tellCases } from '../../functions/cases/clock-actions'
import { sendOutbox } from '../../functions/jobs/send'
import { remindVolunteers } from '../../functions/volunteering/calendar/actions'
import { tellSignUps } from '../../functions/volunteering/sign-up-telling'
import { categories } from '../../schema/cases/register'
import { acceptances, notices, outbox } from '../../schema/notices'
import { people } from '../../schema/people'
import type { MessageKind } from '../../shared/notices/templates'
import { openCounty, PLACE } from '../cases/world'
import { freshPostgres } from '../kit/databases'

type County = Awaited<ReturnType<typeof openCounty>>
const shared = await openCounty()

/** A reporter who came through WeChat and accepts so many messages of a kind, at WeChat as by our count. */
async function open(accepted: Partial<Record<MessageKind, number>> = {}, county: County = shared) {
  const { db, fake, person, photo, ask, key, deps, move } = county
  Object.assign(fake.knobs, { busy: 0, latencyMs: 0 })
  const me = await person('林晓岚')
  // Signed in anew: the clock of an earlier test may have ended a session.
  const reviewer = await person('何敏', [['reviewer'], ['dispatcher']])
  const openid = `o-${me.id}`
  await db.update(people).set({ openid }).where(eq(people.id, me.id))
  const accept = async (kind: MessageKind) => {
    fake.accept(openid, `fake-${kind}`)
    return ask(me, 'POST', '/api/message-acceptances', { key: key(), accepted: [kind] })
  }
  for (const [kind, n] of Object.entries(accepted)) for (let i = 0; i < n; i++) await accept(kind as MessageKind)
  const { id } = await ask(me, 'POST', '/api/reports', {
    ...{ key: key(), photos: [await photo(me)], position: { ...PLACE, accuracyM: 8 }, categoryCode: 'D1' },
    words: '井盖塌了半边',
  })
  const rows = () => db.select().from(outbox).where(eq(outbox.personId, me.id)).orderBy(outbox.at, outbox.id)
  const sent = () => fake.state.sent.filter((one) => one.openid === openid)
  const left = async (kind: MessageKind) =>
    (await db.select().from(acceptances).where(eq(acceptances.personId, me.id))).find((row) => row.kind === kind)?.left
  const later = (minutes: number) => county.at(new Date(county.now().getTime() + minutes * 60_000))
  const tell = () => tellCases(deps)
  const file = async () => {
    const answer = await move(reviewer, id, 'file', { conditions: ['属于本县职责范围'], isPublic: true })
    expect(answer.status).toBe(200)
    later(1)
    await tell()
  }
  return {
    ...county,
    me,
    reviewer,
    openid,
    id,
    accept,
    rows,
    sent,
    left,
    later,
    tell,
    file,
    run: () => sendOutbox(deps),
  }
}

describe('the outbox', () => {
  test('is filled with the notice, once, for whoever accepts such a message', async () => {
    const { file, rows, tell, me, db } = await open({ progress: 2 })
    await file()
    await tell()
    expect(await rows()).toMatchObject([{ kind: 'progress', state: 'queued', tries: 0 }])
    const inbox = await db.select().from(notices).where(eq(notices.personId, me.id))
    expect(inbox.map(({ id }) => id)).toContain((await rows())[0]?.noticeId)
  })

  test('stays empty for whoever accepts none; the inbox has it all the same', async () => {
    const { file, rows, me, db } = await open({ result: 1 })
    await file()
    expect(await rows()).toEqual([])
    expect(await db.select().from(notices).where(eq(notices.personId, me.id))).toHaveLength(1)
  })

  test('sends with values as the platform takes them, the page of the notice, and one acceptance less', async () => {
    const { file, run, rows, sent, left, id } = await open({ progress: 2 })
    await file()
    await run()
    expect(await rows()).toMatchObject([{ state: 'sent', tries: 1 }])
    expect(sent()).toMatchObject([
      { templateId: 'fake-progress', page: `pages/cases/progress?id=${id}`, data: { phrase2: { value: '已受理' } } },
    ])
    expect(await left('progress')).toBe(1)
    await run()
    expect(sent()).toHaveLength(1)
  })

  test('stops at a refusal, and believes no count of acceptances any more', async () => {
    const { file, run, rows, left, fake, openid } = await open({ progress: 3 })
    fake.state.acceptances.set(`${openid} fake-progress`, 0)
    await file()
    await run()
    expect(await rows()).toMatchObject([{ state: 'stopped', lastError: '43101 user refuse to accept the msg' }])
    expect(await left('progress')).toBe(0)
    const calls = fake.state.calls.length
    await run()
    expect(fake.state.calls).toHaveLength(calls)
  })

  test('tries again later while WeChat is away, and puts it aside in the end', async () => {
    const { file, run, rows, sent, fake, later } = await open({ progress: 1 })
    fake.knobs.busy = 10_000
    await file()
    await run()
    expect(await rows()).toMatchObject([{ state: 'queued', tries: 1 }])
    await run()
    expect(await rows()).toMatchObject([{ tries: 1 }])
    for (let n = 0; n < 6; n++) {
      later(61)
      await run()
    }
    expect(await rows()).toMatchObject([{ state: 'dead', tries: 6 }])
    expect(sent()).toEqual([])
  })

  test('sends nothing of what the person may no longer see', async () => {
    const { file, run, rows, sent, db, me } = await open({ progress: 1 })
    await file()
    await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, me.id))
    await run()
    expect(await rows()).toMatchObject([{ state: 'dropped' }])
    expect(sent()).toEqual([])
  })

  test('tells who only joined nothing more once the class is private', async () => {
    const { id, person, ask, key, db, fake, move, reviewer, later, tell, run } = await open()
    const joiner = await person('周明')
    await db.update(people).set({ openid: 'o-joiner' }).where(eq(people.id, joiner.id))
    await ask(joiner, 'POST', '/api/message-acceptances', { key: key(), accepted: ['progress'] })
    fake.accept('o-joiner', 'fake-progress')
    expect((await ask(joiner, 'POST', `/api/cases/${id}/joins`, { key: key() })).status).toBe(200)
    await move(reviewer, id, 'file', { conditions: ['属于本县职责范围'], isPublic: true })
    later(1)
    await tell()
    await db.update(categories).set({ isPrivate: true }).where(eq(categories.code, 'D1'))
    await run()
    await db.update(categories).set({ isPrivate: false }).where(eq(categories.code, 'D1'))
    expect(await db.select().from(outbox).where(eq(outbox.personId, joiner.id))).toMatchObject([{ state: 'dropped' }])
  })
})

describe('acceptances', () => {
  test('are counted once a dialogue, whatever is sent again', async () => {
    const { me, ask, key } = await open()
    const body = { key: key(), accepted: ['progress', 'result'] }
    for (const _ of [1, 2])
      expect(await ask(me, 'POST', '/api/message-acceptances', body)).toMatchObject({
        items: [
          { kind: 'progress', templateId: 'fake-progress', left: 1 },
          { kind: 'result', left: 1 },
          { kind: 'more', left: 0 },
          { kind: 'activity', left: 0 },
        ],
      })
    expect(await ask(me, 'GET', '/api/message-offers')).toMatchObject({
      items: [{ left: 1 }, { left: 1 }, { left: 0 }, { left: 0 }],
    })
  })
})

describe('what could not be sent', () => {
  test('is listed with its reason, without a person, and can be sent again or dropped, once', async () => {
    const { file, run, rows, fake, ask, key, sent } = await open({ progress: 1 })
    const admin = await shared.person('管理员', [['admin']])
    fake.state.templates.delete('fake-progress')
    await file()
    await run()
    fake.state.templates.add('fake-progress')
    const [row] = await rows()
    expect(row).toMatchObject({ state: 'dead' })
    const seen = await ask(admin, 'GET', '/api/outbox')
    expect(seen).toMatchObject({ dead: expect.arrayContaining([expect.objectContaining({ id: row?.id })]) })
    expect(JSON.stringify(seen)).not.toContain('o-')
    const again = { key: key(), move: 'again' }
    expect(await ask(admin, 'POST', `/api/outbox/${row?.id}/moves`, again)).toMatchObject({ status: 200 })
    expect(await ask(admin, 'POST', `/api/outbox/${row?.id}/moves`, { key: key(), move: 'drop' })).toMatchObject({
      status: 409,
      refused: 'wrong_state',
    })
    expect(await ask(admin, 'POST', '/api/jobs/send', {})).toMatchObject({ status: 200 })
    expect(await rows()).toMatchObject([{ state: 'sent' }])
    expect(sent()).toHaveLength(1)
  })
})

test('four workers at once send each message once, and nobody two at a time', async () => {
  const postgres = await freshPostgres()
  if (!postgres) return
  const county = await openCounty({ db: postgres.db })
  const opened = [await open({ progress: 2 }, county), await open({ progress: 2 }, county)]
  for (const one of opened) await one.file()
  for (const { id, reviewer, move, later, tell } of opened) {
    await move(reviewer, id, 'dispatch', { unitId: 'U052' })
    later(1)
    await tell()
  }
  county.fake.knobs.latencyMs = 20
  const { deps } = county
  await Promise.all([1, 2, 3, 4].map(() => sendOutbox(deps)))
  county.at(new Date(county.now().getTime() + 120_000))
  await sendOutbox(deps)
  for (const { rows, sent } of opened) {
    expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'sent'])
    expect(sent()).toHaveLength(2)
  }
  await postgres.close()
})

describe('volunteering', () => {
  test('a reminder goes once to who still comes, and to nobody whose sign-up is gone when it is sent', async () => {
    const { openWorld, at } = await import('../volunteering/world')
    const world = await openWorld()
    const { ask, key, db, fake, deps, volunteer, leader } = world
    Object.assign(fake.knobs, { busy: 0, latencyMs: 0 })
    const join = async (name: string) => {
      const one = await volunteer(name)
      await db
        .update(people)
        .set({ openid: `o-${one.id}` })
        .where(eq(people.id, one.id))
      fake.accept(`o-${one.id}`, 'fake-activity')
      await ask(one, 'POST', '/api/message-acceptances', { key: key(), accepted: ['activity'] })
      return one
    }
    const [comes, leaves] = [await join('马莉'), await join('孙伟')]
    world.at(at('08:00', '2026-07-01'))
    const { shifts } = await world.anActivity({
      shifts: [{ from: at('09:00', '2026-07-02'), to: at('11:00', '2026-07-02'), leader }],
      signUpEndsAt: at('09:00', '2026-07-02'),
    })
    const shiftId = shifts[0]?.id ?? ''
    for (const one of [comes, leaves]) await world.signUp(one, shiftId)
    world.at(at('09:30', '2026-07-01'))
    await remindVolunteers(deps)
    await remindVolunteers(deps)
    const queued = await db.select().from(outbox)
    expect(queued.map(({ kind, personId }) => [kind, personId]).sort()).toEqual(
      [
        ['activity', comes.id],
        ['activity', leaves.id],
      ].sort(),
    )
    const id = await world.signUpId(leaves, shiftId)
    await ask(leaves, 'POST', `/api/sign-ups/${id}/withdrawals`, { key: key(), note: '有事' })
    await sendOutbox(deps)
    expect(fake.state.sent.map(({ openid }) => openid)).toEqual([`o-${comes.id}`])
    expect(fake.state.sent[0]?.page).toBe('pages/volunteering/mine')
    const ends = (await db.select().from(outbox)).map(({ personId, state }) => [personId, state])
    expect(ends).toEqual(expect.arrayContaining([[leaves.id, 'dropped']]))
  })

  test('news of a sign-up are in the inbox and, for who accepts them, in the outbox by one statement', async () => {
    const { openWorld, at } = await import('../volunteering/world')
    const world = await openWorld()
    const { ask, key, db, fake, deps, volunteer, leader } = world
    const [one, other] = [await volunteer('马莉'), await volunteer('孙伟')]
    await db
      .update(people)
      .set({ openid: `o-${one.id}` })
      .where(eq(people.id, one.id))
    fake.accept(`o-${one.id}`, 'fake-activity')
    await ask(one, 'POST', '/api/message-acceptances', { key: key(), accepted: ['activity'] })
    const { shifts } = await world.anActivity({
      shifts: [{ from: at('15:00'), to: at('16:00'), leader, admission: 'approval' }],
    })
    const shiftId = shifts[0]?.id ?? ''
    for (const who of [one, other]) {
      await world.signUp(who, shiftId)
      const signUpId = await world.signUpId(who, shiftId)
      await ask(leader, 'POST', `/api/led-shifts/${shiftId}/decisions`, { key: key(), signUpId, move: 'approve' })
    }
    await tellSignUps(deps)
    await tellSignUps(deps)
    expect(await db.select().from(notices)).toHaveLength(2)
    expect(await db.select().from(outbox)).toMatchObject([{ personId: one.id, kind: 'activity', state: 'queued' }])
    await sendOutbox(deps)
    expect(fake.state.sent).toHaveLength(1)
  })
})
