import { bigint, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { people } from './people'

/** 两步验证: the secret sealed, and the last step that was used, so that no code is good twice. */
export const secondFactors = pgTable('second_factors', {
  personId: text()
    .primaryKey()
    .references(() => people.id),
  alg: text().notNull(),
  keyId: text().notNull(),
  sealed: text().notNull(),
  lastStep: bigint({ mode: 'number' }).notNull(),
  startedAt: timestamp({ withTimezone: true }).notNull(),
  confirmedAt: timestamp({ withTimezone: true }),
})

/** 恢复码: kept hashed, each good once. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    codeHash: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    usedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('recovery_codes_person_idx').on(t.personId)],
)
