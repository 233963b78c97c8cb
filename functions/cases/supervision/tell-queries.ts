import { asc, eq, gte } from 'drizzle-orm'
import { cases } from '../../../schema/cases/ledger'
import { supervisionEvents, supervisions } from '../../../schema/cases/supervision'
import { units } from '../../../schema/grids'
import type { Db } from '../../db/types'

/** Journal rows of the 督办台账 after a moment, oldest first; the unit is the supervised one. */
export const listUntoldSupervisions = (db: Db, after: Date, size: number) =>
  db
    .select({
      id: supervisionEvents.id,
      kind: supervisionEvents.kind,
      by: supervisionEvents.by,
      note: supervisionEvents.note,
      at: supervisionEvents.at,
      supervisionId: supervisions.id,
      number: supervisions.number,
      caseId: cases.id,
      title: cases.title,
      address: cases.addressZh,
      gridId: cases.gridId,
      unitId: supervisions.unitId,
      inspectorId: cases.inspectorId,
      coOpen: cases.coOpen,
      unit: units.name,
    })
    .from(supervisionEvents)
    .innerJoin(supervisions, eq(supervisions.id, supervisionEvents.supervisionId))
    .innerJoin(cases, eq(cases.id, supervisions.caseId))
    .innerJoin(units, eq(units.id, supervisions.unitId))
    .where(gte(supervisionEvents.at, after))
    .orderBy(asc(supervisionEvents.at), asc(supervisionEvents.id))
    .limit(size)

export type UntoldSupervision = Awaited<ReturnType<typeof listUntoldSupervisions>>[number]
