import { isMessageValue } from '../../../shared/notices/message-values'
import { pictureOf } from './code-picture'
import type { FakeState } from './state'

export type Answer = Readonly<Record<string, unknown>> | Uint8Array<ArrayBuffer>
export type Call = {
  readonly state: FakeState
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  readonly now: number
  readonly newId: () => string
  readonly push: (event: Readonly<Record<string, unknown>>) => void
}

const CODE_MS = 5 * 60_000
const text = (value: unknown) => (typeof value === 'string' ? value : '')
export const wrong = (errcode: number, errmsg: string) => ({ errcode, errmsg })
const ok = { errcode: 0, errmsg: 'ok' }

/** A code works once and for five minutes. */
function spend({ state, now }: Call, code: string, kind: 'login' | 'phone') {
  const found = state.codes.get(code)
  if (!found || found.kind !== kind || now - found.madeAt > CODE_MS) return wrong(40029, 'invalid code')
  if (found.isUsed) return wrong(40163, 'code been used')
  found.isUsed = true
  return found
}

export function session(call: Call): Answer {
  const { state, query, newId } = call
  const code = query.get('js_code') ?? ''
  if (query.get('grant_type') !== 'authorization_code') return wrong(40002, 'invalid grant_type')
  const isAny = state.knobs.anyCode && !state.codes.has(code)
  const found = isAny ? { openid: `openid-${code}` } : spend(call, code, 'login')
  if ('errcode' in found) return found
  if (state.knobs.blocked.has(found.openid)) return wrong(40226, 'code blocked')
  return { openid: found.openid, session_key: btoa(newId().slice(0, 16)), fresh_field: 1 }
}

const LIFE_MS = 7200_000
const OVERLAP_MS = 300_000

/** The same token until five minutes before its end, then a new one beside it; a forced one ends the old at once. */
export function stableToken({ state, body, now, newId }: Call): Answer {
  if (text(body.secret) === '') return wrong(40125, 'invalid appsecret')
  const [name, held] = [...state.tokens].at(-1) ?? []
  const isGood = held !== undefined && held.endsAt - now > OVERLAP_MS && body.force_refresh !== true
  if (name !== undefined && isGood) return { access_token: name, expires_in: Math.floor((held.endsAt - now) / 1000) }
  if (body.force_refresh === true) for (const token of state.tokens.values()) token.endsAt = now
  const made = `fake-${newId()}`.padEnd(136, 'x')
  state.tokens.set(made, { madeAt: now, endsAt: now + LIFE_MS })
  return { access_token: made, expires_in: LIFE_MS / 1000, extra: 'ignored' }
}

export function tokenFault({ state, query, now }: Call): Answer | null {
  const name = query.get('access_token') ?? ''
  if (name === '') return wrong(41001, 'access_token missing')
  const found = state.tokens.get(name)
  if (!found) return wrong(40001, 'invalid credential, access_token is invalid or not latest')
  return found.endsAt <= now ? wrong(42001, 'access_token expired') : null
}

export function phone(call: Call): Answer {
  const found = spend(call, text(call.body.code), 'phone')
  if ('errcode' in found) return found
  if (call.body.openid !== undefined && call.body.openid !== found.openid) return wrong(40029, 'invalid code')
  const purePhoneNumber = '13900001234'
  const watermark = { timestamp: Math.floor(call.now / 1000), appid: 'wx' }
  return { ...ok, phone_info: { phoneNumber: purePhoneNumber, purePhoneNumber, countryCode: 86, watermark } }
}

const LABELS = { pass: 100, review: 20001, risky: 20006 } as const
const RISKY = '违规'
const REVIEW = '复核'

export function checkText({ state, body, newId }: Call): Answer {
  const [content, openid] = [text(body.content), text(body.openid)]
  if (content === '' || [...content].length > 2_500) return wrong(40097, 'invalid args')
  if (openid === '') return wrong(40003, 'invalid openid')
  if (state.knobs.stale.has(openid)) return wrong(61010, 'code is expired')
  const isRisky = [RISKY, ...state.knobs.riskyWords].some((word) => content.includes(word))
  const suggest = isRisky ? 'risky' : content.includes(REVIEW) ? 'review' : 'pass'
  const result = { suggest, label: LABELS[suggest] }
  // The keyword strategy answers without a suggestion when it found nothing; a broken one is void.
  const detail = [
    { strategy: 'content_model', errcode: 0, prob: 90, ...result },
    { strategy: 'keyword', errcode: 0 },
    { strategy: 'other', errcode: -1 },
  ]
  return { ...ok, trace_id: newId(), result, detail, unknown_field: null }
}

export function checkPicture({ state, body, newId, now, push }: Call): Answer {
  const [url, openid] = [text(body.media_url), text(body.openid)]
  if (!/^https?:\/\//.test(url) || body.media_type !== 2) return wrong(40097, 'invalid args')
  if (openid === '') return wrong(40003, 'invalid openid')
  if (state.knobs.stale.has(openid)) return wrong(61010, 'code is expired')
  const trace_id = newId()
  const fate = [...state.knobs.pictures].find(([part]) => url.includes(part))?.[1] ?? 'pass'
  if (fate === 'never') return { ...ok, trace_id }
  const isAway = fate === 'unreachable'
  const found = isAway ? {} : { result: { suggest: fate, label: LABELS[fate] } }
  push({
    ...{ ToUserName: 'gh_fake', FromUserName: openid, CreateTime: Math.floor(now / 1000), MsgType: 'event' },
    ...{ Event: 'wxa_media_check', appid: 'wx', trace_id, version: 2, ...found },
    ...(isAway ? { errcode: -1008, errmsg: 'download fail', detail: [] } : { errcode: 0, errmsg: 'ok', detail: [{}] }),
  })
  return { ...ok, trace_id }
}

function valuesFault(data: unknown): Answer | null {
  if (typeof data !== 'object' || data === null) return wrong(47003, 'argument invalid! data invalid')
  for (const [name, cell] of Object.entries(data as Record<string, { value?: unknown }>)) {
    const value = text(cell.value)
    if (value === '') return wrong(47003, `argument invalid! data.${name}.value is emtpy`)
    if (!isMessageValue(name, value)) return wrong(47003, `argument invalid! data.${name}.value invalid`)
  }
  return null
}

export function sendMessage({ state, body }: Call): Answer {
  const [openid, templateId] = [text(body.touser), text(body.template_id)]
  if (openid === '') return wrong(40003, 'invalid openid')
  if (!state.templates.has(templateId)) return wrong(40037, 'invalid template_id')
  const fault = valuesFault(body.data)
  if (fault) return fault
  const name = `${openid} ${templateId}`
  const left = state.acceptances.get(name) ?? 0
  if (left < 1 && !state.knobs.acceptAll) return wrong(43101, 'user refuse to accept the msg')
  state.acceptances.set(name, left - 1)
  state.sent.push({ openid, templateId, page: text(body.page), data: body.data })
  return ok
}

export function codePicture({ body }: Call): Answer {
  const scene = text(body.scene)
  if (scene.length < 1 || scene.length > 32) return wrong(40169, 'invalid length for scene')
  if (!/^[\w!#$&'()*+,/:;=?@.~-]+$/.test(scene) || text(body.page).startsWith('/')) return wrong(40097, 'invalid args')
  return pictureOf(`${text(body.page)}?scene=${scene}`)
}

export function urlLink({ body, newId }: Call): Answer {
  if (text(body.query).length > 1024) return wrong(40212, 'invalid query')
  const days = Number(body.expire_interval)
  if (!(days >= 1 && days <= 30)) return wrong(85401, 'time limit between 1min and 30days')
  return { ...ok, url_link: `https://wxaurl.cn/${newId().slice(0, 11)}` }
}

export function riskRank({ state, body }: Call): Answer {
  const openid = text(body.openid)
  if (openid === '') return wrong(40003, 'invalid openid')
  const risk_rank = state.knobs.risks.get(openid) ?? 0
  return { errcode: 0, errmsg: 'getuserriskrank succ', risk_rank, unoin_id: 1 }
}
