import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool } from 'pg'
import type { OpenDb } from './types'

const LIMITS = {
  max: 8,
  connectionTimeoutMillis: 3_000,
  query_timeout: 15_000,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 10_000,
}
/** Any number; the same one everywhere, so two starts never migrate at once. */
const MIGRATION_LOCK = 20_261_125

/** Any postgres:// server, migrated under a lock. */
export async function openPostgres(url: string, migrationsFolder: string): Promise<OpenDb> {
  const pool = new Pool({ connectionString: url, ...LIMITS })
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  await migrateLocked(url, migrationsFolder)
  return { db: drizzle({ client: pool, casing: 'snake_case' }), close: () => pool.end() }
}

async function migrateLocked(url: string, migrationsFolder: string) {
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5_000 })
  pool.on('error', () => {})
  try {
    await pool.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await migrate(drizzle({ client: pool, casing: 'snake_case' }), { migrationsFolder })
    await pool.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  } finally {
    await pool.end()
  }
}
