import type { Context } from 'hono'
import { isRefusal, REFUSALS, type Refusal, type RefusalCode, refuse } from '../../shared/kit/refusal'
import { isAway } from '../db/errors'
import type { Env } from './deps'
import { StoreAway } from './store-away'

export class Refused extends Error {
  readonly refusal: Refusal
  /** Seconds after which asking again may help. */
  readonly retryAfter: number | null

  constructor(refusal: Refusal, retryAfter: number | null = null) {
    super(refusal.zh)
    this.refusal = refusal
    this.retryAfter = retryAfter
  }
}

export const fail = (code: RefusalCode, zh: string, field?: string): never => {
  throw new Refused(refuse(code, zh, field))
}

/** Lets a rule's answer through, or turns its refusal into the one error the shell throws. */
export function grant<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Refused(answer)
  return answer
}

const AWAY = refuse('unavailable', '系统暂时连不上数据库，内容没有丢，请稍后重试')
const FULL = refuse('unavailable', '照片暂时存取不了，内容没有丢，请稍后重试')
const BROKEN = refuse('broken', '系统出了点问题，内容没有丢，请稍后重试')

export function onError(err: Error, c: Context<Env>) {
  if (err instanceof Refused) {
    if (err.retryAfter !== null) c.header('retry-after', String(err.retryAfter))
    return c.json(err.refusal, REFUSALS[err.refusal.refused])
  }
  c.var.deps.log({ level: 'error', requestId: c.var.requestId, path: c.req.path, err })
  const away = err instanceof StoreAway ? FULL : isAway(err) ? AWAY : null
  if (!away) return c.json(BROKEN, 500)
  c.header('retry-after', '2')
  return c.json(away, 503)
}
