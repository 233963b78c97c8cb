import type { Fix } from './locate'

const WAIT_MS = 8_000

/** A browser speaks WGS-84, like the house. */
export const locate = () =>
  new Promise<Fix | null>((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lng: coords.longitude, lat: coords.latitude, accuracyM: coords.accuracy }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 10_000 },
    )
  })
