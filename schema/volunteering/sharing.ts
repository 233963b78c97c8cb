import { index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { SHARE_KINDS } from '../../shared/volunteering/sharing'
import { people } from '../people'

const moment = () => timestamp({ withTimezone: true })

/** 分享码: what a printed code leads to; one a thing, never lent to another. */
export const shareCodes = pgTable(
  'share_codes',
  {
    code: text().primaryKey(),
    kind: text({ enum: SHARE_KINDS }).notNull(),
    subjectId: text().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: moment().notNull(),
  },
  (t) => [uniqueIndex('share_codes_subject_key').on(t.kind, t.subjectId)],
)

/** 分享链接, as WeChat gave them out. */
export const shareLinks = pgTable(
  'share_links',
  {
    id: text().primaryKey(),
    code: text()
      .notNull()
      .references(() => shareCodes.code),
    url: text().notNull(),
    expiresAt: moment().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: moment().notNull(),
  },
  (t) => [index('share_links_code_idx').on(t.code)],
)
