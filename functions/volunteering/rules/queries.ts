import { sql } from 'drizzle-orm'
import { starLevels } from '../../../schema/volunteering/ledger'
import { serviceOrderClocks } from '../../../schema/volunteering/orders'
import { signUpRules } from '../../../schema/volunteering/sign-up-rules'
import { ORDER_CLOCKS } from '../../../shared/volunteering/orders/moves'
import { type RuleNumbers, STAR_RULE_IDS } from '../../../shared/volunteering/rules/rules'
import { type Change, changeFrom } from '../../db/changes'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

const one = { id: sql<string>`id`.as('id') }

/** The one row of the county stands for all of them: whoever holds an older version writes nothing. */
export async function recordRules(db: Db, version: number, numbers: RuleNumbers, change: Change, send: Send) {
  const { offerMinutes, offerLeadMinutes, appealDays, adultDayMinutes, minorDayMinutes } = numbers
  const clocks = ORDER_CLOCKS.map((step) => ({ step, hours: numbers[step] }))
  const levels = STAR_RULE_IDS.map((id, i) => ({ stars: i + 1, hours: numbers[id] }))
  const set = db.$with('set_rules', one).as(sql`
    insert into ${signUpRules} (id, offer_minutes, offer_lead_minutes, appeal_days, adult_day_minutes, minor_day_minutes, version)
    values ('county', ${offerMinutes}, ${offerLeadMinutes}, ${appealDays}, ${adultDayMinutes}, ${minorDayMinutes}, ${version + 1})
    on conflict (id) do update set offer_minutes = excluded.offer_minutes, offer_lead_minutes = excluded.offer_lead_minutes,
      appeal_days = excluded.appeal_days, adult_day_minutes = excluded.adult_day_minutes,
      minor_day_minutes = excluded.minor_day_minutes, version = excluded.version
    where ${signUpRules}.version = ${version} returning id`)
  const timed = db.$with('timed', one).as(sql`
    update ${serviceOrderClocks} c set hours = r.hours
    from ${set} s, jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as r(step text, hours int)
    where c.step = r.step returning c.step as id`)
  const levelled = db.$with('levelled', one).as(sql`
    insert into ${starLevels} (stars, hours)
    select r.stars, r.hours from ${set} s, jsonb_to_recordset(${JSON.stringify(levels)}::jsonb) as r(stars int, hours int)
    on conflict (stars) do update set hours = excluded.hours returning stars::text as id`)
  const [row] = await db
    .with(set, timed, levelled, changeFrom(db, change, set), sendFrom(db, send, 'county', change.at, set))
    .select({ id: set.id })
    .from(set)
  return row
}
