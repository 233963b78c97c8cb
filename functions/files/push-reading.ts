import * as z from 'zod'
import { isSameSecret } from '../../shared/kit/same-secret'
import { openPush, pushSignature } from '../http/push-crypt'
import type { PushKeys } from '../http/wechat-types'

const Envelope = z.looseObject({ Encrypt: z.string().min(1) })
/** Later than this it is a replay. */
const FRESH_SECONDS = 600

export const Event = z.looseObject({
  FromUserName: z.string().max(64),
  CreateTime: z.union([z.string(), z.number()]),
  MsgType: z.string().max(64),
  Event: z.string().max(64).optional(),
  trace_id: z.string().max(64).optional(),
  errcode: z.number().optional(),
  result: z.looseObject({ suggest: z.enum(['pass', 'review', 'risky']), label: z.number() }).optional(),
})
export type Event = z.infer<typeof Event>

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

type Query = Readonly<Record<string, string>>

/** The event of a push that is WeChat's, for this app and of now; null for all else. */
export async function readPush(keys: PushKeys, query: Query, body: string, now: Date): Promise<Event | null> {
  const { timestamp = '', nonce = '' } = query
  if (!(Math.abs(now.getTime() / 1000 - Number(timestamp)) <= FRESH_SECONDS)) return null
  const plain = keys.key === '' ? await openPlain(keys, query, body) : await openSecure(keys, query, body)
  const read = Event.safeParse(plain === null ? null : jsonOf(plain))
  return read.success && timestamp !== '' && nonce !== '' ? read.data : null
}

async function openPlain({ token }: PushKeys, { signature = '', timestamp = '', nonce = '' }: Query, body: string) {
  return isSameSecret(await pushSignature(token, timestamp, nonce), signature) ? body : null
}

/** In secure mode msg_signature covers the message; the other signature does not and is not read. */
async function openSecure({ token, key, appid }: PushKeys, query: Query, body: string) {
  const { msg_signature = '', timestamp = '', nonce = '' } = query
  const encrypted = Envelope.safeParse(jsonOf(body)).data?.Encrypt ?? ''
  if (!isSameSecret(await pushSignature(token, timestamp, nonce, encrypted), msg_signature)) return null
  const open = await openPush(key, encrypted)
  return open?.appid === appid ? open.message : null
}
