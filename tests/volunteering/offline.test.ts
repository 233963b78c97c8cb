import { hexToBytes } from '@noble/hashes/utils.js'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { codeAt } from '../../shared/volunteering/codes'
import type { ShiftKit, UploadResult } from '../../shared/volunteering/offline/contract'
import { judgeByDigest, parsePersonalCode, personalCodeAt } from '../../shared/volunteering/offline/personal-codes'
import type { Person } from '../kit/house'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, key, leader, volunteer, aShift, signUp, signUpId, show, lead, board, rows } = world
const DEVICE = crypto.randomUUID()
let ma: Person
let sun: Person
beforeAll(async () => {
  ma = await volunteer('马莉')
  sun = await volunteer('孙伟')
})

const kitOf = async (as: Person, shiftId: string) => ask(as, 'GET', `/api/led-shifts/${shiftId}/kit`)
const personal = async (as: Person, id: string) => {
  const { keyHex } = await ask(as, 'GET', `/api/sign-ups/${id}/personal-code`)
  return (when: Date) => personalCodeAt(hexToBytes(String(keyHex)), id, when).text
}
type Given = { direction?: 'in' | 'out'; deviceAt: Date; nonce?: string } & Record<string, unknown>
const scan = ({ direction = 'in', deviceAt, ...more }: Given) => ({
  ...{ nonce: crypto.randomUUID(), direction, method: 'leader_scan', ...more },
  deviceAt: deviceAt.toISOString(),
})
const upload = (as: Person, shiftId: string, events: readonly object[], more: object = {}) =>
  ask(as, 'POST', `/api/led-shifts/${shiftId}/uploads`, { key: key(), deviceId: DEVICE, events, ...more })
const results = async (as: Person, shiftId: string, events: readonly object[]) =>
  (await upload(as, shiftId, events)).results as UploadResult[]
const events = (id: string) =>
  rows<Record<string, unknown>>(
    sql`select kind, method, counts_at, is_forced, is_late from attendance_events where sign_up_id = ${id} order by counts_at, id`,
  )
const failures = (shiftId: string) =>
  rows<{ refused: string; zh: string; sign_up_id: string }>(
    sql`select refused, zh, sign_up_id from attendance_failures where shift_id = ${shiftId} order by server_at, id`,
  )

test('离线签到包: the shift’s own key, masked names and digests; for its leader alone, from the evening before to the end', async () => {
  const { shiftId, ids } = await aShift('2026-07-01', [ma, sun])
  for (const who of [ma, await volunteer('路人', 'adult', [['admin']])])
    expect(await kitOf(who, shiftId)).toMatchObject({ status: 404, refused: 'not_found' })
  world.at(at('20:44', '2026-06-30'))
  expect(await kitOf(leader, shiftId)).toMatchObject({ refused: 'wrong_state', zh: expect.stringContaining('20:45') })
  world.at(at('20:45', '2026-06-30'))
  const kit = (await kitOf(leader, shiftId)) as unknown as ShiftKit
  expect(kit).toMatchObject({ roster: [{ name: '马＊', state: 'absent' }, { name: '孙＊' }] })
  expect(JSON.stringify(kit)).not.toMatch(/马莉|孙伟/)
  // The phone makes the turning code by itself, and the server takes it while the shift is on.
  world.at(at('08:50', '2026-07-01'))
  const own = codeAt({ shiftKey: hexToBytes(kit.shiftKeyHex), shiftId, direction: 'in' }, world.now())
  expect(await show(ma, ids[0], 'in', own.digits)).toMatchObject({ status: 200, shift: { state: 'in' } })
  // And tells whose code it is, without the server.
  const text = (await personal(sun, ids[1] ?? ''))(world.now())
  const [first, second] = kit.roster
  const code = parsePersonalCode(text) ?? expect.fail('unreadable')
  expect(judgeByDigest({ firstStep: kit.firstStep, digests: second?.digests ?? '' }, code, world.now())).toBeNull()
  expect(judgeByDigest({ firstStep: kit.firstStep, digests: first?.digests ?? '' }, code, world.now())).toBe('wrong')
  world.at(at('11:16', '2026-07-01'))
  expect(await kitOf(leader, shiftId)).toMatchObject({ refused: 'wrong_state' })
})

test('the key of one shift opens no other, and none outside the shift’s time', async () => {
  const first = await aShift('2026-07-02', [ma])
  const kit = (await kitOf(leader, first.shiftId)) as unknown as ShiftKit
  const shiftKey = hexToBytes(kit.shiftKeyHex)
  world.at(at('08:40', '2026-07-02'))
  const early = codeAt({ shiftKey, shiftId: first.shiftId, direction: 'in' }, world.now())
  expect(await show(ma, first.ids[0], 'in', early.text)).toMatchObject({ refused: 'wrong_state' })
  const second = await aShift('2026-07-03', [ma])
  const other = codeAt({ shiftKey, shiftId: second.shiftId, direction: 'in' }, world.now())
  expect(await show(ma, second.ids[0], 'in', other.text)).toMatchObject({ refused: 'invalid' })
})

test('个人码 is the person’s own, of a standing sign-up, and counts as 实测 when the leader’s phone brings it', async () => {
  const { shiftId, ids } = await aShift('2026-07-04', [ma])
  expect(await ask(sun, 'GET', `/api/sign-ups/${ids[0]}/personal-code`)).toMatchObject({ status: 404 })
  const codeOf = await personal(ma, ids[0])
  world.at(at('11:10', '2026-07-04'))
  const [came, left] = [at('09:00', '2026-07-04'), at('11:05', '2026-07-04')]
  const sent = [
    scan({ deviceAt: came, code: codeOf(came) }),
    scan({ direction: 'out', deviceAt: left, code: codeOf(left) }),
  ]
  expect(await results(leader, shiftId, sent)).toMatchObject([
    { outcome: 'accepted', zh: '已签到', name: '马莉', refused: null },
    { outcome: 'accepted', zh: '已签退' },
  ])
  expect(await board(leader, shiftId)).toMatchObject({
    roster: [{ state: 'out', checkedInAt: came.toISOString(), creditedMinutes: 120, evidence: 'strong' }],
  })
  // Two hours late in coming, five minutes in leaving: marked where it was late, and only there.
  expect(await events(ids[0])).toMatchObject([
    { kind: 'check_in', method: 'leader_scan', is_late: true },
    { kind: 'check_out', is_late: false },
  ])
  expect(await board(leader, shiftId)).toMatchObject({ roster: [{ flags: ['late_upload'] }] })
  await lead(leader, shiftId, 'confirmations')
  expect(await rows(sql`select evidence, credited_minutes from service_records where sign_up_id = ${ids[0]}`)).toEqual([
    { evidence: 'strong', credited_minutes: 120 },
  ])
  expect(await ask(ma, 'GET', `/api/sign-ups/${ids[0]}/personal-code`)).toMatchObject({ refused: 'wrong_state' })
})

test('what does not count is kept with its reason: old code, strange code, wrong time, not on the list, nothing said', async () => {
  const { shiftId, ids } = await aShift('2026-07-05', [ma])
  const codeOf = await personal(ma, ids[0])
  const strangers = await aShift('2026-07-06', [sun])
  const foreign = (await personal(sun, strangers.ids[0]))(at('09:00', '2026-07-05'))
  world.at(at('09:30', '2026-07-05'))
  const then = at('09:00', '2026-07-05')
  const sent = [
    scan({ deviceAt: then, code: codeOf(at('08:50', '2026-07-05')) }),
    scan({ deviceAt: then, code: `${codeOf(then).slice(0, -1)}~` }),
    scan({ deviceAt: then, code: codeOf(then).replace(/.$/, (c) => (c === '0' ? '1' : '0')) }),
    scan({ deviceAt: at('08:44', '2026-07-05'), code: codeOf(at('08:44', '2026-07-05')) }),
    scan({ deviceAt: at('09:33', '2026-07-05'), code: codeOf(at('09:33', '2026-07-05')) }),
    scan({ deviceAt: then, code: foreign }),
    scan({ deviceAt: then, signUpId: ids[0], method: 'leader_confirm' }),
    scan({ deviceAt: then, signUpId: ids[0] }),
  ]
  const answers = await results(leader, shiftId, sent)
  expect(answers.map(({ outcome, refused }) => [outcome, refused])).toEqual([
    ['failed', 'invalid'],
    ['failed', 'invalid'],
    ['failed', 'invalid'],
    ['failed', 'invalid'],
    ['failed', 'invalid'],
    ['failed', 'not_found'],
    ['failed', 'missing'],
    ['failed', 'invalid'],
  ])
  for (const { zh } of answers) expect(zh).toMatch(/[\u4e00-\u9fff]/)
  expect(answers[3]?.zh).toContain('08:45–11:00')
  expect(await events(ids[0])).toEqual([])
  expect(await failures(shiftId)).toHaveLength(sent.length)
  // The leader and the office read them; nobody else.
  const mine = await ask(leader, 'GET', `/api/led-shifts/${shiftId}/failures?size=3`)
  expect(mine).toMatchObject({ items: [{ shiftId }, {}, {}], next: expect.any(String) })
  expect(await ask(sun, 'GET', `/api/led-shifts/${shiftId}/failures`)).toMatchObject({ status: 404 })
  const office = await world.person('核实员', [['reviewer']])
  const all = (await ask(office, 'GET', '/api/attendance-failures')) as unknown as { items: { zh: string }[] }
  expect(all.items.map(({ zh }) => zh)).toEqual(expect.arrayContaining(answers.map(({ zh }) => zh)))
  // Sent again each is the same failure, not a new one; and nothing rewrites it.
  expect((await results(leader, shiftId, sent)).map(({ zh }) => zh)).toEqual(answers.map(({ zh }) => zh))
  expect(await failures(shiftId)).toHaveLength(sent.length)
  await expect(rows(sql`delete from attendance_failures`)).rejects.toThrow()
})

test('whatever was scanned that is none of ours is not stored', async () => {
  const { shiftId } = await aShift('2026-07-07', [ma])
  await results(leader, shiftId, [scan({ deviceAt: world.now(), code: 'wxp://somebody-pays-with-this' })])
  expect(JSON.stringify(await rows(sql`select * from attendance_failures where shift_id = ${shiftId}`))).not.toContain(
    'wxp',
  )
})

test('放行: let in without a good code it is marked so and weaker evidence, and never without a reason', async () => {
  const { shiftId, ids } = await aShift('2026-07-08', [ma])
  const deviceAt = at('09:00', '2026-07-08')
  world.at(deviceAt)
  const forced = { deviceAt, code: 'WP1.broken', signUpId: ids[0], isForced: true }
  expect(await results(leader, shiftId, [scan(forced)])).toMatchObject([{ outcome: 'failed', refused: 'missing' }])
  expect(await results(leader, shiftId, [scan({ ...forced, reason: '屏幕碎了扫不出' })])).toMatchObject([
    { outcome: 'accepted' },
  ])
  expect(await board(leader, shiftId)).toMatchObject({
    roster: [{ state: 'in', evidence: 'medium', flags: ['forced'] }],
  })
  expect(await events(ids[0])).toMatchObject([{ method: 'leader_scan', is_forced: true }])
})

test('a leader never scans himself, by code, by name or by force; every attempt is kept, and the database says so too', async () => {
  const { shiftId } = await aShift('2026-07-09', [ma])
  await signUp(leader, shiftId)
  const own = await signUpId(leader, shiftId)
  const kit = (await kitOf(leader, shiftId)) as unknown as ShiftKit
  expect(kit.roster.find(({ isMine }) => isMine)).toMatchObject({ signUpId: own, digests: '' })
  const now = world.now()
  const code = (await personal(leader, own))(now)
  const tries = [
    scan({ deviceAt: now, code }),
    scan({ deviceAt: now, signUpId: own, isForced: true, reason: '我自己' }),
    scan({ deviceAt: now, signUpId: own, method: 'leader_confirm', reason: '我自己' }),
  ]
  expect(await results(leader, shiftId, tries)).toMatchObject(tries.map(() => ({ refused: 'forbidden' })))
  expect(await events(own)).toEqual([])
  expect(await failures(shiftId)).toHaveLength(3)
  const forged = sql`insert into attendance_events (id, sign_up_id, kind, method, nonce, counts_at, server_at, verdict, actor_id, note)
    values ('forged', ${own}, 'check_in', 'leader_scan', 'n', now(), now(), 'unknown', ${leader.id}, '')`
  await expect(rows(forged)).rejects.toMatchObject({ cause: { constraint: 'attendance_events_not_own' } })
})

test('two people in one queue are two: under one nonce the second is told so, never called done', async () => {
  const { shiftId, ids } = await aShift('2026-07-10', [ma, sun])
  const now = world.now()
  const [a, b] = [(await personal(ma, ids[0]))(now), (await personal(sun, ids[1] ?? ''))(now)]
  const nonce = crypto.randomUUID()
  expect(
    await results(leader, shiftId, [
      scan({ nonce, deviceAt: now, code: a }),
      scan({ nonce, deviceAt: now, code: a }),
      scan({ nonce, deviceAt: now, code: b }),
    ]),
  ).toMatchObject([{ outcome: 'accepted', name: '马莉' }, { outcome: 'repeated' }, { refused: 'key_reused' }])
  // Two of one second under their own nonces both come in.
  expect(await results(leader, shiftId, [scan({ deviceAt: now, code: b })])).toMatchObject([{ outcome: 'accepted' }])
  expect(await board(leader, shiftId)).toMatchObject({ inside: 2 })
  // The same nonce of another phone is another event.
  const other = { deviceId: crypto.randomUUID() }
  const later = new Date(now.getTime() + 60_000)
  world.at(later)
  const out = scan({
    nonce,
    direction: 'out',
    deviceAt: later,
    signUpId: ids[0],
    method: 'leader_confirm',
    reason: '走',
  })
  expect(await upload(leader, shiftId, [out], other)).toMatchObject({ results: [{ outcome: 'accepted' }] })
})

test('a batch sent again under its key answers one by one and writes nothing; both at once write once', async () => {
  const { shiftId, ids } = await aShift('2026-07-11', [ma])
  const now = world.now()
  const sent = [scan({ deviceAt: now, code: (await personal(ma, ids[0]))(now) }), scan({ deviceAt: now, code: 'x' })]
  const under = { key: key() }
  const both = await Promise.all([upload(leader, shiftId, sent, under), upload(leader, shiftId, sent, under)])
  for (const { results } of both)
    expect(results).toMatchObject([{ outcome: expect.stringMatching(/accepted|repeated/) }, { outcome: 'failed' }])
  expect(await upload(leader, shiftId, sent, under)).toMatchObject({
    status: 200,
    results: [{ outcome: 'repeated' }, { outcome: 'failed' }],
  })
  expect(await events(ids[0])).toHaveLength(1)
  expect(await failures(shiftId)).toHaveLength(1)
})

test('after the list is confirmed an upload changes no record: it is kept, and says the way out', async () => {
  const { shiftId, ids } = await aShift('2026-07-12', [ma, sun])
  const codes = [await personal(ma, ids[0]), await personal(sun, ids[1] ?? '')] as const
  const [came, left] = [at('09:00', '2026-07-12'), at('10:30', '2026-07-12')]
  world.at(left)
  const stay = [
    scan({ deviceAt: came, code: codes[0](came) }),
    scan({ direction: 'out', deviceAt: left, code: codes[0](left) }),
  ]
  await results(leader, shiftId, stay)
  world.at(at('11:00', '2026-07-12'))
  await lead(leader, shiftId, 'confirmations')
  const late = [scan({ deviceAt: came, code: codes[1](came) }), scan({ deviceAt: came, code: codes[0](came) })]
  expect(await results(leader, shiftId, late)).toMatchObject([
    { outcome: 'failed', zh: expect.stringContaining('申诉') },
    { outcome: 'failed', zh: expect.stringContaining('更正') },
  ])
  expect(await results(leader, shiftId, stay)).toMatchObject([{ outcome: 'repeated' }, { outcome: 'repeated' }])
  expect(await failures(shiftId)).toHaveLength(2)
  world.at(at('12:00', '2026-07-20'))
  const old = await aShift('2026-07-12', [])
  world.at(at('12:00', '2026-07-20'))
  expect(await results(leader, old.shiftId, [scan({ deviceAt: came, code: 'x' })])).toMatchObject([
    { outcome: 'failed' },
  ])
})

test('only the leader of that shift uploads, at most 200 at once, each event whole', async () => {
  const { shiftId, ids } = await aShift('2026-07-13', [ma])
  const one = scan({ deviceAt: world.now(), signUpId: ids[0], method: 'leader_confirm', reason: '没带手机' })
  expect(await upload(ma, shiftId, [one])).toMatchObject({ status: 404 })
  const many = Array.from({ length: 201 }, () => ({ ...one, nonce: crypto.randomUUID() }))
  expect(await upload(leader, shiftId, many)).toMatchObject({ status: 400, zh: expect.stringContaining('200') })
  expect(await upload(leader, shiftId, [])).toMatchObject({ status: 400 })
  expect(await upload(leader, shiftId, many.slice(0, 200))).toMatchObject({ status: 200 })
  expect(await board(leader, shiftId)).toMatchObject({ inside: 1 })
})
