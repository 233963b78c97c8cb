import * as z from 'zod'
import type { Message, MessageSent, TextChecked, TokenStore, WeChat } from '../../http/wechat-types'
import { MESSAGE_ERRORS, refused } from './errors'
import { type Ask, callFor, callForBytes, WechatError, type Wire, withToken } from './wire'

export type WechatSettings = {
  readonly appid: string
  readonly secret: string
  readonly tokens: TokenStore
  readonly now: () => Date
  /** developer, trial or formal: which package a message opens. */
  readonly state: 'developer' | 'trial' | 'formal'
}

/** A token is let go of a little before WeChat does. */
const SPARE_SECONDS = 60
const TEXT_MAX = 2_500
const FORUM = 3
const IMAGE = 2
const Done = z.looseObject({})
const Token = z.looseObject({ access_token: z.string().min(1), expires_in: z.number() })
const Session = z.looseObject({ openid: z.string().min(1) })
const Phone = z.looseObject({
  phone_info: z.looseObject({ purePhoneNumber: z.string().min(1), countryCode: z.union([z.string(), z.number()]) }),
})
const Checked = z.looseObject({
  trace_id: z.string(),
  result: z.looseObject({ suggest: z.enum(['pass', 'review', 'risky']), label: z.number() }),
})
const Taken = z.looseObject({ trace_id: z.string().min(1) })
const Link = z.looseObject({ url_link: z.url() })
const Risk = z.looseObject({ risk_rank: z.number().int().min(0).max(4) })

/** stable_token in its normal mode: several servers may ask, and all get the same one. */
function tokenSource(wire: Wire, { appid, secret, tokens, now }: WechatSettings) {
  return async (isStale: boolean) => {
    const kept = isStale ? null : await tokens.find(appid, now())
    if (kept !== null) return kept
    const body = { grant_type: 'client_credential', appid, secret }
    const got = await callFor(wire, { path: '/cgi-bin/stable_token', body }, Token)
    await tokens.keep(appid, got.access_token, new Date(now().getTime() + (got.expires_in - SPARE_SECONDS) * 1000))
    return got.access_token
  }
}

const RANK: Record<TextChecked['suggest'], number> = { pass: 0, unknown: 1, review: 2, risky: 3 }
const UNKNOWN: TextChecked = { suggest: 'unknown', label: null, traceId: null }

/** What is too long is checked in pieces; the worst piece speaks for all. */
function piecesOf(content: string): string[] {
  const points = [...content]
  return Array.from({ length: Math.ceil(points.length / TEXT_MAX) }, (_, i) =>
    points.slice(i * TEXT_MAX, (i + 1) * TEXT_MAX).join(''),
  )
}

/** The typed client of api.weixin.qq.com over fetch alone: it runs on Node and on the edge. */
export function wechatClient(wire: Wire, settings: WechatSettings): WeChat {
  const { appid, secret } = settings
  const token = tokenSource(wire, settings)
  const asked = <T>(ask: Ask, work: (ask: Ask) => Promise<T>) =>
    withToken(token, (access_token) => work({ ...ask, query: { access_token } }))
  const post = <S extends z.ZodType>(path: string, body: unknown, schema: S) =>
    asked({ path, body }, (ask) => callFor(wire, ask, schema))

  const checkPiece = async (openid: string, content: string): Promise<TextChecked> => {
    const body = { content, version: 2, scene: FORUM, openid }
    const { result, trace_id } = await post('/wxa/msg_sec_check', body, Checked)
    return { suggest: result.suggest, label: result.label, traceId: trace_id }
  }
  return {
    openidOf: async (code) => {
      const query = { appid, secret, js_code: code, grant_type: 'authorization_code' }
      return (await callFor(wire, { path: '/sns/jscode2session', query }, Session).catch(refused)).openid
    },
    phoneOf: async (code, openid) => {
      const { phone_info } = await post('/wxa/business/getuserphonenumber', { code, openid }, Phone).catch(refused)
      return phone_info.purePhoneNumber
    },
    checkText: async (openid, content) => {
      const all = await Promise.all(piecesOf(content).map((piece) => checkPiece(openid, piece).catch(() => UNKNOWN)))
      return all.reduce((a, b) => (RANK[b.suggest] > RANK[a.suggest] ? b : a), all[0] ?? UNKNOWN)
    },
    checkPicture: async (openid, media_url) => {
      const body = { media_url, media_type: IMAGE, version: 2, scene: FORUM, openid }
      return (await post('/wxa/media_check_async', body, Taken).catch(() => null))?.trace_id ?? null
    },
    sendMessage: (message) => send(post, settings, message),
    codePicture: (scene, page) => {
      const body = { scene, page, check_path: false, width: 430 }
      return asked({ path: '/wxa/getwxacodeunlimit', body }, (ask) => callForBytes(wire, ask)).catch(refused)
    },
    linkTo: async (path, query, days) => {
      const body = { path, query, expire_type: 1, expire_interval: days }
      return (await post('/wxa/generate_urllink', body, Link).catch(refused)).url_link
    },
    riskRank: async (openid, client_ip) => {
      const body = { appid, openid, scene: 2, client_ip }
      return (await post('/wxa/getuserriskrank', body, Risk).catch(() => null))?.risk_rank ?? null
    },
  }
}

type Post = (path: string, body: unknown, schema: typeof Done) => Promise<unknown>

async function send(post: Post, { state }: WechatSettings, { openid, templateId, page, data }: Message) {
  const body = { touser: openid, template_id: templateId, page, data, miniprogram_state: state, lang: 'zh_CN' }
  return post('/cgi-bin/message/subscribe/send', body, Done).then(
    (): MessageSent => ({ sent: 'sent', why: '' }),
    (err: unknown): MessageSent => {
      if (!(err instanceof WechatError)) throw err
      return { sent: MESSAGE_ERRORS[err.errcode ?? 0] ?? 'busy', why: whyOf(err) }
    },
  )
}

/** WeChat's own words without the number of the request, for the screen of what could not be sent. */
const whyOf = ({ errcode, message }: WechatError) =>
  errcode === null ? '微信没有回应' : `${errcode} ${message.replace(/^.*?: -?\d+ /, '').replace(/,? ?rid: \S+$/, '')}`
