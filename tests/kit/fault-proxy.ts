import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Dice } from '../../functions/seed/dice'
import { type Message, POSTGRES, type Wire } from './wire'

/**
 * What may go wrong between a server and its database. `commit_reply`: the write is done, its reply never comes. `before_commit`: the
 * statement has run and the connection goes before it is committed. `cut`: a reply is torn in two. `slow`: every reply takes a while.
 * `black_hole`: what is sent is swallowed and nobody says so. `refused`: nobody listens.
 */
export type Fault = 'none' | 'commit_reply' | 'before_commit' | 'cut' | 'slow' | 'black_hole' | 'refused'

const WRITES = /\b(insert into|update|delete from)\b/i
/** A person's decision and the key it was sent under. */
const KEYED = /insert into "sends"/i
const SLOW_MS = 120
type Pair = { readonly client: Socket; readonly server: Socket }

/** A TCP proxy before a PostgreSQL, or Neon's endpoint, that reads along, so that faults strike where they hurt: at the commit of a write. */
export async function faultProxy(to: string, dice: Dice, wire: Wire = POSTGRES) {
  const { hostname, port } = new URL(to)
  let fault: Fault = 'none'
  let hits = 0
  const pairs = new Set<Pair>()
  /** Connections that a black hole has swallowed stay swallowed after it is gone. */
  const lost = new WeakSet<Pair>()

  const reset = (pair: Pair) => {
    hits++
    pair.client.resetAndDestroy()
    pair.server.destroy()
    pairs.delete(pair)
  }
  /** Whether it strikes at this statement: half of the decisions, some of everything else. */
  const strikes = (what: Fault, sql: string) =>
    fault === what && (KEYED.test(sql) ? dice.chance(0.5) : WRITES.test(sql) && dice.chance(0.1))
  const isSwallowed = (pair: Pair) => {
    if (fault === 'black_hole') lost.add(pair)
    return lost.has(pair)
  }

  const listener = createServer((client) => {
    if (fault === 'refused') return void client.resetAndDestroy()
    const server = connect({ host: hostname, port: Number(port), noDelay: true })
    const pair = { client, server }
    pairs.add(pair)
    client.setNoDelay(true)
    let sql = ''
    let held: Buffer[] = []
    let turn = Promise.resolve()
    const [asked, told] = [wire.asked(), wire.told()]
    const ask = (message: Message) => {
      sql = wire.sqlOf(message) || sql
      if (wire.isCommit(message) && strikes('before_commit', sql)) reset(pair)
      else server.write(message.bytes)
    }
    client.on('data', (chunk: Buffer) => {
      if (isSwallowed(pair)) return
      for (const message of asked(chunk)) ask(message)
    })
    const pass = (bytes: Buffer) => {
      if (fault !== 'slow') return void turn.then(() => client.write(bytes))
      hits++
      turn = turn.then(() => new Promise((done) => setTimeout(done, SLOW_MS))).then(() => void client.write(bytes))
    }
    const answer = (reply: Buffer) => {
      if (strikes('commit_reply', sql)) return reset(pair)
      if (!strikes('cut', sql)) return pass(reply)
      client.write(reply.subarray(0, reply.length >> 1))
      setImmediate(() => reset(pair))
    }
    server.on('data', (chunk: Buffer) => {
      if (isSwallowed(pair)) return
      for (const message of told(chunk)) {
        held.push(message.bytes)
        if (!wire.isAnswer(message)) continue
        answer(Buffer.concat(held))
        held = []
      }
    })
    const end = () => {
      pairs.delete(pair)
      client.destroy()
      server.destroy()
    }
    for (const socket of [client, server]) socket.on('error', end).on('close', end)
  })
  await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening))
  const url = new URL(to)
  url.host = `127.0.0.1:${(listener.address() as AddressInfo).port}`

  return {
    url: url.toString(),
    /** How often it struck since the last `set`. */
    hits: () => hits,
    set: (next: Fault) => {
      fault = next
      hits = 0
      if (next === 'refused') for (const pair of [...pairs]) reset(pair)
    },
    close: () => {
      for (const { client, server } of pairs) [client, server].map((socket) => socket.destroy())
      return new Promise((closed) => listener.close(closed))
    },
  }
}
export type FaultProxy = Awaited<ReturnType<typeof faultProxy>>
