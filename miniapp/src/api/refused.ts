import { isRefusal, type Refusal, refuse } from '@shared/kit/refusal'
import type { Failure } from '../ui/load'

/** The server's own no, with the number of the request for whoever has to look it up. */
export class Refused extends Error {
  readonly refusal: Refusal
  readonly requestId: string

  constructor(refusal: Refusal, requestId = '') {
    super(refusal.zh)
    this.refusal = refusal
    this.requestId = requestId
  }
}

/** The request did not come through; whether it was done is unknown, so a write is repeated with the same key. */
export class Offline extends Error {
  constructor() {
    super('网络不通，内容还在手机里，联网后可以重试')
  }
}

export const isSignedOut = (err: unknown) => err instanceof Refused && err.refusal.refused === 'signed_out'

export const refusalOf = (data: unknown, status: number): Refusal =>
  typeof data === 'object' && data !== null && isRefusal(data)
    ? data
    : refuse(status >= 500 ? 'broken' : 'malformed', '服务没有正常应答，内容没有丢，请稍后重试')

/** What a page has to know of an error. */
export function failureOf(err: unknown): Failure {
  if (err instanceof Offline) return { kind: 'offline', zh: err.message, requestId: '' }
  if (!(err instanceof Refused)) return { kind: 'other', zh: '没有成功，请重试', requestId: '' }
  const { refused, zh } = err.refusal
  const kind = refused === 'signed_out' || refused === 'not_found' ? refused : 'other'
  return { kind, zh, requestId: err.requestId }
}
