import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { PHOTO_VERDICTS } from '../../shared/cases/photo-checks'
import type { MaskBox } from '../../shared/files/boxes'
import { files } from '../files'
import { people } from '../people'
import { cases } from './ledger'

/** 照片审核: who let which photo out, masked or held back; append only, held by a trigger. */
export const photoChecks = pgTable(
  'photo_checks',
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    fileId: text()
      .notNull()
      .references(() => files.id),
    state: text({ enum: PHOTO_VERDICTS }).notNull(),
    /** The picture made of it, with the boxes drawn over. */
    maskedId: text().references(() => files.id),
    boxes: jsonb().$type<readonly MaskBox[]>().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index('photo_checks_file_idx').on(t.fileId, t.at),
    index('photo_checks_masked_idx').on(t.maskedId),
    check('photo_checks_masked_has_picture', sql`(${t.state} = 'masked') = (${t.maskedId} is not null)`),
  ],
)

/** 原图查看登记: who opened the original of a masked photo; append only, held by a trigger. */
export const photoReads = pgTable(
  'photo_reads',
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    fileId: text()
      .notNull()
      .references(() => files.id),
    by: text()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('photo_reads_file_idx').on(t.fileId, t.at)],
)
