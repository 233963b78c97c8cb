import type { Spot } from './guide'

/** A browser knows no map: the page shows ours, and offers `geo:` to a phone that has one. */
export async function guideTo(_spot: Spot): Promise<boolean> {
  return false
}

/** RFC 5870: whichever map the phone has answers. */
export const openMapLink = ({ lng, lat, name }: Spot): void => {
  window.location.href = `geo:${lat},${lng}?q=${lat},${lng}(${encodeURIComponent(name)})`
}
