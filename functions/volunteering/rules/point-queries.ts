import { sql } from 'drizzle-orm'
import { volunteerPointRules } from '../../../schema/volunteering/points'
import type { PointRule } from '../../../shared/volunteering/points/rules'
import { type Change, changeFrom } from '../../db/changes'
import { moment } from '../../db/raw'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

/** Undefined: somebody else set this day in between. */
export async function recordPointRule(
  db: Db,
  { startsOn, pointsPerHour, keptYears }: PointRule,
  replaces: PointRule | null,
  change: Change,
  send: Send,
) {
  const set = db.$with('set_rule', { id: sql<string>`id`.as('id') }).as(sql`
    insert into ${volunteerPointRules} as r (starts_on, points_per_hour, kept_years, set_at)
    values (${startsOn}::date, ${pointsPerHour}::int, ${keptYears}::int, ${moment(change.at)})
    on conflict (starts_on) do update set points_per_hour = excluded.points_per_hour, kept_years = excluded.kept_years,
      set_at = excluded.set_at
    where r.points_per_hour = ${replaces?.pointsPerHour ?? null}::int and r.kept_years = ${replaces?.keptYears ?? null}::int
    returning r.starts_on::text as id`)
  const [row] = await db
    .with(set, changeFrom(db, change, set), sendFrom(db, send, startsOn, change.at, set))
    .select({ id: set.id })
    .from(set)
  return row
}
