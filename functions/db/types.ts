import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** Any Postgres drizzle can drive: PGlite on a fresh laptop, node-postgres on a server, Neon on the edge. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** An open database and how to let go of it. */
export type OpenDb = { readonly db: Db; readonly close: () => Promise<void> }
