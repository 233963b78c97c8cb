import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { ARTICLE_STATES, type Attachment } from '../../shared/volunteering/articles/articles'
import { files } from '../files'
import { people } from '../people'
import { activities } from './activities'

const moment = () => timestamp({ withTimezone: true })

/** 活动图文: what a day came to. Another writing is another row; one is decided once, by somebody else (by trigger). */
export const activityArticles = pgTable(
  'activity_articles',
  {
    id: text().primaryKey(),
    activityId: text()
      .notNull()
      .references(() => activities.id),
    title: text().notNull(),
    text: text().notNull(),
    attachments: jsonb().$type<readonly Attachment[]>().notNull(),
    state: text({ enum: ARTICLE_STATES }).notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: moment().notNull(),
    decidedBy: text().references(() => people.id),
    decidedAt: moment(),
    note: text().notNull().default(''),
  },
  (t) => [
    index('activity_articles_activity_idx').on(t.activityId, t.decidedAt),
    uniqueIndex('activity_articles_open_key').on(t.activityId).where(sql`${t.state} = 'in_review'`),
    check('activity_articles_not_own', sql`${t.decidedBy} is distinct from ${t.by}`),
    check(
      'activity_articles_decided_whole',
      sql`(${t.state} = 'in_review') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null)
        and (${t.state} <> 'returned' or ${t.note} <> '')`,
    ),
  ],
)

/** 图文照片, in the order they are shown; append only by trigger. */
export const activityArticlePhotos = pgTable(
  'activity_article_photos',
  {
    articleId: text()
      .notNull()
      .references(() => activityArticles.id),
    fileId: text()
      .notNull()
      .references(() => files.id),
    ordinal: smallint().notNull(),
  },
  (t) => [
    primaryKey({ name: 'activity_article_photos_pkey', columns: [t.articleId, t.fileId] }),
    check('activity_article_photos_nine', sql`${t.ordinal} between 0 and 8`),
  ],
)
