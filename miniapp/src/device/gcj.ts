import type { LngLat } from '@shared/kit/geo'
import gcoord from 'gcoord'

/** WeChat speaks GCJ-02; the house speaks WGS-84. */
export const fromGcj = (lng: number, lat: number): LngLat => {
  const [east, north] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84)
  return { lng: east, lat: north }
}

export const toGcj = ({ lng, lat }: LngLat) => {
  const [longitude, latitude] = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02)
  return { longitude, latitude }
}
