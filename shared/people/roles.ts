/** 角色. Everyone signed in is a citizen; the other roles are granted, staff roles with a grid or a unit as scope. */
export const ROLES = [
  'citizen',
  'volunteer',
  'shift_leader',
  'reviewer',
  'dispatcher',
  'handler',
  'verifier',
  'area_leader',
  'grid_chief',
  'admin',
] as const
export type Role = (typeof ROLES)[number]

/** Roles that work for the county; a grant of one of them must carry its scope (null means the whole county). */
export const STAFF_ROLES = [
  'reviewer',
  'dispatcher',
  'handler',
  'verifier',
  'area_leader',
  'grid_chief',
  'admin',
] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

export type Grant = { readonly role: Role; readonly unitId: string | null; readonly gridId: string | null }

/** Whoever is asking, with all that was granted to them at this moment. */
export type Actor = { readonly id: string; readonly grants: readonly Grant[] }

/** The actor of a request without a session; only endpoints open to anyone ever see it. */
export const NOBODY: Actor = { id: '', grants: [] }

export const holds = (actor: Actor, role: Role) =>
  role === 'citizen' ? actor.id !== '' : actor.grants.some((grant) => grant.role === role)

export const holdsAny = (actor: Actor, roles: readonly Role[]) => roles.some((role) => holds(actor, role))

/** True where a grant of the role covers the grid: the whole county (null) or that very grid. */
export const holdsGrid = (actor: Actor, role: Role, gridId: string | null) =>
  actor.grants.some((grant) => grant.role === role && (grant.gridId === null || grant.gridId === gridId))

export const holdsUnit = (actor: Actor, role: Role, unitId: string | null) =>
  unitId !== null && actor.grants.some((grant) => grant.role === role && grant.unitId === unitId)

/** The units the actor works for, whatever the role. */
export const unitsOf = (actor: Actor) => [
  ...new Set(actor.grants.flatMap((grant) => (grant.unitId === null ? [] : [grant.unitId]))),
]

export const isStaff = (actor: Actor) => holdsAny(actor, STAFF_ROLES)
