import { closePush, pushSignature } from '../../http/push-crypt'
import type { PushKeys } from '../../http/wechat-types'
import {
  type Answer,
  type Call,
  checkPicture,
  checkText,
  codePicture,
  phone,
  riskRank,
  sendMessage,
  session,
  stableToken,
  tokenFault,
  urlLink,
  wrong,
} from './answers'
import { type FakeState, fakeState } from './state'

const OPEN: Readonly<Record<string, (call: Call) => Answer>> = {
  'GET /sns/jscode2session': session,
  'POST /cgi-bin/stable_token': stableToken,
}
const WITH_TOKEN: Readonly<Record<string, (call: Call) => Answer>> = {
  'POST /wxa/business/getuserphonenumber': phone,
  'POST /wxa/msg_sec_check': checkText,
  'POST /wxa/media_check_async': checkPicture,
  'POST /cgi-bin/message/subscribe/send': sendMessage,
  'POST /wxa/getwxacodeunlimit': codePicture,
  'POST /wxa/generate_urllink': urlLink,
  'POST /wxa/getuserriskrank': riskRank,
}

type Given = {
  readonly now: () => Date
  readonly newId: () => string
  readonly push: PushKeys
  readonly chance?: () => number
}
const wait = (ms: number) => (ms > 0 ? new Promise<void>((done) => setTimeout(done, ms)) : Promise.resolve())

const rid = (newId: () => string) => {
  const hex = newId().replaceAll('-', '')
  return `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16, 24)}`
}

/** As the real one answers: HTTP 200 whatever happens, text/plain for JSON, and a number of the request in every message. */
function respond(answer: Answer, newId: () => string) {
  if (answer instanceof Uint8Array) return new Response(answer, { headers: { 'content-type': 'image/png' } })
  const isWrong = 'errcode' in answer && answer.errcode !== 0
  const said = isWrong ? { ...answer, errmsg: `${String(answer.errmsg)} rid: ${rid(newId)}` } : answer
  return new Response(JSON.stringify(said), { headers: { 'content-type': 'text/plain' } })
}

/** Calls to one openid at the same time are refused, which only shows while a call takes its time. */
async function inTurn(call: Call, work: () => Answer): Promise<Answer> {
  const { sending, knobs } = call.state
  const openid = String(call.body.touser)
  if (sending.has(openid)) return wrong(43108, 'Cannot make concurrent calls to the same OpenID')
  sending.add(openid)
  await wait(knobs.latencyMs || 1)
  sending.delete(openid)
  return work()
}

async function answerOf(door: string, call: Call, chance: () => number): Promise<Answer> {
  const { knobs, calls } = call.state
  const handle = OPEN[door] ?? WITH_TOKEN[door]
  if (!handle) return wrong(48001, 'api unauthorized')
  if (calls.length > knobs.dailyQuota) return wrong(45009, 'reach max api daily quota limit')
  const isBusy = knobs.busy >= 1 ? knobs.busy-- >= 1 : chance() < knobs.busy
  if (isBusy) return wrong(-1, 'system error')
  const fault = door in WITH_TOKEN ? tokenFault(call) : null
  if (fault) return fault
  return door.endsWith('/send') ? inTurn(call, () => handle(call)) : handle(call)
}

async function pushRequest({ knobs }: FakeState, { push, now, newId }: Given, event: unknown): Promise<Request> {
  const { token, key, appid } = push
  const [timestamp, nonce] = [String(Math.floor(now().getTime() / 1000)), newId().slice(0, 8)]
  const signature = await pushSignature(token, timestamp, nonce)
  const query = new URLSearchParams({ signature, timestamp, nonce })
  const message = JSON.stringify(event)
  let body = message
  if (key !== '' && knobs.pushSecure) {
    const Encrypt = await closePush(key, crypto.getRandomValues(new Uint8Array(16)), message, appid)
    query.set('encrypt_type', 'aes')
    query.set('msg_signature', await pushSignature(token, timestamp, nonce, Encrypt))
    body = JSON.stringify({ ToUserName: 'gh_fake', Encrypt })
  }
  if (knobs.pushMissigned) for (const name of ['signature', 'msg_signature']) query.set(name, '0'.repeat(40))
  const headers = { 'content-type': 'application/json' }
  return new Request(`http://house.local/api/wechat/push?${query}`, { method: 'POST', body, headers })
}

/** 模拟的微信服务器: the same paths, codes and moods, in this very process. Never in production. */
export function fakeWechat(given: Given) {
  const state = fakeState()
  const { now, newId, chance = Math.random } = given
  let deliver: ((request: Request) => Response | Promise<Response>) | null = null

  const pushOne = async (event: unknown) => {
    await wait(state.knobs.pushDelayMs)
    for (let n = state.knobs.pushTwice ? 2 : 1; n > 0; n--) await deliver?.(await pushRequest(state, given, event))
  }
  const push = (event: unknown) => {
    // Never before the answer that names the trace.
    const going = wait(1)
      .then(() => pushOne(event))
      .catch(() => {})
    state.pushes.add(going)
    void going.finally(() => state.pushes.delete(going))
  }
  const fetch = async (request: Request) => {
    const { pathname, searchParams: query } = new URL(request.url)
    const sent = await request.text()
    const body = sent === '' ? {} : (JSON.parse(sent) as Record<string, unknown>)
    state.calls.push(pathname)
    if (!pathname.endsWith('/send')) await wait(state.knobs.latencyMs)
    const call = { state, query, body, now: now().getTime(), newId, push }
    return respond(await answerOf(`${request.method} ${pathname}`, call, chance), newId)
  }
  const code = (kind: 'login' | 'phone') => (openid: string) => {
    const made = newId()
    state.codes.set(made, { openid, kind, madeAt: now().getTime(), isUsed: false })
    return made
  }
  return {
    ...{ state, knobs: state.knobs, fetch, login: code('login'), phoneCode: code('phone') },
    /** What a person accepts, as the phone's dialogue counts it. */
    accept: (openid: string, templateId: string, times = 1) =>
      state.acceptances.set(`${openid} ${templateId}`, (state.acceptances.get(`${openid} ${templateId}`) ?? 0) + times),
    deliverTo: (to: (request: Request) => Response | Promise<Response>) => {
      deliver = to
    },
    /** When every push so far has arrived. */
    settled: async () => {
      while (state.pushes.size > 0) await Promise.all(state.pushes)
    },
  }
}
export type FakeWechat = ReturnType<typeof fakeWechat>
