import { and, asc, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { people, roleGrants, sends, sessions } from '../../schema/people'
import { addMinutes } from '../../shared/kit/time'
import type { Grant, Role } from '../../shared/people/roles'
import type { Factor } from '../../shared/people/second-factor'
import type { Db } from '../db/types'
import { isFactorSet } from './factor-queries'

// A column of the outer query is named in full: drizzle drops the table's name in single-table selects.
const grantsOf = sql<Grant[]>`coalesce((
  select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'gridId', g.grid_id) order by g.granted_at, g.id)
  from ${roleGrants} g where g.person_id = "people"."id" and g.ended_at is null), '[]'::json)`

/** Marks a session as seen at most once a minute, so reading does not mean writing. */
const SEEN_EVERY_MINUTES = 1

/** The actor behind a token and what they already sent under the key, in one statement. */
export async function findWho(db: Db, tokenHash: string, key: string | null, now: Date) {
  const live = and(
    eq(sessions.tokenHash, tokenHash),
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, now),
    sql`${sessions.seenAt} + make_interval(mins => ${sessions.idleMinutes}) > ${now.toISOString()}::timestamptz`,
  )
  const stale = lt(sessions.seenAt, addMinutes(now, -SEEN_EVERY_MINUTES))
  const seen = db
    .$with('seen')
    .as(db.update(sessions).set({ seenAt: now }).where(and(live, stale)).returning({ tokenHash: sessions.tokenHash }))
  const [row] = await db
    .with(seen)
    .select({
      id: people.id,
      grants: grantsOf,
      isSet: isFactorSet,
      factorAt: sessions.factorAt,
      op: sends.op,
      bodyHash: sends.bodyHash,
      subjectId: sends.subjectId,
    })
    .from(sessions)
    .innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.disabledAt)))
    .leftJoin(sends, and(eq(sends.personId, people.id), eq(sends.key, key ?? '')))
    .where(live)
  if (!row) return null
  const { id, grants, isSet, factorAt, op, bodyHash, subjectId } = row
  const sent = op !== null && bodyHash !== null && subjectId !== null ? { op, bodyHash, subjectId } : null
  const factor: Factor = isSet ? (factorAt ? 'shown' : 'asked') : 'none'
  return { actor: { id, grants }, sent, factor }
}

const person = { id: people.id, name: people.name, demoZh: people.demoZh, grants: grantsOf }

export async function findPerson(db: Db, id: string) {
  const [row] = await db
    .select(person)
    .from(people)
    .where(and(eq(people.id, id), isNull(people.disabledAt)))
  return row
}

export async function findDemoPerson(db: Db, id: string) {
  const found = await findPerson(db, id)
  return found?.demoZh ? found : undefined
}

export const listDemoPeople = (db: Db) =>
  db
    .select(person)
    .from(people)
    .where(and(isNotNull(people.demoZh), isNull(people.disabledAt)))
    .orderBy(asc(people.id))

/** The person of an openid, made at the first visit; one statement, so two first visits make one person. */
export async function personOfOpenid(db: Db, openid: string, id: string, at: Date) {
  const [row] = await db
    .insert(people)
    .values({ id, openid, name: '微信用户', createdAt: at })
    .onConflictDoUpdate({ target: people.openid, set: { openid } })
    .returning({ id: people.id, disabledAt: people.disabledAt })
  return row?.disabledAt === null ? row.id : undefined
}

export const endSession = (db: Db, tokenHash: string, at: Date) =>
  db.update(sessions).set({ endedAt: at }).where(eq(sessions.tokenHash, tokenHash))

export const listRoles = (db: Db, personId: string) =>
  db
    .select({
      role: roleGrants.role,
      unitId: roleGrants.unitId,
      gridId: roleGrants.gridId,
      scopeZh: roleGrants.scopeZh,
    })
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), isNull(roleGrants.endedAt)))
    .orderBy(asc(roleGrants.grantedAt), asc(roleGrants.id))

/** People who hold a role for the whole county, or for this very grid; each once. */
export const listHolders = (db: Db, role: Role, gridId: string | undefined) =>
  db
    .selectDistinctOn([people.id], { id: people.id, name: people.name, scopeZh: roleGrants.scopeZh })
    .from(roleGrants)
    .innerJoin(people, and(eq(people.id, roleGrants.personId), isNull(people.disabledAt)))
    .where(
      and(
        eq(roleGrants.role, role),
        isNull(roleGrants.endedAt),
        gridId === undefined ? undefined : or(isNull(roleGrants.gridId), eq(roleGrants.gridId, gridId)),
      ),
    )
    .orderBy(asc(people.id), asc(roleGrants.grantedAt))
