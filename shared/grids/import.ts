import * as z from 'zod'
import { type Refusal, refuse } from '../kit/refusal'
import { checkCover } from './cover'
import { boxOf } from './rings'
import { LINE_KINDS } from './words'

const lngLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])

/** The code is the identity: importing the file again meets the same rows. */
const gridFeature = z
  .object({
    properties: z.object({
      kind: z.literal('grid'),
      code: z.string().min(1),
      name: z.string().min(1),
      community: z.string().min(1),
      areaKm2: z.number().positive(),
      center: lngLat,
      bank: z.string().nullable().default(null),
    }),
    geometry: z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(lngLat)).min(1) }),
  })
  .transform(({ properties: { kind: _, center, ...named }, geometry: { coordinates: rings } }) => ({
    grid: { id: named.code, ...named, lng: center[0], lat: center[1], rings },
  }))

const lineFeature = z
  .object({
    id: z.string().min(1),
    properties: z.object({
      kind: z.enum(LINE_KINDS),
      name: z.string().min(1),
      class: z.string().nullable().default(null),
      widthM: z.number().int().positive().nullable().default(null),
    }),
    geometry: z.object({ type: z.literal('LineString'), coordinates: z.array(lngLat).min(2) }),
  })
  .transform(({ id, properties, geometry: { coordinates } }) => ({ line: { id, ...properties, coordinates } }))

const gridFile = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.union([gridFeature, lineFeature])),
})

/** A GeoJSON file of grids, roads and rivers (WGS-84) as rows; refused as a whole when the grids do not tile. */
export function readGridFile(file: unknown) {
  const read = gridFile.safeParse(file)
  if (!read.success) return malformed(read.error)
  const grids = read.data.features.flatMap((feature) => ('grid' in feature ? feature.grid : []))
  const lines = read.data.features.flatMap((feature) => ('line' in feature ? feature.line : []))
  const twice = grids.find(({ code, name }, i) => grids.slice(0, i).some((g) => g.code === code || g.name === name))
  if (twice) return refuse('invalid', `网格没有导入：${twice.code} ${twice.name} 出现了两次`, 'grids')
  return checkCover(grids) ?? { grids: grids.map((grid) => ({ ...grid, ...boxOf(grid.rings) })), lines }
}

const malformed = ({ issues: [issue] }: z.ZodError): Refusal =>
  refuse('invalid', `网格没有导入：文件在 ${issue?.path.join('.') || '开头'} 处不是网格、道路或河流`, 'grids')
