import { ListActivities } from '@shared/volunteering/contract'
import { useState } from 'react'
import { usePages } from '../../api/use-pages'
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
  const pages = usePages(ListActivities, { params: {}, body })
  const toggle = async (filter: Filter) => {
    const on = !picked.includes(filter)
    if (on && filter === 'near' && !here && !(await findHere())) return
    setPicked((was) => (on ? [...was, filter] : was.filter((one) => one !== filter)))
  }
  return { ...pages, picked, toggle, showAll: () => setPicked([]) }
}
