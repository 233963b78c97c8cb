import { GetMap } from '@shared/grids/contract'
import { useMemo } from 'react'
import { useLoad } from '../../api/use-load'
import type { MapArea, MapLine } from '../../ui/map'

type Land = { readonly areas: readonly MapArea[]; readonly lines: readonly MapLine[] }
const EMPTY: Land = { areas: [], lines: [] }

/** Grids, roads and rivers of the county, for any map. */
export function useLand(): Land {
  const { data } = useLoad(GetMap, { params: {}, body: {} })
  return useMemo(
    () =>
      data
        ? { areas: data.grids, lines: data.lines.map(({ id, kind, coordinates }) => ({ id, kind, line: coordinates })) }
        : EMPTY,
    [data],
  )
}

/** The 镇 of the county: they have no border on the map yet, so a person names theirs. */
export const useTowns = () => useLoad(GetMap, { params: {}, body: {} }).data?.towns ?? []
