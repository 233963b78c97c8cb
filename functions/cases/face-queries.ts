import { and, eq, sql } from 'drizzle-orm'
import { caseEvents, casePhotos, cases } from '../../schema/cases/ledger'
import { files } from '../../schema/files'
import { units } from '../../schema/grids'
import { categoryZhThen, isFuzzedThen, isPrivateThen } from './rule-queries'

export type PhotoFace = { id: string; width: number; height: number }

const faceJson = sql`json_build_object('id', f.id, 'width', f.width, 'height', f.height)`
/** What stands for a photo: the masked picture where there is one. */
const seen = sql`join ${files} f on f.id = coalesce(p.masked_id, p.file_id)`
const isPhotoOut = sql`p.public_state in ('shown', 'masked')`

/** For the house: the first photo of the first event; null for a case from the telephone. */
export const coverOf = sql<PhotoFace | null>`(
  select ${faceJson} from ${casePhotos} p ${seen}
  where p.case_id = "cases"."id" and p.kind = 'before' order by p.ordinal limit 1)`

/** For everybody: the first of them that was let out. */
export const publicCoverOf = sql<PhotoFace | null>`(
  select ${faceJson} from ${casePhotos} p ${seen}
  where p.case_id = "cases"."id" and p.kind = 'before' and ${isPhotoOut} order by p.ordinal limit 1)`

/** The last photo of the result that was let out. */
export const publicAfterOf = sql<PhotoFace | null>`(
  select ${faceJson} from ${casePhotos} p ${seen} join ${caseEvents} e on e.id = p.event_id
  where p.case_id = "cases"."id" and p.kind in ('after', 'check') and ${isPhotoOut}
  order by e.version desc, p.ordinal limit 1)`

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
  /** 位置敏感: wants `publicPlace` before it leaves the house. */
  isFuzzed: isFuzzedThen,
}

/** A reviewer let it out, and its class is not private: the one condition of everything that leaves the house. */
export const isLetOut = and(eq(cases.isPublic, true), eq(isPrivateThen, false))
