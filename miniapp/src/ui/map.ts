import type { LngLat, Ring } from '@shared/kit/geo'

/** A map as the pages give it: WGS-84, drawn by WeChat's map on a phone and by our own lines in a browser. */
export type MapArea = { readonly id: string; readonly name: string; readonly rings: readonly Ring[] }
export type MapLine = { readonly id: string; readonly kind: 'road' | 'river'; readonly line: Ring }
export type MapPin = LngLat & {
  readonly id: string
  readonly label: string
  readonly tone: 'open' | 'done' | 'here' | 'point' | 'meet'
}
/** A warm place; `part` from 0 to 1 against the hottest. */
export type MapHeat = LngLat & { readonly radiusM: number; readonly part: number }
export type MapRound = LngLat & { readonly radiusM: number }

/** How strongly a warm place is drawn: the faintest is still seen. */
export const warmth = (part: number) => 0.15 + 0.55 * part

export type MapViewProps = {
  /** What is on it, for who cannot see it. */
  readonly label: string
  readonly areas: readonly MapArea[]
  readonly lines: readonly MapLine[]
  readonly pins: readonly MapPin[]
  readonly round?: MapRound
  readonly heat?: readonly MapHeat[]
  readonly center: LngLat
  /** Metres from side to side at first. */
  readonly spanM: number
  /** Drawn stronger: the grid the place lies in. */
  readonly picked?: string
  /** A picture only: no panning, as on a small card. */
  readonly still?: boolean
  readonly className?: string
  readonly onPin?: (id: string) => void
  readonly onPoint?: (at: LngLat) => void
}

export const PIN_COLORS: Record<MapPin['tone'], string> = {
  open: '#ac2b46',
  done: '#1a7457',
  here: '#1b6d8b',
  point: '#428dad',
  meet: '#1a7457',
}
