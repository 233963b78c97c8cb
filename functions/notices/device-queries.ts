import { sql } from 'drizzle-orm'
import { notices } from '../../schema/notices'
import { people, roleGrants, sessions } from '../../schema/people'
import { STAFF_ROLES } from '../../shared/people/roles'
import type { Db } from '../db/types'

const TITLE = '您的账号在新设备上登录了'

/** A sign-in of a member of staff on a device they have not used in ninety days: one notice each, however often this runs. */
export const recordDeviceNotices = (db: Db, since: Date, at: Date) =>
  db.execute(sql`insert into ${notices} (id, person_id, cause, title, text, link, at)
    select gen_random_uuid()::text, s.person_id, 'device:' || s.id, ${TITLE}::text,
      s.device || case when s.address in ('', 'unknown') then '' else '，网络地址 ' || s.address end
        || '。不是您本人的话，请马上在“登录设备”里让它退出，并告诉管理员。',
      '/mine/people/sign-ins', ${at.toISOString()}::timestamptz
    from ${sessions} s join ${people} p on p.id = s.person_id and p.disabled_at is null
    where s.created_at >= ${since.toISOString()}::timestamptz and s.device <> ''
      and exists (select 1 from ${roleGrants} g where g.person_id = s.person_id and g.ended_at is null
        and g.role in ${[...STAFF_ROLES]})
      and exists (select 1 from ${sessions} o where o.person_id = s.person_id and o.created_at < s.created_at)
      and not exists (select 1 from ${sessions} o where o.person_id = s.person_id and o.device = s.device
        and o.created_at < s.created_at and o.created_at > s.created_at - interval '90 days')
    on conflict (person_id, cause) do nothing`)
