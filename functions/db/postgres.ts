import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool, type PoolConfig } from 'pg'
import type { OpenDb } from './types'

/**
 * A request waits three seconds for a connection and for a lock, eight for a statement; the driver gives up a little later than the server, so
 * that a network which swallows everything is noticed as well. A transaction whose client is gone lets its locks go after five seconds.
 */
const FOR_REQUESTS: PoolConfig = {
  max: 8,
  connectionTimeoutMillis: 3_000,
  query_timeout: 9_000,
  statement_timeout: 8_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 5_000,
  keepAlive: true,
}
/** Backups and the walk along the audit chain read everything, and write to disk between two statements. */
const FOR_TOOLS: PoolConfig = {
  max: 2,
  connectionTimeoutMillis: 5_000,
  statement_timeout: 1_800_000,
  lock_timeout: 30_000,
  idle_in_transaction_session_timeout: 600_000,
  keepAlive: true,
}
const LIMITS = { requests: FOR_REQUESTS, tools: FOR_TOOLS }
export type Use = keyof typeof LIMITS

/** Any number; the same one everywhere, so two starts never migrate at once. */
const MIGRATION_LOCK = 20_261_125

/** Any postgres:// server, migrated under a lock. */
export async function openPostgres(url: string, migrationsFolder: string, use: Use = 'requests'): Promise<OpenDb> {
  await migrateLocked(url, migrationsFolder)
  const pool = new Pool({ connectionString: url, ...LIMITS[use] })
  listen(pool)
  return { db: drizzle({ client: pool, casing: 'snake_case' }), close: () => pool.end() }
}

async function migrateLocked(url: string, migrationsFolder: string) {
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5_000 })
  listen(pool)
  try {
    await pool.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await migrate(drizzle({ client: pool, casing: 'snake_case' }), { migrationsFolder })
    await pool.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  } finally {
    await pool.end()
  }
}

/**
 * A connection that dies, idle or in somebody's hands, is replaced by the pool; without a listener on both it would end the process.
 */
function listen(pool: Pool) {
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
}
