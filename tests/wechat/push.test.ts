import { describe, expect, test } from 'vitest'
import { buildApp } from '../../functions/app'
import { closePush, openPush, pushSignature } from '../../functions/http/push-crypt'
import { wechatPushes } from '../../schema/wechat'
import { openHouse } from '../kit/house'

/** The published example of the platform: token AAAAA, key of 43 A. */
const TOKEN = 'AAAAA'
const KEY = 'A'.repeat(43)
const APPID = 'wxba5fad812f8e6fb9'
const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>

describe('the published vectors', () => {
  test.each([
    ['1714036504', '1514711492', 'f464b24fc39322e44b38aa78f5edd27bd1441696'],
    ['1714037059', '486452656', '899cf89e464efb63f54ddac96b0a0a235f53aa78'],
    ['1714112445', '415670741', '6c5c811b55cc85e0e1b54100749188c20beb3f5d'],
  ])('%s %s is signed as published', async (timestamp, nonce, signature) => {
    expect(await pushSignature(TOKEN, timestamp, nonce)).toBe(signature)
  })

  test('the reply is encrypted and signed as published', async () => {
    const encrypted = await closePush(KEY, bytes('707722b803182950'), '{"demo_resp":"good luck"}', APPID)
    expect(await pushSignature(TOKEN, '1713424427', '415670741', encrypted)).toBe(
      '1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1',
    )
    expect(await openPush(KEY, encrypted)).toEqual({ message: '{"demo_resp":"good luck"}', appid: APPID })
  })
})

test('a message of every length opens: 64 of 64 paddings', async () => {
  for (let size = 0; size < 64; size++) {
    const message = 'x'.repeat(size)
    const random = crypto.getRandomValues(new Uint8Array(16))
    expect(await openPush(KEY, await closePush(KEY, random, message, APPID))).toEqual({ message, appid: APPID })
  }
})

test('what is no message of this key opens to nothing', async () => {
  const closed = await closePush(KEY, bytes('0123456789abcdef'), 'hello', APPID)
  for (const broken of ['', 'not base64!', closed.slice(4), `${closed.slice(0, -4)}AAAA`, btoa('short')])
    expect(await openPush(KEY, broken)).toBeNull()
  expect(await openPush('B'.repeat(43), closed)).toBeNull()
})

const house = await openHouse()

/** The same house behind another door. */
async function open(keys: { token?: string; key?: string } = {}) {
  await house.db.delete(wechatPushes)
  const app = buildApp({ ...house.deps, wechatPush: { appid: APPID, token: TOKEN, key: KEY, ...keys } })
  const event = { ToUserName: 'gh', FromUserName: 'o1', CreateTime: 1, MsgType: 'event', Event: 'wxa_media_check' }
  const seconds = () => String(Math.floor(house.now().getTime() / 1000))
  const post = (query: Record<string, string>, body: unknown) =>
    app.request(`/api/wechat/push?${new URLSearchParams(query)}`, { method: 'POST', body: JSON.stringify(body) })
  const secure = async (message: object, change: Record<string, string> = {}, appid = APPID) => {
    const Encrypt = await closePush(KEY, bytes('0123456789abcdef'), JSON.stringify(message), appid)
    const [timestamp, nonce] = [change.timestamp ?? seconds(), 'n1']
    const signature = await pushSignature(TOKEN, timestamp, nonce)
    const msg_signature = await pushSignature(TOKEN, timestamp, nonce, Encrypt)
    return post({ signature, timestamp, nonce, encrypt_type: 'aes', msg_signature, ...change }, { Encrypt })
  }
  const rows = () => house.db.select().from(wechatPushes)
  return { app, event, seconds, post, secure, rows }
}

test('the address is checked by its signature and answers the bare word', async () => {
  const { app } = await open()
  const query = 'timestamp=1714036504&nonce=1514711492&echostr=4375120948345356249'
  const right = await app.request(`/api/wechat/push?signature=f464b24fc39322e44b38aa78f5edd27bd1441696&${query}`)
  expect([right.status, await right.text()]).toEqual([200, '4375120948345356249'])
  const wrong = await app.request(`/api/wechat/push?signature=${'0'.repeat(40)}&${query}`)
  expect(wrong.status).toBe(403)
})

describe('secure mode', () => {
  test('an event is acknowledged and kept once, however often it comes', async () => {
    const { event, secure, rows } = await open()
    for (const _ of [1, 2, 3]) {
      const res = await secure({ ...event, trace_id: 't1', result: { suggest: 'pass', label: 100 } })
      expect([res.status, await res.text()]).toEqual([200, 'success'])
    }
    await secure(event)
    await secure(event)
    expect((await rows()).map(({ id }) => id).sort()).toEqual(['o1 1', 't1'])
  })

  test('an event nobody knows is acknowledged too', async () => {
    const { event, secure, rows } = await open()
    const res = await secure({ ...event, Event: 'something_new', more: { of: ['it'] } })
    expect(await res.text()).toBe('success')
    expect(await rows()).toMatchObject([{ event: 'something_new', said: null }])
  })

  test.each([
    ['a wrong msg_signature', { msg_signature: '0'.repeat(40) }, APPID],
    ['none', { msg_signature: '' }, APPID],
    ['a signature of yesterday', { timestamp: '1750000000' }, APPID],
    ['no time', { timestamp: 'soon' }, APPID],
    ['another app', {}, 'wx0000000000000000'],
  ])('with %s it is not WeChat', async (_name, change, appid) => {
    const { event, secure, rows } = await open()
    expect((await secure(event, change, appid)).status).toBe(403)
    expect(await rows()).toEqual([])
  })

  test('a plain event is not taken, even with the right plain signature', async () => {
    const { event, post, seconds, rows } = await open()
    const signature = await pushSignature(TOKEN, seconds(), 'n1')
    const res = await post({ signature, timestamp: seconds(), nonce: 'n1' }, event)
    expect(res.status).toBe(403)
    expect(await rows()).toEqual([])
  })
})

test('plain mode takes what is signed, and nothing else', async () => {
  const { event, post, seconds, rows } = await open({ key: '' })
  const [timestamp, nonce] = [seconds(), 'n1']
  const signature = await pushSignature(TOKEN, timestamp, nonce)
  expect((await post({ signature, timestamp, nonce }, event)).status).toBe(200)
  expect((await post({ signature: '1'.repeat(40), timestamp, nonce }, event)).status).toBe(403)
  expect((await post({ signature, timestamp, nonce }, 'no event')).status).toBe(403)
  expect(await rows()).toHaveLength(1)
})

test('without a token the door is shut, and a push too large is not read', async () => {
  const shut = await open({ token: '', key: '' })
  expect((await shut.post({}, {})).status).toBe(403)
  const { post } = await open()
  expect((await post({}, 'x'.repeat(70_000))).status).toBe(413)
})
