import { ListSpots } from '@shared/cases/spots-contract'
import { addDays, shanghai } from '@shared/kit/time'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { useLoad } from '../../../api/use-load'

export const LAYERS = [
  { id: 'relapses', zh: '反复点' },
  { id: 'heat', zh: '热点' },
] as const
export type Layer = (typeof LAYERS)[number]['id']

export const ANY = 'any'

/** What the map is asked: a span of days, a class, a grid. */
export function useSpots() {
  const [ask, setAsk] = useState({ days: '90', categoryCode: ANY, gridId: ANY })
  const { days, categoryCode, gridId } = ask
  const body = {
    from: shanghai(addDays(now(), 1 - Number(days))).day,
    to: shanghai(now()).day,
    ...(categoryCode === ANY ? {} : { categoryCode }),
    ...(gridId === ANY ? {} : { gridId }),
  }
  const load = useLoad(ListSpots, { params: {}, body })
  return { ask, set: (is: Partial<typeof ask>) => setAsk({ ...ask, ...is }), load }
}
export type Spots = ReturnType<typeof useSpots>
