import { sql } from 'drizzle-orm'
import { accountClosures } from '../../schema/closures'
import { personPhones } from '../../schema/consents'
import { acceptances, notices, outbox } from '../../schema/notices'
import { invites, people, sessions } from '../../schema/people'
import { reporterContacts, reporters } from '../../schema/reports'
import { rewards } from '../../schema/rewards'
import { volunteers } from '../../schema/volunteering/activities'
import { calendarFeeds } from '../../schema/volunteering/calendar'
import { certificates, realNames } from '../../schema/volunteering/certificates'
import { guardianConsents } from '../../schema/volunteering/sign-up-rules'
import { CLOSED_NAME } from '../../shared/people/privacy-contract'
import { rowsOf } from '../db/raw'
import type { Db } from '../db/types'

/**
 * Everything that names the people whose days to think are over, in one statement: name, openid, contacts, real name, guardian, inbox and
 * devices go; cases, hours and payments keep their facts under a person nobody can be found by. A paid reward keeps its sealed payee: accounts
 * are kept by law.
 */
export async function recordClosings(db: Db, at: Date, most: number) {
  const moment = sql`${at.toISOString()}::timestamptz`
  const theirs = sql.raw('(select person_id from due)')
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`with due as (
      select c.id, c.person_id from ${accountClosures} c
      where c.ended_at is null and c.done_at is null and c.due_at <= ${moment}
        and not exists (select 1 from role_grants g where g.person_id = c.person_id and g.ended_at is null and g.role <> 'volunteer')
      order by c.due_at limit ${most} for update skip locked
    ), a as (update ${accountClosures} set done_at = ${moment} where id in (select id from due) returning 1),
    b as (update ${people} set name = ${CLOSED_NAME}, openid = null, demo_zh = null, disabled_at = ${moment} where id in ${theirs} returning 1),
    c as (update ${sessions} set ended_at = coalesce(ended_at, ${moment}), device = '', address = '' where person_id in ${theirs} returning 1),
    d as (update ${volunteers} set display_name = ${CLOSED_NAME} where person_id in ${theirs} returning 1),
    e as (delete from ${reporterContacts} where report_id in
      (select r.report_id from ${reporters} r where r.person_id in ${theirs}) returning 1),
    f as (delete from ${realNames} where person_id in ${theirs} returning 1),
    g as (update ${certificates} set alg = null, key_id = null, sealed = null, holder_mark = null
      where person_id in ${theirs} and sealed is not null returning 1),
    h as (update ${guardianConsents} set sealed = '', revoked_at = coalesce(revoked_at, ${moment}) where person_id in ${theirs} returning 1),
    i as (update ${rewards} set payee_name = null where person_id in ${theirs} and payee_name is not null and state <> 'paid' returning 1),
    j as (delete from ${outbox} where person_id in ${theirs} returning 1),
    k as (delete from ${acceptances} where person_id in ${theirs} returning 1),
    l as (delete from ${calendarFeeds} where person_id in ${theirs} returning 1),
    n as (delete from ${personPhones} where person_id in ${theirs} returning 1),
    m as (update ${invites} set name = ${CLOSED_NAME} where used_by in ${theirs} returning 1)
    select person_id as id from due`,
  )
  return rows.map(({ id }) => id)
}

/** After their messages: a message holds on to its notice. */
export const removeNotices = (db: Db, personIds: readonly string[]) =>
  db.execute(sql`delete from ${notices} where person_id = any(${sql.param([...personIds])}::text[])
    and not exists (select 1 from ${outbox} o where o.notice_id = ${notices}.id)`)
