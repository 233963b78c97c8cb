import { and, eq, isNotNull } from 'drizzle-orm'
import { consentEvents } from '../../schema/consents'
import { county } from '../../schema/grids'
import { people, roleGrants } from '../../schema/people'
import { DEMO_PEOPLE, type DemoPerson } from '../../schema/seed/demo/people'
import { addDays } from '../../shared/kit/time'
import { CONSENT_KINDS } from '../../shared/people/consents'
import type { Actor } from '../../shared/people/roles'
import type { Db } from '../db/types'
import { idOf } from './dice'

const HERE_DAYS = 400

/** Accounts are listed by id, so the ids count up in the order they are offered. */
const personId = (i: number) => `demo-${String(i + 1).padStart(3, '0')}`

const grantsOf = ({ key, grants = [] }: DemoPerson, i: number, grantedAt: Date) =>
  grants.map(([role, scopeZh, { unitId = null, gridId = null } = {}]) => ({
    id: idOf(`grant ${key} ${role}`),
    personId: personId(i),
    role,
    unitId,
    gridId,
    scopeZh,
    grantedAt,
  }))

/** Everybody of the demo, not offered for choosing yet: that comes last, when all there is to see is there. */
export async function seedPeople(db: Db, at: Date) {
  const createdAt = addDays(at, -HERE_DAYS)
  const rows = DEMO_PEOPLE.map(({ name }, i) => ({ id: personId(i), name, createdAt }))
  await db.insert(people).values(rows).onConflictDoNothing()
  await db
    .insert(roleGrants)
    .values(DEMO_PEOPLE.flatMap((person, i) => grantsOf(person, i, createdAt)))
    .onConflictDoNothing()
}

/** Everybody in the demo has agreed to everything, long before they tell or come to anything. */
export async function seedConsents(db: Db, at: Date) {
  const said = { version: 1, isGiven: true, at: addDays(at, -HERE_DAYS) }
  const rows = DEMO_PEOPLE.flatMap(({ key }, i) =>
    CONSENT_KINDS.map((kind) => ({ ...said, id: idOf(`consent ${key} ${kind}`), personId: personId(i), kind })),
  )
  await db.insert(consentEvents).values(rows).onConflictDoNothing()
}

export async function offerAccounts(db: Db) {
  for (const [i, { zh }] of DEMO_PEOPLE.entries())
    if (zh)
      await db
        .update(people)
        .set({ demoZh: zh })
        .where(eq(people.id, personId(i)))
}

/** True once a start has come to its end. */
export async function isDemoThere(db: Db) {
  const [row] = await db
    .select({ id: people.id })
    .from(people)
    .innerJoin(county, eq(county.id, 'county'))
    .where(and(eq(people.id, personId(0)), isNotNull(people.demoZh)))
  return row !== undefined
}

/** Who plays in the demo, by the key the stories use. */
export function castOf() {
  const actors = new Map(
    DEMO_PEOPLE.map((person, i): [string, Actor] => [
      person.key,
      {
        id: personId(i),
        grants: grantsOf(person, i, new Date(0)).map(({ role, unitId, gridId }) => ({ role, unitId, gridId })),
      },
    ]),
  )
  return (key: string): Actor => {
    const actor = actors.get(key)
    if (!actor) throw new Error(`nobody in the demo is called ${key}`)
    return actor
  }
}
export type Cast = ReturnType<typeof castOf>
