import { describe, inject } from 'vitest'
import { faultProxy } from '../kit/fault-proxy'
import { openServer } from '../kit/server'
import { tellFaults } from './database-faults'
import { SECRET } from './world'

/** What goes wrong between the server and its PostgreSQL, under load. The seed is the name; another one may be given. */
const SEED = process.env.FAULT_SEED ?? 'network'

describe.skipIf(inject('postgres') === '')(`faults before PostgreSQL, seed ${SEED}`, () => {
  tellFaults(SEED, async (url, dice) => {
    const proxy = await faultProxy(url, dice)
    return { proxy, server: await openServer({ DATABASE_URL: proxy.url, SECRET }) }
  })
})
