import type { LngLat } from '@shared/kit/geo'

export type Spot = { readonly x: number; readonly y: number }
/** What of the plane is seen: its middle, and its size in metres. */
export type Frame = Spot & { readonly w: number; readonly h: number }

const METRES_PER_DEGREE = 111_320

/** Metres east and south of a centre: flat enough for a county town. */
export function plane(center: LngLat) {
  const eastward = METRES_PER_DEGREE * Math.cos((center.lat * Math.PI) / 180)
  return {
    to: ({ lng, lat }: LngLat): Spot => ({
      x: (lng - center.lng) * eastward,
      y: (center.lat - lat) * METRES_PER_DEGREE,
    }),
    from: ({ x, y }: Spot): LngLat => ({ lng: center.lng + x / eastward, lat: center.lat - y / METRES_PER_DEGREE }),
  }
}

export type To = ReturnType<typeof plane>['to']

export const pathOf = (line: readonly (readonly [number, number])[], to: To) =>
  line
    .map(([lng, lat], i) => {
      const { x, y } = to({ lng, lat })
      return `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
    })
    .join('')
