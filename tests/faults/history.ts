import { sleep } from '../kit/server'

/** A write as its sender means it: the same key until there is an answer, as the phone does it. */
export type Act = {
  readonly kind: 'report' | 'sign_up' | 'close'
  readonly key: string
  readonly as: { readonly id: string; readonly token: string }
  readonly path: string
  readonly body: object
}
export type Answered = Act & {
  /** Every answer in turn; 0 where there was none. */
  readonly statuses: number[]
  /** The last word: a reply, a refusal, or null where nothing definite was heard before it was given up. */
  readonly reply: { readonly status: number; readonly refused?: string } | null
}

/** Statuses after which the same send may succeed. */
const PASSING = new Set([0, 429, 503])
const BETWEEN_MS = 250

/** One knock; 0 where the connection broke or nothing came. */
export async function knock(base: string, { as, key, path, body }: Act, timeoutMs = 15_000) {
  try {
    const res = await fetch(base + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${as.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ key, ...body }),
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { status: res.status, retryAfter: res.headers.get('retry-after'), ...((await res.json()) as object) }
  } catch {
    return { status: 0, retryAfter: null }
  }
}

/** Sends until there is a definite answer or until `isOver`; what it heard last is the last word. */
export async function send(base: string, act: Act, isOver: () => boolean): Promise<Answered> {
  const statuses: number[] = []
  for (;;) {
    const { retryAfter, ...reply } = await knock(base, act)
    statuses.push(reply.status)
    // Whoever is sent away has to be told when to come back.
    if ((reply.status === 503 || reply.status === 429) && retryAfter === null) statuses.push(-reply.status)
    if (!PASSING.has(reply.status)) return { ...act, statuses, reply }
    if (isOver()) return { ...act, statuses, reply: null }
    await sleep(BETWEEN_MS)
  }
}

export const isAcknowledged = ({ reply }: Answered) => reply?.status === 200

/** Answers that are neither a success, nor a reason to come back, nor a seat that somebody else had. */
export const oddities = (all: readonly Answered[]) =>
  all.flatMap(({ kind, statuses, reply }) =>
    [
      ...statuses.filter((status) => status !== 200 && status !== 409 && !PASSING.has(status)),
      ...(reply?.status === 409 && reply.refused !== 'full' ? [reply.refused] : []),
    ].map((odd) => `${kind}: ${odd}`),
  )

export const get = (base: string, path: string, token = '') =>
  fetch(base + path, { headers: token === '' ? {} : { authorization: `Bearer ${token}` } })
