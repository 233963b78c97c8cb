import { COUNTY } from './yunchuan/county'
import grid from './yunchuan/county-grid.json'
import points from './yunchuan/county-points.json'
import { HOUSEHOLDERS, LEADERS, LEADS, SEGMENTS, TOWNS, VOLUNTEERS } from './yunchuan/duties'
import { ESTATES } from './yunchuan/estates'
import { STANDARDS } from './yunchuan/standards'
import { UNITS } from './yunchuan/units'

/** The county this house is seeded with: another county is another folder beside this file. */
export const COUNTY_SEED = {
  county: COUNTY,
  grid: grid as unknown,
  points: points as unknown,
  towns: TOWNS,
  units: UNITS,
  leaders: LEADERS,
  leads: LEADS,
  segments: SEGMENTS,
  householders: HOUSEHOLDERS,
  volunteers: VOLUNTEERS,
  estates: ESTATES,
  standards: STANDARDS,
}
