import { and, eq, sql } from 'drizzle-orm'
import { casePhotos, cases } from '../../schema/cases/ledger'
import { files } from '../../schema/files'
import { units } from '../../schema/grids'
import { categoryZhThen, isPrivateThen } from './rule-queries'

export type PhotoFace = { id: string; width: number; height: number }

/** The first photo of the first event; null for a case from the telephone. */
export const coverOf = sql<PhotoFace | null>`(
  select json_build_object('id', f.id, 'width', f.width, 'height', f.height)
  from ${casePhotos} p join ${files} f on f.id = p.file_id
  where p.case_id = "cases"."id" and p.kind = 'before' order by p.ordinal limit 1)`

/** What every list of cases shows, whoever reads it; wants categories and units joined. */
export const face = {
  id: cases.id,
  number: cases.number,
  title: cases.title,
  state: cases.state,
  categoryCode: cases.categoryCode,
  categoryZh: categoryZhThen,
  addressZh: cases.addressZh,
  unitZh: sql<string>`coalesce(${units.name}, '')`,
  submittedAt: cases.submittedAt,
  dueAt: cases.dueAt,
  endedAt: cases.endedAt,
  lng: cases.lng,
  lat: cases.lat,
}

/** A reviewer let it out, and its class is not private: the one condition of everything that leaves the house. */
export const isLetOut = and(eq(cases.isPublic, true), eq(isPrivateThen, false))
