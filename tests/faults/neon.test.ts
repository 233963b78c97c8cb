import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { neonConfig } from '@neondatabase/serverless'
import { describe, expect, inject, test } from 'vitest'
import { isAway } from '../../functions/db/errors'
import { openNeon } from '../../functions/db/neon'
import { ping } from '../../functions/db/ping'
import { faultProxy } from '../kit/fault-proxy'
import { neonBridge } from '../kit/neon-bridge'
import { openServer } from '../kit/server'
import { NEON } from '../kit/wire'
import { tellFaults } from './database-faults'
import { SECRET } from './world'

/** The same between Neon's driver and its endpoint over HTTP. */
const SEED = process.env.FAULT_SEED ?? 'neon'

describe.skipIf(inject('postgres') === '')(`faults before Neon's endpoint, seed ${SEED}`, () => {
  tellFaults(SEED, async (url, dice) => {
    const bridge = await neonBridge(url)
    const proxy = await faultProxy(bridge.url, dice, NEON)
    const env = { DATABASE_URL: url, DATABASE_DRIVER: 'neon', NEON_ENDPOINT: proxy.url, SECRET }
    const nodeArgs = ['--import', './tests/kit/neon-endpoint.mjs']
    return { proxy, server: await openServer(env, { nodeArgs }), close: bridge.close }
  })
})

test.each([429, 502, 503, 0])(
  'an endpoint that answers %i is one that is away: the phone may send again',
  async (status) => {
    // 0: it takes the request and says nothing.
    const server = createServer((_, res) => void (status === 0 || res.writeHead(status).end('no healthy upstream')))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const was = neonConfig.fetchEndpoint
    neonConfig.fetchEndpoint = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/sql`
    const said = await ping(openNeon('postgres://user:secret@ep-test.neon.test/wenming')).catch((err: unknown) => err)
    neonConfig.fetchEndpoint = was
    expect(isAway(said)).toBe(true)
    server.closeAllConnections()
    server.close()
  },
)
