import * as z from 'zod'
import { findGrid, type GridShape } from '../grids/find'
import { isRefusal, refuse } from '../kit/refusal'

const pointFile = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z
      .object({
        properties: z.object({
          code: z.string().min(1),
          category: z.string().min(1),
          categoryNo: z.number().int().positive(),
          name: z.string().min(1),
          grid: z.string().min(1),
        }),
        geometry: z.object({
          type: z.literal('Point'),
          coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
        }),
      })
      .transform(({ properties: { grid, ...named }, geometry: { coordinates } }) => ({
        id: named.code,
        ...named,
        gridId: grid,
        lng: coordinates[0],
        lat: coordinates[1],
      })),
  ),
})

/** A GeoJSON file of points as rows; refused when a point does not lie in the grid it names. */
export function readPointFile(file: unknown, grids: readonly GridShape[]) {
  const read = pointFile.safeParse(file)
  if (!read.success) {
    const where = read.error.issues[0]?.path.join('.') || '开头'
    return refuse('invalid', `点位没有导入：文件在 ${where} 处不是点位`, 'points')
  }
  for (const { name, gridId, ...point } of read.data.features) {
    const grid = findGrid(grids, point)
    if (isRefusal(grid)) return refuse('invalid', `点位没有导入：${name}${grid.zh}`, 'points')
    if (grid.id !== gridId)
      return refuse('invalid', `点位没有导入：${name}写的是 ${gridId}，实际在${grid.name}`, 'points')
  }
  const categories = new Map(read.data.features.map(({ categoryNo, category }) => [categoryNo, category]))
  return {
    points: read.data.features.map(({ category: _, ...point }) => point),
    categories: [...categories].map(([no, name]) => ({ no, name })),
  }
}
