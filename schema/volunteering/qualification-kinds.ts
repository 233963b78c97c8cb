import { boolean, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'

/** 培训和证书种类: rows of the county. The name never changes: another name is another kind. */
export const qualificationKinds = pgTable(
  'qualification_kinds',
  {
    id: text().primaryKey(),
    zh: text().notNull(),
    /** How one comes by it, told to whoever lacks it. */
    wayZh: text().notNull(),
    seq: integer().notNull(),
    /** A kind put away is demanded and recorded no more; what was recorded stays. */
    isOn: boolean().notNull().default(true),
    version: integer().notNull().default(0),
  },
  (t) => [uniqueIndex('qualification_kinds_zh_key').on(t.zh)],
)
