import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { isResend, type Send, type Sent } from '../db/sends'
import { fail, Refused } from './refused'

type Ways<R> = {
  /** What is on record under the key by now. */
  readonly look: () => Promise<Sent | null>
  readonly first: () => Promise<R>
  readonly again: (subjectId: string) => Promise<R>
}

/** Does a write once: a resend is answered from what the first one made, another body under the same key is refused. */
export async function once<R>(send: Send, sent: Sent | null, { look, first, again }: Ways<R>) {
  if (sent) return again(sameSend(sent, send))
  try {
    return await first()
  } catch (err) {
    const won = isLost(err) ? await look() : null
    if (won) return again(sameSend(won, send))
    throw err
  }
}

/** The content in a fixed order of names and without the key itself: what makes two sends the same send. */
export const hashOf = (content: unknown) => bytesToHex(sha256(utf8ToBytes(JSON.stringify(content, inOrder))))

function inOrder(name: string, value: unknown) {
  if (name === 'key') return undefined
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const sameSend = (sent: Sent, send: Send) =>
  sent.op === send.op && sent.bodyHash === send.bodyHash
    ? sent.subjectId
    : fail('key_reused', '这份提交的内容变了，请返回后重新提交')

/** Two sends of one key raced and this one lost, or was refused for what its twin had just done: the twin's answer is the answer. */
const isLost = (err: unknown) => isResend(err) || err instanceof Refused
