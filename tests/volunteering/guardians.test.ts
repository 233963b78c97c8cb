import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { consentHash } from '../../shared/volunteering/guardians'
import type { Person } from '../kit/house'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, key, leader, volunteer, anActivity, signUp, signUpId, rows } = world
const DAY = '2026-06-28'

const activity = async (more: object = {}, shift: object = {}) => {
  const { id, shifts } = await anActivity({
    minAge: 8,
    shifts: [{ from: at('14:00', DAY), to: at('16:00', DAY), leader, ...shift }],
    ...more,
  })
  return { id, shiftId: shifts[0]?.id ?? '' }
}
const consent = (as: Person, more: object = {}) =>
  ask(as, 'POST', '/api/my-guardian-consents', {
    ...{
      key: key(),
      riskClass: 'low',
      guardianName: '陈建国',
      phone: '13800138000',
      textVersion: '2026-1',
      agreed: true,
    },
    ...more,
  })
const revoke = async (as: Person) => {
  const mine = await ask(as, 'GET', '/api/my-guardian-consents')
  const id = (mine.items as { id: string; revokedAt: string | null }[]).find(({ revokedAt }) => revokedAt === null)?.id
  return ask(as, 'POST', `/api/my-guardian-consents/${id}/revocations`, { key: key() })
}

test('a minor joins only with a guardian’s consent for that class of risk, and never where it is risky', async () => {
  world.at(at('08:00'))
  const yu = await volunteer('小雨', '14_15')
  const { id, shiftId } = await activity()
  const medium = await activity({ riskClass: 'medium' }, { from: at('17:00', DAY), to: at('18:00', DAY) })
  expect(await ask(yu, 'GET', `/api/activities/${id}`)).toMatchObject({
    needsGuardian: true,
    shifts: [{ signUp: { may: false } }],
  })
  expect(await signUp(yu, shiftId)).toMatchObject({
    status: 403,
    zh: expect.stringContaining('监护人同意参加低风险活动'),
  })
  expect(await consent(yu)).toMatchObject({ status: 200, items: [{ riskClass: 'low', revokedAt: null }] })
  expect(await consent(yu)).toMatchObject({ status: 409, zh: '监护人已经同意过这一类活动' })
  expect(await signUp(yu, shiftId)).toMatchObject({ status: 200, needsGuardian: false })
  expect(await signUp(yu, medium.shiftId)).toMatchObject({
    refused: 'forbidden',
    zh: expect.stringContaining('中风险'),
  })
  const risky = await activity({ isRisky: true, minAge: 8 }, { from: at('19:00', DAY), to: at('20:00', DAY) })
  expect(await signUp(yu, risky.shiftId)).toMatchObject({ zh: '有风险的活动只招募成年人' })
})

test('what the guardian gave lies sealed, with the words agreed to by hash; nobody else’s consent can be touched', async () => {
  const yu = await volunteer('小雨', 'under_14')
  await consent(yu)
  const [row] = await rows<Record<string, string>>(sql`select * from guardian_consents where person_id = ${yu.id}`)
  expect(row).toMatchObject({ alg: 'A256GCM', text_version: '2026-1', text_hash: consentHash('low') })
  expect(JSON.stringify(row)).not.toMatch(/陈建国|13800138000/)
  expect(JSON.stringify(await ask(yu, 'GET', '/api/my-guardian-consents'))).not.toMatch(/陈建国|13800138000/)
  const path = `/api/my-guardian-consents/${row?.id}/revocations`
  expect(await ask(await volunteer('马莉'), 'POST', path, { key: key() })).toMatchObject({ status: 404 })
  await expect(rows(sql`delete from guardian_consents where id = ${row?.id}`)).rejects.toThrow()
  await expect(rows(sql`update guardian_consents set text_hash = '' where id = ${row?.id}`)).rejects.toThrow()
})

test('a consent is not asked of an adult, not taken without agreement, nor for words that have changed', async () => {
  expect(await consent(await volunteer('马莉'))).toMatchObject({ refused: 'wrong_state' })
  const yu = await volunteer('小雨', '16_17')
  expect(await consent(yu, { agreed: false })).toMatchObject({ status: 400, zh: '请监护人勾选同意' })
  expect(await consent(yu, { textVersion: '2020-1' })).toMatchObject({ status: 409, field: 'textVersion' })
  expect(await consent(await world.person('路人'))).toMatchObject({ status: 403 })
  const tot = { key: key(), displayName: '豆豆', ageBand: 'under_8' }
  expect(await ask(await world.person('豆豆'), 'POST', '/api/volunteers', tot)).toMatchObject({
    status: 403,
    zh: expect.stringContaining('未满 8 周岁'),
  })
})

test('a revocation lets go of what has not begun, gives the seat to who waits, and keeps what was served', async () => {
  world.at(at('08:00'))
  const yu = await volunteer('小雨', '14_15')
  await consent(yu)
  const today = await activity({}, { from: at('09:00'), to: at('10:00') })
  const { shiftId } = await activity({}, { posts: { 甲组: 1 } })
  await signUp(yu, today.shiftId)
  await signUp(yu, shiftId)
  const ma = await volunteer('马莉')
  await signUp(ma, shiftId, { queue: true })
  world.at(at('09:30'))
  expect(await revoke(yu)).toMatchObject({ status: 200, items: [{ revokedAt: at('09:30').toISOString() }] })
  const states = await rows(sql`select u.person_id = ${yu.id} as mine, u.state from sign_ups u
    where u.shift_id in (${today.shiftId}, ${shiftId}) order by u.starts_at, mine desc`)
  expect(states).toEqual([
    { mine: true, state: 'approved' },
    { mine: true, state: 'withdrawn' },
    { mine: false, state: 'offered' },
  ])
  expect(await rows(sql`select taken from posts where shift_id = ${shiftId}`)).toEqual([{ taken: 1 }])
  expect(await signUp(yu, shiftId, { queue: true })).toMatchObject({ refused: 'forbidden' })
})

test('a leader cannot approve, nor an offer be taken, once the consent is gone: the statement itself looks', async () => {
  world.at(at('08:00'))
  const yu = await volunteer('小雨', '14_15')
  await consent(yu)
  const { shiftId } = await activity({}, { admission: 'approval' })
  await signUp(yu, shiftId)
  // As if a revocation came between the look and the write.
  await rows(sql`update guardian_consents set revoked_at = now() where person_id = ${yu.id}`)
  const body = { key: key(), signUpId: await signUpId(yu, shiftId), move: 'approve' }
  expect((await ask(leader, 'POST', `/api/led-shifts/${shiftId}/decisions`, body)).status).toBe(409)
  expect(await rows(sql`select state from sign_ups where person_id = ${yu.id}`)).toEqual([{ state: 'applied' }])
})
