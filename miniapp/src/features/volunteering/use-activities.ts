import { ListActivities } from '@shared/volunteering/contract'
import { useState } from 'react'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useMore } from '../../api/use-more'
import { findHere, useHere } from './use-here'

export type Filter = 'week' | 'near' | 'open'

/** A list needs no more than the neighbourhood: about 100 metres. */
const coarse = (degrees: number) => Number(degrees.toFixed(3))

export function useActivities() {
  const [picked, setPicked] = useState<readonly Filter[]>([])
  const here = useHere()
  const near = picked.includes('near') && here ? { lng: coarse(here.lng), lat: coarse(here.lat) } : {}
  const body = {
    when: picked.includes('week') ? ('week' as const) : ('all' as const),
    seats: picked.includes('open') ? ('open' as const) : ('any' as const),
    ...near,
  }
  const load = useLoad(ListActivities, { params: {}, body })
  const list = useMore(JSON.stringify(body), load.data, (cursor) =>
    call(ListActivities, { params: {}, body: { ...body, cursor } }),
  )
  const toggle = async (filter: Filter) => {
    const on = !picked.includes(filter)
    if (on && filter === 'near' && !here && !(await findHere())) return
    setPicked((was) => (on ? [...was, filter] : was.filter((one) => one !== filter)))
  }
  return { load, ...list, picked, toggle, showAll: () => setPicked([]) }
}
