import { and, eq, inArray, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { caseFollowers } from '../../schema/cases/crowd'
import { cases } from '../../schema/cases/ledger'
import { type Actor, type Grant, unitsOf } from '../../shared/people/roles'

const inScope = (gridId: string | null) => (gridId === null ? sql`true` : eq(cases.gridId, gridId))

/** A verifier sees what waits for a check, what was checked, and what they were sent to look at; never their own unit's work. */
const verifierSees = (who: Actor, { gridId }: Grant) => {
  const units = unitsOf(who)
  const foreign = units.length > 0 ? or(sql`${cases.unitId} is null`, notInArray(cases.unitId, units)) : sql`true`
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
      return eq(cases.unitId, grant.unitId ?? '')
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
