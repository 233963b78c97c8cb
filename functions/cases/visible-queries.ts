import { and, eq, inArray, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { caseFollowers } from '../../schema/cases/crowd'
import { cases } from '../../schema/cases/ledger'
import { type Actor, type Grant, unitsOf } from '../../shared/people/roles'

const inScope = (gridId: string | null) => (gridId === null ? sql`true` : eq(cases.gridId, gridId))

/** Whether a list of units holds one of these; the operator is the one that the index of such a list answers. */
export const hasUnit = (list: PgColumn, ids: readonly string[]) =>
  ids.length === 0
    ? sql`false`
    : sql`${list} ?| array[${sql.join(
        ids.map((id) => sql`${id}::text`),
        sql`, `,
      )}]`

/** 协办: one of these units helps with the case, or has helped. */
const helpedBy = (units: readonly string[]) => or(hasUnit(cases.coOpen, units), hasUnit(cases.coDone, units))

/** A verifier sees what waits for a check, what was checked, and what they were sent to look at; never their own unit's work. */
const verifierSees = (who: Actor, { gridId }: Grant) => {
  const units = unitsOf(who)
  const theirs = and(or(sql`${cases.unitId} is null`, notInArray(cases.unitId, units)), sql`not ${helpedBy(units)}`)
  const foreign = units.length > 0 ? theirs : sql`true`
  const checks = and(inScope(gridId), foreign, inArray(cases.state, ['handled', 'closed', 'reopen_req']))
  return or(checks, eq(cases.inspectorId, who.id))
}

function grantSees(who: Actor, grant: Grant): SQL | undefined {
  switch (grant.role) {
    case 'reviewer':
    case 'dispatcher':
    case 'admin':
    case 'area_leader':
    case 'grid_chief':
      return inScope(grant.gridId)
    case 'handler':
      return or(eq(cases.unitId, grant.unitId ?? ''), helpedBy([grant.unitId ?? '']))
    case 'verifier':
      return verifierSees(who, grant)
    default:
      return undefined
  }
}

/** What staff may not see is not there: 404, never 403. */
export const visibleTo = (who: Actor): SQL => or(...who.grants.map((grant) => grantSees(who, grant))) ?? sql`false`

/** The actor's part in the case, null for none; "cases"."id" in full, since single-table selects drop the name. */
export const relationOf = (who: Actor) =>
  sql<'reporter' | 'follower' | null>`(select ${sql.raw('f.relation')} from ${caseFollowers} f
    where f.case_id = "cases"."id" and f.person_id = ${who.id})`

export const followedBy = (who: Actor) =>
  sql<boolean>`exists (select 1 from ${caseFollowers} f where f.case_id = "cases"."id" and f.person_id = ${who.id})`
