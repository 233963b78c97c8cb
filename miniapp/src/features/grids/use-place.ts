import { ResolvePlace } from '@shared/grids/contract'
import type { LngLat } from '@shared/kit/geo'
import { useLoad } from '../../api/use-load'

/** Which grid a position lies in and what it is called there; refused outside the town, with the way out. */
export const usePlace = (at: LngLat | null) =>
  useLoad(ResolvePlace, at && { params: {}, body: { lng: at.lng.toFixed(6), lat: at.lat.toFixed(6) } })
