import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { base32, fromBase32, matchingStep, stepOf, totp } from '../../shared/people/totp'
import { ENDPOINTS } from '../../shared/registry'
import { openHouse, type Person } from '../kit/house'

describe('RFC 6238, appendix B', () => {
  const secret = new TextEncoder().encode('12345678901234567890')
  test.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('%d s gives %s', (seconds, code) => {
    expect(totp(secret, stepOf(new Date(seconds * 1000)), 8)).toBe(code)
  })
  test('a code is good one step early or late, never again, never two steps away', () => {
    const at = new Date(1_234_567_890_000)
    const code = (drift: number) => totp(secret, stepOf(at) + drift)
    expect([-2, -1, 0, 1, 2].map((drift) => matchingStep(secret, code(drift), at, 0) !== null)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
    expect(matchingStep(secret, code(0), at, stepOf(at))).toBeNull()
  })
  test('base32 comes back', () => {
    expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    expect(fromBase32(base32(secret))).toEqual(secret)
  })
})

const house = await openHouse()
const { ask, person, db } = house
const later = () => house.at(new Date(house.now().getTime() + 60_000))
const codeNow = (secret: unknown) => totp(fromBase32(String(secret)), stepOf(house.now()))
const again = async (who: Person) => ({
  ...who,
  token: String((await ask(null, 'POST', '/api/sessions/demo', { personId: who.id })).token),
})
const enrol = async (who: Person) => {
  const { secret, uri } = await ask(who, 'POST', '/api/me/second-factor/start', {})
  expect(uri).toContain(`secret=${secret}`)
  const { codes } = await ask(who, 'POST', '/api/me/second-factor/confirm', { code: codeNow(secret) })
  return { secret, codes: codes as string[] }
}

test('set up with a code; a new session shows it before anything sensitive, and the rest of the work goes on', async () => {
  const admin = await person('管理员', [['admin']])
  const lin = await person('林晓岚')
  const { secret, codes } = await enrol(admin)
  expect(new Set(codes).size).toBe(8)
  const grantRole = (as: Person) =>
    ask(as, 'POST', `/api/staff/${lin.id}/grants`, { key: house.key(), role: 'verifier', unitId: null, gridId: null })
  const fresh = await again(admin)
  expect(await grantRole(fresh)).toMatchObject({ status: 403, refused: 'second_factor' })
  expect(await ask(fresh, 'GET', '/api/staff')).toMatchObject({ status: 200 })
  // The code that set it up is used up.
  expect(await ask(fresh, 'POST', '/api/me/second-factor/show', { code: codeNow(secret) })).toMatchObject({
    status: 422,
  })
  later()
  const shown = await ask(fresh, 'POST', '/api/me/second-factor/show', { code: codeNow(secret) })
  expect(shown).toMatchObject({ status: 200, isSet: true, isShown: true, codesLeft: 8 })
  expect(await grantRole(fresh)).toMatchObject({ status: 200 })
  // Another session of the same person has shown nothing.
  expect(await grantRole(await again(admin))).toMatchObject({ status: 403 })
  later()
  const byCode = await again(admin)
  const used = { code: codes[0]?.toLowerCase() }
  expect(await ask(byCode, 'POST', '/api/me/second-factor/show', used)).toMatchObject({ status: 200, codesLeft: 7 })
  expect(await ask(byCode, 'POST', '/api/me/second-factor/show', used)).toMatchObject({ status: 422 })
  const { rows } = (await db.execute(sql`select sealed from second_factors`)) as unknown as {
    rows: { sealed: string }[]
  }
  expect(rows[0]?.sealed).not.toContain(String(secret))
  const kept = (await db.execute(sql`select code_hash from recovery_codes`)) as unknown as { rows: object[] }
  expect(JSON.stringify(kept.rows)).not.toContain(codes[1])
})

test('five tries a minute, then nothing is looked at', async () => {
  const wu = await person('吴倩', [['reviewer']])
  await enrol(wu)
  later()
  const answers = []
  for (let n = 0; n < 7; n++)
    answers.push((await ask(wu, 'POST', '/api/me/second-factor/show', { code: '000000' })).status)
  expect(answers).toEqual([422, 422, 422, 422, 422, 429, 429])
})

test('an administrator takes it away for a lost phone: its sessions end, and it can be set up anew', async () => {
  const boss = await person('主任', [['admin']])
  const he = await person('何敏', [['reviewer']])
  await enrol(he)
  expect(await ask(boss, 'POST', `/api/staff/${he.id}/second-factor/end`, { key: house.key() })).toMatchObject({
    status: 200,
  })
  expect(await ask(he, 'GET', '/api/me')).toMatchObject({ status: 401 })
  const back = await again(he)
  expect(await ask(back, 'GET', '/api/me/second-factor')).toMatchObject({ isSet: false, codesLeft: 0 })
  later()
  await enrol(back)
})

test('citizens and units need none', async () => {
  const lin = await person('林晓岚')
  expect(await ask(lin, 'POST', '/api/me/second-factor/start', {})).toMatchObject({ status: 403 })
})

test('where the house requires it, the office works with it only; setting it up is open, others are not asked', async () => {
  const strict = await openHouse({ db, isFactorRequired: true, now: house.now() })
  const he = await strict.person('新审核员', [['admin']])
  const chen = await strict.person('陈工', [['handler', { unitId: 'U001' }]])
  expect(await strict.ask(he, 'GET', '/api/staff')).toMatchObject({ status: 403, refused: 'second_factor' })
  expect(await strict.ask(chen, 'GET', '/api/me')).toMatchObject({ status: 200 })
  const { secret } = await strict.ask(he, 'POST', '/api/me/second-factor/start', {})
  const code = totp(fromBase32(String(secret)), stepOf(strict.now()))
  expect(await strict.ask(he, 'POST', '/api/me/second-factor/confirm', { code })).toMatchObject({ status: 200 })
  expect(await strict.ask(he, 'GET', '/api/staff')).toMatchObject({ status: 200 })
})

test('whatever takes data out, opens the house to others or sets its money asks for the second factor too', async () => {
  const admin = await person('另一名管理员', [['admin'], ['reviewer']])
  await enrol(admin)
  const fresh = await again(admin)
  const names = [
    ...['ExportCases', 'ExportHoursJournal', 'ExportServiceRecords', 'TakeRewardPayout', 'CreateApiKey', 'EndApiKey'],
    ...['CreateInvite', 'EndInvite', 'PayRewards', 'SetRewardRule', 'ApplyImport', 'OpenOriginal', 'SetRetention'],
    'PublishConsentText',
  ] as const
  for (const name of names) {
    const { verb, path } = ENDPOINTS[name] ?? expect.fail(name)
    const body = verb === 'GET' ? undefined : {}
    const answer = await ask(fresh, verb, path.replace(/:\w+/g, 'any'), body)
    expect(answer, name).toMatchObject({ status: 403, refused: 'second_factor' })
  }
})
