import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import type { Db } from './types'

type Kind = 'read write' | 'snapshot'
const BEGIN = { 'read write': 'begin', snapshot: 'begin isolation level repeatable read read only' } as const
const CONFIG = {
  'read write': undefined,
  snapshot: { isolationLevel: 'repeatable read', accessMode: 'read only' },
} as const

/**
 * All or nothing, for the few works that one statement cannot do. After any error the connection is thrown away, not rolled back: on a dead
 * one a rollback would hide the first error, and a failing `begin` would keep its place in the pool for ever (as the driver's own does).
 * `snapshot` reads one moment and writes nothing.
 */
export async function withTx<T>(db: Db, work: (tx: Db) => Promise<T>, kind: Kind = 'read write'): Promise<T> {
  const pool: unknown = (db as { $client?: unknown }).$client
  // The embedded database has one connection and no network to lose it.
  if (!(pool instanceof Pool)) return db.transaction((tx) => work(tx as Db), CONFIG[kind])
  const client = await pool.connect()
  try {
    await client.query(BEGIN[kind])
    const done = await work(drizzle({ client, casing: 'snake_case' }))
    await client.query('commit')
    client.release()
    return done
  } catch (err) {
    client.release(err instanceof Error ? err : true)
    throw err
  }
}
