import * as z from 'zod'

const TIMEOUT_MS = 5_000
const BUSY = -1
const BUSY_TRIES = 3
const JITTER_MS = 150
/** The token is bad, missing or expired: one more try with a fresh one. */
const STALE = [40_001, 40_014, 42_001]

/** WeChat said no, or nothing: `errcode` is null where it gave no answer. The message never holds what was asked. */
export class WechatError extends Error {
  readonly errcode: number | null
  constructor(path: string, errcode: number | null, errmsg: string) {
    super(`${path}: ${errcode ?? 'no answer'} ${errmsg}`.trim())
    this.errcode = errcode
  }
}

/** Everything the client takes from outside, so that a test can hold the clock and the network. */
export type Wire = {
  readonly fetch: (request: Request) => Promise<Response>
  readonly sleep: (ms: number) => Promise<void>
  readonly log: (line: Readonly<Record<string, unknown>>) => void
  readonly base: string
}

export type Ask = {
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

const Failure = z.looseObject({ errcode: z.number().optional(), errmsg: z.string().optional() })

async function exchange({ fetch, base }: Wire, { path, query = {}, body }: Ask): Promise<Uint8Array<ArrayBuffer>> {
  const request = new Request(`${base}${path}?${new URLSearchParams(query)}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const lost = () => {
    throw new WechatError(path, null, '')
  }
  const res = await fetch(request).catch(lost)
  return new Uint8Array(await res.arrayBuffer().catch(lost))
}

/** The content type of these answers cannot be trusted: what begins like JSON is read as JSON. */
function jsonOf(bytes: Uint8Array<ArrayBuffer>): unknown {
  if (bytes[0] !== 0x7b) return undefined
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** One call: an errcode other than 0 throws, -1 is tried again a little later, each time logged by its path alone. */
async function call(wire: Wire, ask: Ask): Promise<{ bytes: Uint8Array<ArrayBuffer>; json: unknown }> {
  for (let n = 1; ; n++) {
    const bytes = await exchange(wire, ask)
    const json = jsonOf(bytes)
    const { errcode = 0, errmsg = '' } = Failure.safeParse(json).data ?? {}
    if (errcode === 0) return { bytes, json }
    wire.log({ level: 'warn', wechat: ask.path, errcode })
    if (errcode !== BUSY || n === BUSY_TRIES) throw new WechatError(ask.path, errcode, errmsg)
    await wire.sleep(n * JITTER_MS + Math.random() * JITTER_MS)
  }
}

/** A reply by its schema; what is named in no schema is left behind. */
export async function callFor<S extends z.ZodType>(wire: Wire, ask: Ask, schema: S): Promise<z.output<S>> {
  const read = schema.safeParse((await call(wire, ask)).json)
  if (read.success) return read.data
  throw new WechatError(ask.path, null, 'unexpected reply')
}

/** Bytes of a picture; JSON without an errcode is no picture. */
export async function callForBytes(wire: Wire, ask: Ask): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes, json } = await call(wire, ask)
  if (json !== undefined || bytes.length === 0) throw new WechatError(ask.path, null, 'no picture')
  return bytes
}

/** With the token in the query, and once more with a fresh one where it is refused. */
export async function withToken<T>(token: (stale: boolean) => Promise<string>, work: (token: string) => Promise<T>) {
  try {
    return await work(await token(false))
  } catch (err) {
    if (!(err instanceof WechatError) || !STALE.includes(err.errcode ?? 0)) throw err
    return work(await token(true))
  }
}
