import type { LngLat } from '@shared/kit/geo'
import type { NearPoint } from '@shared/points/contract'
import { useEffect, useState } from 'react'
import { mayUse } from '../../api/consents'
import { type Fix, locate } from '../../device/locate'
import { usePlace } from '../grids/use-place'
import type { DraftHand } from './use-draft'

type Town = { readonly id: string; readonly name: string }
type Locating = 'asking' | 'refused' | 'found' | 'unasked'

/**
 * Where it is. Who writes for somebody else sits elsewhere (`isHere` false) and points at the map; otherwise it is asked of the phone while the person frames the picture, then named by the server, and moved by a finger.
 */
export function useReportPlace({ draft, set }: DraftHand, isHere = true) {
  const { place, placedBy, placeZh, town } = draft.fields
  const [fix, setFix] = useState<Fix | null>(null)
  const [locating, setLocating] = useState<Locating>(firstOf(place !== null, isHere))
  const named = usePlace(place)

  const ask = async () => {
    setLocating('asking')
    const found = (await mayUse('precise_location')) ? await locate() : null
    setFix(found)
    setLocating(found ? 'found' : 'refused')
  }
  const isPlaced = place !== null
  // Once, when the form of who is there opens without a place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is the person's own tap
  useEffect(() => {
    if (!isPlaced && isHere) void ask()
  }, [isHere])
  // The first photo begins a draft of its own: the place that was found before goes with it.
  useEffect(() => {
    if (fix && !isPlaced) set({ place: fix, placedBy: 'phone' })
  })
  const label = named.data?.labelZh
  useEffect(() => {
    if (label && placedBy !== 'point' && label !== placeZh) set({ placeZh: label })
  })

  const move = (at: LngLat) => {
    setLocating('found')
    const place = { lng: at.lng, lat: at.lat, accuracyM: null }
    set({ place, placedBy: 'hand', placeZh: '', pointCode: null, town: null })
  }
  /** It is this very point: the place is its own, and the case goes under its number. */
  const choosePoint = ({ lng, lat, code, name }: NearPoint) => {
    setLocating('found')
    set({ place: { lng, lat, accuracyM: null }, placedBy: 'point', placeZh: name, pointCode: code, town: null })
  }
  const chooseTown = (chosen: Town) => set({ town: chosen, placeZh: chosen.name })
  return { place, placedBy, placeZh, town, locating, named, ask, move, choosePoint, chooseTown }
}
const firstOf = (isPlaced: boolean, isHere: boolean): Locating => {
  if (isPlaced) return 'found'
  return isHere ? 'asking' : 'unasked'
}
export type ReportPlace = ReturnType<typeof useReportPlace>
