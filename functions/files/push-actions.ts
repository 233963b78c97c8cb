import { isSameSecret } from '../../shared/kit/same-secret'
import type { Deps } from '../http/deps'
import { pushSignature } from '../http/push-crypt'
import { fail } from '../http/refused'
import { recordPush, settleChecks } from './content-queries'
import { type Event, readPush } from './push-reading'

const SHUT_ZH = '本站没有开通微信消息推送：请设置 WECHAT_PUSH_TOKEN'
const UNREACHABLE = -1008

type Check = {
  readonly signature: string
  readonly timestamp: string
  readonly nonce: string
  readonly echostr: string
}

export async function checkPush({ wechatPush }: Deps, { signature, timestamp, nonce, echostr }: Check) {
  if (wechatPush.token === '') return fail('forbidden', SHUT_ZH)
  if (!isSameSecret(await pushSignature(wechatPush.token, timestamp, nonce), signature))
    return fail('forbidden', '签名不对')
  return echostr
}

/** Kept once and acknowledged, whatever it is; what it settles is settled by a statement that may run again. */
export async function takePush(deps: Deps, query: Readonly<Record<string, string>>, body: string) {
  const { db, now, wechatPush } = deps
  if (wechatPush.token === '') return fail('forbidden', SHUT_ZH)
  const event = (await readPush(wechatPush, query, body, now())) ?? fail('forbidden', '签名不对')
  const { suggest: said = null, label = null } = event.result ?? {}
  await recordPush(db, {
    id: event.trace_id ?? `${event.FromUserName} ${event.CreateTime}`,
    event: event.Event ?? event.MsgType,
    said: isAway(event) ? 'unreachable' : said,
    label,
    at: now(),
  })
  await settleChecks(db, now())
  return 'success'
}

/** An answer without a result is no answer: the picture could not be fetched. */
const isAway = ({ Event: name, errcode, result }: Event) =>
  name === 'wxa_media_check' && (errcode === UNREACHABLE || result === undefined)
