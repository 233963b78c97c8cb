import { type AddressInfo, connect, createServer } from 'node:net'
import type { Dice } from '../../functions/seed/dice'

/** What may go wrong between a phone and the server: the answer is lost, the request is, or one of them is torn in the middle. */
export type RequestFault = 'none' | 'reply_lost' | 'request_lost' | 'request_torn' | 'reply_torn'

const SHARE = 0.35

/** A TCP proxy before the API. */
export async function requestProxy(to: string, dice: Dice) {
  const { hostname, port } = new URL(to)
  let fault: RequestFault = 'none'
  let hits = 0
  const strikes = (lost: RequestFault, torn: RequestFault) =>
    (fault === lost || fault === torn) && dice.chance(SHARE) && ++hits > 0
  const listener = createServer((client) => {
    const server = connect({ host: hostname, port: Number(port), noDelay: true })
    const end = () => {
      client.resetAndDestroy()
      server.destroy()
    }
    client.on('data', (chunk: Buffer) => {
      if (!strikes('request_lost', 'request_torn')) return server.write(chunk)
      if (fault === 'request_torn') server.write(chunk.subarray(0, chunk.length >> 1))
      return setImmediate(end)
    })
    server.on('data', (chunk: Buffer) => {
      if (!strikes('reply_lost', 'reply_torn')) return client.write(chunk)
      if (fault === 'reply_torn') client.write(chunk.subarray(0, chunk.length >> 1))
      return setImmediate(end)
    })
    for (const socket of [client, server]) socket.on('error', end).on('close', end)
  })
  await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    hits: () => hits,
    set: (next: RequestFault) => {
      fault = next
      hits = 0
    },
    close: () => listener.close(),
  }
}
