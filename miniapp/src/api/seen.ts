import { forget, recall, remember } from './memory'

/** Copies of what was last read, so that a list stays readable without a network; personal, so gone with the session. */
type Copy<T> = { readonly at: number; readonly data: T }

const INDEX = 'seen'
const COPIES_MAX = 40

export const seen = <T>(name: string) => recall<Copy<T>>(`${INDEX}:${name}`)

export function keepSeen<T>(name: string, data: T, at: number) {
  const others = names().filter((other) => other !== name)
  for (const oldest of others.splice(0, Math.max(0, others.length + 1 - COPIES_MAX))) forget(`${INDEX}:${oldest}`)
  if (remember(`${INDEX}:${name}`, { at, data })) remember(INDEX, [...others, name])
}

export function forgetSeen() {
  for (const name of names()) forget(`${INDEX}:${name}`)
  forget(INDEX)
}

const names = () => recall<string[]>(INDEX) ?? []
