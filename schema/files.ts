import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { people } from './people'

export const PHOTO_MIMES = ['image/jpeg', 'image/png', 'image/webp'] as const

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
