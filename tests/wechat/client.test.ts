import jsqr from 'jsqr'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { Refused } from '../../functions/http/refused'
import type { TokenStore } from '../../functions/http/wechat-types'
import { wechatClient } from '../../functions/outside/wechat/client'
import { fakeWechat } from '../../functions/outside/wechat-fake/server'
import { wechatTokens } from '../../schema/wechat'
import { openHouse } from '../kit/house'

/** The client against the stand-in, with a clock of its own and no waiting. */
function open() {
  let now = new Date('2026-06-15T02:00:00Z')
  const logged: object[] = []
  const slept: number[] = []
  const kept = new Map<string, { token: string; expiresAt: Date }>()
  const tokens: TokenStore = {
    find: async (appid, at) => {
      const held = kept.get(appid)
      return held && held.expiresAt > at ? held.token : null
    },
    keep: async (appid, token, expiresAt) => void kept.set(appid, { token, expiresAt }),
  }
  const push = { appid: 'wx1', token: 'AAAAA', key: '' }
  const fake = fakeWechat({ now: () => now, newId: () => crypto.randomUUID(), push })
  const wire = {
    fetch: fake.fetch,
    sleep: async (ms: number) => void slept.push(ms),
    log: (line: object) => void logged.push(line),
    base: 'http://wechat.local',
  }
  const client = wechatClient(wire, {
    ...{ appid: 'wx1', secret: 'very secret', tokens, now: () => now, state: 'developer' },
  })
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000)
  }
  return { fake, client, kept, logged, slept, later }
}
const message = { openid: 'o1', templateId: 't1', page: 'pages/home/index', data: { thing1: { value: '井盖' } } }
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (err: unknown) => (err instanceof Refused ? err.refusal.refused : err),
  )

describe('signing in', () => {
  test('a code is a person once, for five minutes', async () => {
    const { fake, client, later } = open()
    const code = fake.login('o1')
    expect(await client.openidOf(code)).toBe('o1')
    expect(await refusal(client.openidOf(code))).toBe('signed_out')
    expect(await refusal(client.openidOf('made up'))).toBe('signed_out')
    const late = fake.login('o1')
    later(6)
    expect(await refusal(client.openidOf(late))).toBe('signed_out')
  })

  test('a blocked account is refused politely, a used-up quota is not its fault', async () => {
    const { fake, client } = open()
    fake.knobs.blocked.add('bad')
    expect(await refusal(client.openidOf(fake.login('bad')))).toBe('forbidden')
    fake.knobs.dailyQuota = 0
    expect(await refusal(client.openidOf(fake.login('o1')))).toBe('unavailable')
  })

  test('a busy WeChat is asked again a little later, three times at most', async () => {
    const { fake, client, slept } = open()
    fake.knobs.busy = 2
    expect(await client.openidOf(fake.login('o1'))).toBe('o1')
    expect(slept).toHaveLength(2)
    expect(slept.every((ms) => ms > 0 && ms < 1_000)).toBe(true)
    fake.knobs.busy = 3
    expect(await refusal(client.openidOf(fake.login('o1')))).toBe('unavailable')
  })
})

describe('the access token', () => {
  test('is fetched once and kept until it ends', async () => {
    const { fake, client, later } = open()
    await client.checkText('o1', '你好')
    await client.checkText('o1', '你好')
    expect(fake.state.calls.filter((path) => path === '/cgi-bin/stable_token')).toHaveLength(1)
    later(121)
    expect(await client.checkText('o1', '你好')).toMatchObject({ suggest: 'pass' })
    expect(fake.state.calls.filter((path) => path === '/cgi-bin/stable_token')).toHaveLength(2)
  })

  test('that WeChat refuses is replaced once, never by force', async () => {
    const { fake, client, kept } = open()
    kept.set('wx1', { token: 'of yesterday', expiresAt: new Date('2027-01-01') })
    expect(await client.checkText('o1', '你好')).toMatchObject({ suggest: 'pass' })
    expect(fake.state.calls).toEqual(['/wxa/msg_sec_check', '/cgi-bin/stable_token', '/wxa/msg_sec_check'])
  })

  test('lies sealed in one row of the house, and opens with its own secret only', async () => {
    const { deps, db, fake } = await openHouse()
    await deps.wechat.checkText('o1', '你好')
    const rows = await db.select().from(wechatTokens)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.sealed).not.toContain('fake')
    await deps.wechat.checkText('o1', '你好')
    expect(fake.state.calls.filter((path) => path === '/cgi-bin/stable_token')).toHaveLength(1)
    await db.update(wechatTokens).set({ sealed: 'ab'.repeat(60) })
    expect(await deps.wechat.checkText('o1', '你好')).toMatchObject({ suggest: 'pass' })
  })
})

describe('what a text or picture is', () => {
  test.each([
    ['井盖塌了', 'pass', 100],
    ['违规的话', 'risky', 20006],
    ['请复核', 'review', 20001],
  ])('%s is %s', async (text, suggest, label) => {
    expect(await open().client.checkText('o1', text)).toMatchObject({ suggest, label })
  })

  test('a long text is checked in pieces, and its worst piece counts', async () => {
    const { fake, client } = open()
    expect(await client.checkText('o1', `${'好'.repeat(5_000)}违规`)).toMatchObject({ suggest: 'risky' })
    expect(fake.state.calls.filter((path) => path === '/wxa/msg_sec_check')).toHaveLength(3)
  })

  test('a person not seen for two hours has no result, nor has a WeChat that is away', async () => {
    const { fake, client } = open()
    fake.knobs.stale.add('o1')
    expect(await client.checkText('o1', '你好')).toEqual({ suggest: 'unknown', label: null, traceId: null })
    expect(await client.checkPicture('o1', 'http://x/1.jpg')).toBeNull()
    fake.knobs.busy = 100
    expect(await client.checkText('o2', '你好')).toMatchObject({ suggest: 'unknown' })
  })
})

describe('a message', () => {
  test('is sent as often as it was accepted', async () => {
    const { fake, client } = open()
    fake.state.templates.add('t1')
    fake.accept('o1', 't1')
    expect(await client.sendMessage(message)).toEqual({ sent: 'sent', why: '' })
    expect(await client.sendMessage(message)).toEqual({ sent: 'gone', why: '43101 user refuse to accept the msg' })
  })

  test('with a wrong field or template can never be sent, and the reason names the field', async () => {
    const { fake, client } = open()
    expect(await client.sendMessage(message)).toMatchObject({ sent: 'bad' })
    fake.state.templates.add('t1')
    const long = { ...message, data: { thing1: { value: '长'.repeat(21) } } }
    expect(await client.sendMessage(long)).toMatchObject({
      sent: 'bad',
      why: '47003 argument invalid! data.thing1.value invalid',
    })
    const empty = { ...message, data: { thing1: { value: '' } } }
    expect((await client.sendMessage(empty)).why).toContain('emtpy')
  })

  test('to a person who is being sent another waits', async () => {
    const { fake, client } = open()
    fake.state.templates.add('t1')
    fake.accept('o1', 't1', 9)
    const both = await Promise.all([client.sendMessage(message), client.sendMessage(message)])
    expect(both.map(({ sent }) => sent).sort()).toEqual(['busy', 'sent'])
  })
})

test('a decoder of other people reads scene and page from the stand-in’s code picture, whatever their length', async () => {
  const { client } = open()
  for (const scene of ['v', 'v.c.1', "!#$&'()*+,/:;=?@-._~", 'x'.repeat(32)]) {
    const picture = sharp(await client.codePicture(scene, 'pages/cases/public'))
    const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    expect(info.width).toBe(info.height)
    expect(info.width).toBeGreaterThanOrEqual(280)
    const read = jsqr(new Uint8ClampedArray(data), info.width, info.height)
    expect(read?.data).toBe(`pages/cases/public?scene=${scene}`)
  }
})

test('the other calls answer as the contract says', async () => {
  const { fake, client } = open()
  expect(await client.phoneOf(fake.phoneCode('o1'), 'o1')).toBe('13900001234')
  expect(await refusal(client.phoneOf(fake.phoneCode('o2'), 'o1'))).toBe('signed_out')
  expect(await refusal(client.codePicture('x'.repeat(33), 'pages/cases/public'))).toBe('invalid')
  expect(await client.linkTo('/pages/cases/public', 'id=1', 7)).toMatch(/^https:\/\/wxaurl\.cn\//)
  expect(await refusal(client.linkTo('/pages/cases/public', 'id=1', 31))).toBe('unavailable')
  expect(await client.riskRank('o1', '203.0.113.9')).toBe(0)
})

test('the log names the path and nothing secret', async () => {
  const { fake, client, logged, kept } = open()
  fake.knobs.busy = 1
  await client.openidOf(fake.login('o1'))
  await client.checkText('o1', '你好')
  fake.knobs.stale.add('o1')
  await client.checkText('o1', '秘密的话')
  const said = JSON.stringify(logged)
  expect(logged).toContainEqual({ level: 'warn', wechat: '/sns/jscode2session', errcode: -1 })
  for (const secret of ['very secret', kept.get('wx1')?.token ?? 'none', 'o1', '秘密'])
    expect(said).not.toContain(secret)
})
