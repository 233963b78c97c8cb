import { sql } from 'drizzle-orm'
import { workDays, workYears } from '../../schema/cases/register'
import type { Db } from '../db/types'

type Day = { day: string; kind: 'work' | 'rest' }

export async function listWorkCalendar(db: Db) {
  const [row] = await db
    .select({
      years: sql<number[]>`coalesce(json_agg(${workYears.year}), '[]'::json)`,
      days: sql<
        Day[]
      >`coalesce((select json_agg(json_build_object('day', d.day, 'kind', d.kind)) from ${workDays} d), '[]'::json)`,
    })
    .from(workYears)
  return row ?? { years: [], days: [] }
}
