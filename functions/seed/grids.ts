import { county, estates, gridDuties, grids, mapLines, units } from '../../schema/grids'
import { COUNTY_SEED } from '../../schema/seed/county'
import { readGridFile } from '../../shared/grids/import'
import type { Tier } from '../../shared/grids/words'
import { isRefusal } from '../../shared/kit/refusal'
import { addDays } from '../../shared/kit/time'
import type { Db } from '../db/types'
import { seedPoints } from './points'

/** The duties began well before the seed, so that the history of a demo has its chain too. */
const HELD_DAYS = 400

type NewDuty = typeof gridDuties.$inferInsert

/** The county as rows: its words, grids, towns, units, duties, estates, roads and points. Seeding again changes nothing. */
export async function seedCounty(db: Db, at: Date) {
  const file = readGridFile(COUNTY_SEED.grid)
  if (isRefusal(file)) throw new Error(file.zh)
  const duties = dutiesOf(addDays(at, -HELD_DAYS))
  await db
    .insert(county)
    .values({ id: 'county', ...COUNTY_SEED.county })
    .onConflictDoNothing()
  await db
    .insert(units)
    .values(COUNTY_SEED.units.map(([id, name, kind, trade]) => ({ id, name, kind, trade })))
    .onConflictDoNothing()
  await db
    .insert(grids)
    .values([
      ...file.grids.map((grid) => ({ ...grid, kind: 'county_town' as const })),
      ...COUNTY_SEED.towns.map(([id, name]) => ({ id, code: id, name, kind: 'town' as const })),
    ])
    .onConflictDoNothing()
  await db.insert(mapLines).values(file.lines).onConflictDoNothing()
  await db.insert(estates).values(estateRows).onConflictDoNothing()
  await db.insert(gridDuties).values(duties).onConflictDoNothing()
  await seedPoints(db, file.grids, duties)
}

const estateRows = COUNTY_SEED.estates.map(([id, gridId, name, lng, lat]) => ({ id, gridId, name, lng, lat }))

/** Every tier of every grid; the ids follow from the data, so a second seeding meets the same rows. */
function dutiesOf(startsAt: Date): NewDuty[] {
  const { leaders, leads, towns, segments, volunteers, householders } = COUNTY_SEED
  const duty = (gridId: string, tier: Tier, postZh: string, more: Partial<NewDuty>) => ({
    id: '',
    gridId,
    tier,
    postZh,
    startsAt,
    ...more,
  })
  const estateOf = new Map(estateRows.map((estate) => [estate.id, estate]))
  const rows = [
    ...[...leaders, ...volunteers].map(([gridId, tier, unitId, postZh, personName]) =>
      duty(gridId, tier, postZh, { unitId, personName }),
    ),
    ...leads.map(([gridId, unitId]) => duty(gridId, 2, '牵头部门', { unitId })),
    ...towns.map(([gridId, , unitId]) => duty(gridId, 2, '镇人民政府', { unitId })),
    ...segments.map(([gridId, unitId, segmentZh, lng, lat]) =>
      duty(gridId, 3, '包段责任单位', { unitId, segmentZh, lng, lat }),
    ),
    ...householders.map(([gridId, unitId, estateId, personName]) => {
      const { name, lng, lat } = estateOf.get(estateId) ?? { name: null, lng: null, lat: null }
      return duty(gridId, 4, '中心户长', { unitId, personName, segmentZh: name, lng, lat })
    }),
  ]
  return rows.map((row, i) => ({ ...row, id: `${row.gridId}-${row.tier}-${String(i + 1).padStart(3, '0')}` }))
}
