import { sql } from 'drizzle-orm'
import type { Db } from './types'

/** Whether the database answers, and is one of ours. */
export const ping = (db: Db) => db.execute(sql`select 1 from job_marks limit 1`)
