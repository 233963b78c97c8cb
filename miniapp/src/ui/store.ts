import { useSyncExternalStore } from 'react'

/** One value many parts look at. */
export function createStore<T>(first: T) {
  let value = first
  const lookers = new Set<() => void>()
  const subscribe = (look: () => void) => {
    lookers.add(look)
    return () => void lookers.delete(look)
  }
  const get = () => value
  const set = (next: T) => {
    if (Object.is(next, value)) return
    value = next
    for (const look of [...lookers]) look()
  }
  return { get, set, use: () => useSyncExternalStore(subscribe, get, get) }
}
