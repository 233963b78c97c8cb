import type { NeonQueryFunction } from '@neondatabase/serverless'

type Client = NeonQueryFunction<false, false>
type Waiting = {
  /** Goes out when it is awaited. */
  readonly asked: PromiseLike<unknown>
  readonly resolve: (rows: unknown) => void
  readonly reject: (err: unknown) => void
}

/** So many turns of promises lie at most between two queries whose builders were awaited side by side. */
const SETTLE_TURNS = 12

const WRITES = /\b(insert\s+into|update|delete\s+from|merge\s+into|for\s+share|nextval|setval|set_config)\b/i
const isRead = (text: string) => /^\s*\(*(select|with)\b/i.test(text) && !WRITES.test(text)

/** What the database itself refused has a SQLSTATE; a network that failed has none. */
const isRefused = (err: unknown) => typeof (err as { code?: unknown }).code === 'string'

/**
 * Reads that are asked side by side go to Neon in one request, in one read-only transaction. A write goes by itself and has its own fate.
 * Nobody waits for a timer: requests of other people, which the edge runs in other turns, are never mixed in.
 */
export function together(client: Client): Client {
  let waiting: Waiting[] = []
  const flush = async () => {
    for (let turn = 0; turn < SETTLE_TURNS; turn++) await null
    const batch = waiting
    waiting = []
    await send(client, batch)
  }
  const query: Client['query'] = (text, params, opts) => {
    const asked = client.query(text, params, opts)
    if (!isRead(text)) return asked
    const answer = new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject })
    })
    if (waiting.length === 1) void flush()
    return answer as typeof asked
  }
  return Object.assign((...given: Parameters<Client>) => client(...given), client, { query }) as Client
}

async function send(client: Client, batch: readonly Waiting[]) {
  const [first] = batch
  if (batch.length === 1 && first) return first.asked.then(first.resolve, first.reject)
  try {
    const answers = await client.transaction(batch.map(({ asked }) => asked) as [], { readOnly: true })
    batch.forEach(({ resolve }, i) => {
      resolve(answers[i])
    })
  } catch (err) {
    // One bad read is not the fault of its neighbours: each asks again for itself.
    for (const { asked, resolve, reject } of batch) isRefused(err) ? asked.then(resolve, reject) : reject(err)
  }
}
