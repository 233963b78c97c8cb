import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { volunteers } from '../../../schema/volunteering/activities'
import { skills, volunteerSkills } from '../../../schema/volunteering/skills'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

export const listSkills = (db: Db, personId: string) =>
  db
    .select({ id: skills.id, zh: skills.zh, has: sql<boolean>`${volunteerSkills.personId} is not null` })
    .from(skills)
    .leftJoin(volunteerSkills, and(eq(volunteerSkills.skillId, skills.id), eq(volunteerSkills.personId, personId)))
    .orderBy(asc(skills.seq), asc(skills.id))

/** Exactly these from now on. Undefined: not a volunteer. */
export async function recordSkills(db: Db, skillIds: readonly string[], at: Date, send: Send) {
  const { personId } = send
  const picked = [...skillIds]
  const own = db
    .$with('own')
    .as(db.select({ id: volunteers.personId }).from(volunteers).where(eq(volunteers.personId, personId)))
  const gone = db.$with('gone').as(
    db
      .delete(volunteerSkills)
      .where(
        and(
          eq(volunteerSkills.personId, personId),
          picked.length > 0 ? notInArray(volunteerSkills.skillId, picked) : undefined,
        ),
      )
      .returning({ id: volunteerSkills.skillId }),
  )
  const rows = db
    .select({ personId: sql<string>`${own.id}`.as('person_id'), skillId: sql<string>`${skills.id}`.as('skill_id') })
    .from(skills)
    .innerJoin(own, sql`true`)
    .where(picked.length > 0 ? inArray(skills.id, picked) : sql`false`)
  const made = db
    .$with('made')
    .as(db.insert(volunteerSkills).select(rows).onConflictDoNothing().returning({ id: volunteerSkills.skillId }))
  const [done] = await db
    .with(own, gone, made, sendFrom(db, send, personId, at, own))
    .select({ id: own.id })
    .from(own)
  return done
}
