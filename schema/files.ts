import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { CONTENT_KINDS, CONTENT_STATES } from '../shared/files/content'
import { PHOTO_MIMES } from '../shared/files/kinds'
import { people } from './people'

/** 照片: the bytes lie in the file store under `storeKey`, cleaned of all that the camera wrote beside the pixels. Private by default. */
export const files = pgTable(
  'files',
  {
    id: text().primaryKey(),
    ownerId: text()
      .notNull()
      .references(() => people.id),
    mime: text({ enum: PHOTO_MIMES }).notNull(),
    sizeBytes: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    sha256: text().notNull(),
    storeKey: text().notNull(),
    /** Null where the platform could not make one; the photo itself stands in. */
    thumbKey: text(),
    /** Perceptual hash, 16 hex digits; null where the platform decodes no pixels, and for a picture of one shade. */
    dhash: text(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index('files_owner_idx').on(t.ownerId),
    index('files_sha256_idx').on(t.sha256),
    index('files_dhash_idx').on(t.dhash),
    check('files_size', sql`${t.sizeBytes} between 1 and 10485760`),
    check('files_dhash', sql`${t.dhash} ~ '^[0-9a-f]{16}$'`),
    check('files_pixels', sql`${t.width} > 0 and ${t.height} > 0 and ${t.width}::bigint * ${t.height} <= 50000000`),
  ],
)

/**
 * 直传的位置: one a photo, whose raw bytes lie in the object store until they are claimed or swept. No reference to `files`: what is bound to a
 * photo keeps it, and a place keeps nothing.
 */
export const uploadPlaces = pgTable(
  'upload_places',
  {
    id: text().primaryKey(),
    ownerId: text()
      .notNull()
      .references(() => people.id),
    mime: text({ enum: PHOTO_MIMES }).notNull(),
    sizeBytes: integer().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    claimedAt: timestamp({ withTimezone: true }),
    /** When the sweep took away whatever still lay there. */
    clearedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('upload_places_due_idx').on(t.expiresAt).where(sql`${t.clearedAt} is null`),
    check('upload_places_size', sql`${t.sizeBytes} between 1 and 10485760`),
  ],
)

/** 内容安全检测: what WeChat says of a text or a picture a person sent; a picture waits, is pending, then settled by push. */
export const contentChecks = pgTable(
  'content_checks',
  {
    id: text().primaryKey(),
    kind: text({ enum: CONTENT_KINDS }).notNull(),
    /** The report, picture or rating it is about; what was refused has none behind it. */
    subjectId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    state: text({ enum: CONTENT_STATES }).notNull(),
    label: integer(),
    traceId: text(),
    tries: integer().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** When it is looked at again while it waits or is pending. */
    nextAt: timestamp({ withTimezone: true }),
    settledAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('content_checks_subject_idx').on(t.subjectId),
    index('content_checks_trace_idx').on(t.traceId),
    index('content_checks_next_idx').on(t.nextAt),
  ],
)
