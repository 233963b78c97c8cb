import { GetPublicCase, ListPublicCases } from '@shared/cases/citizen-contract'
import type { LngLat } from '@shared/kit/geo'
import { useState } from 'react'
import { useLoad } from '../../api/use-load'
import { locate } from '../../device/locate'
import { toast } from '../../ui/toast'
import { useCounty } from '../grids/use-county'

export const usePublicCase = (id: string) => useLoad(GetPublicCase, { params: { id }, body: {} })

export type PublicFilter = 'open' | 'closed'

/** Around the person a walk, around the county's middle the whole town. */
const AROUND_ME_M = 1_500
const TOWN_M = 5_000
const SIZE = 100

/** Cases near the county's middle; near the person once they ask for it: nobody is asked for their place unprepared. */
export function useNearby(filter: PublicFilter) {
  const county = useCounty()
  const [me, setMe] = useState<LngLat | null>(null)
  const [busy, setBusy] = useState(false)
  const at = me ?? county?.center ?? null
  const radiusM = me ? AROUND_ME_M : TOWN_M
  const load = useLoad(
    ListPublicCases,
    at && { params: {}, body: { lng: at.lng, lat: at.lat, radiusM, state: filter, size: SIZE } },
  )
  const findMe = async () => {
    setBusy(true)
    const fix = await locate()
    setBusy(false)
    if (fix) setMe(fix)
    else toast('没有定位权限。可以拖动地图看，或在手机设置里打开', 'danger')
  }
  return { at, me, load, busy, findMe, radiusM }
}
