import { distanceM, distanceZh, type LngLat } from '@shared/kit/geo'
import { type Fix, locate } from '../../device/locate'
import { createStore } from '../../ui/store'
import { toast } from '../../ui/toast'

/** Where the person is, asked for by a tap and kept only while the app is open. */
const here = createStore<Fix | null>(null)

export const useHere = here.use

export async function findHere(): Promise<Fix | null> {
  const fix = await locate()
  if (fix) here.set(fix)
  else toast('没有拿到位置。请在设置里允许定位，或直接看全部活动', 'danger')
  return fix
}

/** Computed on the phone: for this the place never leaves it. */
export function useDistance(spot: LngLat) {
  const at = here.use()
  const metres = at ? distanceM(at, spot) : null
  return { metres, zh: metres === null ? '' : distanceZh(metres) }
}
