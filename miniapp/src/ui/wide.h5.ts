import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(min-width: 1100px)')
const subscribe = (look: () => void) => {
  query.addEventListener('change', look)
  return () => query.removeEventListener('change', look)
}

export const useWide = () => useSyncExternalStore(subscribe, () => query.matches)
