import { and, asc, desc, eq, exists, gt, ilike, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { people, roleGrants, sessions, settingChanges } from '../../schema/people'
import type { SettingKind } from '../../shared/people/changes'
import { GRANTED_ROLES, type GrantedRole } from '../../shared/people/grants'
import type { StaffRow } from '../../shared/people/staff-contract'
import type { Db } from '../db/types'

type After = { readonly at: string; readonly id: string } | null
/** Null is the whole county, a list is these grids and nothing else. */
export type Reach = readonly string[] | null
type Search = {
  readonly q: string | undefined
  readonly role: GrantedRole | undefined
  readonly after: After
  readonly size: number
  readonly reach: Reach
}

const likeOf = (q: string) => `%${q.replace(/[\\%_]/g, '\\$&')}%`

const rolesOf = (reach: Reach) => sql<StaffRow['roles']>`(
  select json_agg(json_build_object('id', g.id, 'role', g.role, 'unitId', g.unit_id, 'gridId', g.grid_id,
    'scopeZh', g.scope_zh) order by g.granted_at, g.id)
  from ${roleGrants} g where g.person_id = "people"."id" and g.ended_at is null and g.role in ${[...GRANTED_ROLES]}
  and ${reach === null ? sql`true` : sql`g.grid_id = any(${sql.param([...reach])}::text[])`})`

/** Whoever holds a role that is handed out, by name; one row more than asked. */
export function listStaffRows(db: Db, { q, role, after, size, reach }: Search) {
  const held = (more?: SQL) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(roleGrants)
        .where(
          and(
            eq(roleGrants.personId, people.id),
            isNull(roleGrants.endedAt),
            reach ? inArray(roleGrants.gridId, [...reach]) : undefined,
            inArray(roleGrants.role, role ? [role] : [...GRANTED_ROLES]),
            more,
          ),
        ),
    )
  return db
    .select({ id: people.id, name: people.name, roles: rolesOf(reach) })
    .from(people)
    .where(
      and(
        isNull(people.disabledAt),
        held(),
        q ? or(ilike(people.name, likeOf(q)), held(ilike(roleGrants.scopeZh, likeOf(q)))) : undefined,
        after ? or(gt(people.name, after.at), and(eq(people.name, after.at), gt(people.id, after.id))) : undefined,
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(size + 1)
}

const giver = alias(people, 'giver')
const taker = alias(people, 'taker')

export const listGrantHistory = (db: Db, personId: string, reach: Reach) =>
  db
    .select({
      id: roleGrants.id,
      role: roleGrants.role,
      unitId: roleGrants.unitId,
      gridId: roleGrants.gridId,
      scopeZh: roleGrants.scopeZh,
      grantedAt: roleGrants.grantedAt,
      grantedBy: giver.name,
      endedAt: roleGrants.endedAt,
      endedBy: taker.name,
    })
    .from(roleGrants)
    .leftJoin(giver, eq(giver.id, roleGrants.grantedBy))
    .leftJoin(taker, eq(taker.id, roleGrants.endedBy))
    .where(and(eq(roleGrants.personId, personId), reach ? inArray(roleGrants.gridId, [...reach]) : undefined))
    .orderBy(desc(sql`${roleGrants.endedAt} is null`), desc(roleGrants.grantedAt), asc(roleGrants.id))

export const isLive = (at: Date) =>
  and(
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, at),
    sql`${sessions.seenAt} + make_interval(mins => ${sessions.idleMinutes}) > ${at.toISOString()}::timestamptz`,
  )

export async function findSignIns(db: Db, personId: string, at: Date) {
  const [row] = await db
    .select({
      sessions: sql<number>`count(*)`.mapWith(Number),
      seenAt: sql<Date | null>`max(${sessions.seenAt})`.mapWith(sessions.seenAt),
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isLive(at)))
  return row ?? { sessions: 0, seenAt: null }
}

export async function findGrant(db: Db, id: string) {
  const [row] = await db.select().from(roleGrants).where(eq(roleGrants.id, id))
  return row
}

type Paging = { readonly after: After; readonly size: number; readonly reach: Reach }

export const listChangeRows = (db: Db, kind: SettingKind | undefined, { after, size, reach }: Paging) =>
  db
    .select({
      id: settingChanges.id,
      kind: settingChanges.kind,
      zh: settingChanges.zh,
      before: settingChanges.before,
      after: settingChanges.after,
      at: settingChanges.at,
      byName: people.name,
    })
    .from(settingChanges)
    .innerJoin(people, eq(people.id, settingChanges.by))
    .where(
      and(
        kind && eq(settingChanges.kind, kind),
        reach ? inArray(settingChanges.gridId, [...reach]) : undefined,
        after ? sql`(${settingChanges.at}, ${settingChanges.id}) < (${after.at}::timestamptz, ${after.id})` : undefined,
      ),
    )
    .orderBy(desc(settingChanges.at), desc(settingChanges.id))
    .limit(size + 1)
