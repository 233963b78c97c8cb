import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import { caseEvents, casePhotos, cases } from '../../../schema/cases/ledger'
import { categories } from '../../../schema/cases/register'
import { files } from '../../../schema/files'
import { OPEN311_SHOWN } from '../../../shared/reports/open311'
import { UPDATE_KINDS } from '../../../shared/reports/open311-updates'
import { isLetOut, type PhotoFace } from '../../cases/face-queries'
import type { Db } from '../../db/types'

/** The first photo of the step that was let out. */
const photo = sql<PhotoFace | null>`(
  select json_build_object('id', f.id, 'width', f.width, 'height', f.height)
  from ${casePhotos} p join ${files} f on f.id = coalesce(p.masked_id, p.file_id)
  where p.event_id = "case_events"."id" and p.public_state in ('shown', 'masked') order by p.ordinal limit 1)`

type Wanted = {
  readonly numbers: readonly string[]
  readonly from: Date
  readonly before: Date
  readonly page: number
  readonly size: number
}

/** Steps of public cases that an outsider may read of, in the order they happened: a client goes on where it stopped. */
export const listUpdateRows = (db: Db, { numbers, from, before, page, size }: Wanted) =>
  db
    .select({
      id: caseEvents.id,
      number: cases.number,
      kind: caseEvents.kind,
      note: caseEvents.note,
      at: caseEvents.at,
      photo,
    })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.id, caseEvents.caseId))
    .innerJoin(categories, eq(categories.code, cases.categoryCode))
    .where(
      and(
        isLetOut,
        inArray(cases.state, [...OPEN311_SHOWN]),
        inArray(caseEvents.kind, [...UPDATE_KINDS]),
        gte(caseEvents.at, from),
        lt(caseEvents.at, before),
        numbers.length > 0 ? inArray(cases.number, [...numbers]) : undefined,
      ),
    )
    .orderBy(asc(caseEvents.at), asc(caseEvents.id))
    .limit(size)
    .offset((page - 1) * size)
