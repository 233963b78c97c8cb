import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { volunteers } from './activities'

/** 专业技能: the county's own list. */
export const skills = pgTable('skills', { id: text().primaryKey(), zh: text().notNull(), seq: integer().notNull() })

/** What a volunteer says to be able to do; 民政部令67号 §5. */
export const volunteerSkills = pgTable(
  'volunteer_skills',
  {
    personId: text()
      .notNull()
      .references(() => volunteers.personId),
    skillId: text()
      .notNull()
      .references(() => skills.id),
  },
  (t) => [
    primaryKey({ name: 'volunteer_skills_pkey', columns: [t.personId, t.skillId] }),
    index('volunteer_skills_skill_idx').on(t.skillId),
  ],
)
