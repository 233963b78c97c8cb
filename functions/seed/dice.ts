import { namedId } from '../../shared/kit/named-id'

/** The same name always gives the same id, so a start that was broken off can go on, and two starts make the same county. */
export const idOf = (name: string) => namedId(`wenming demo ${name}`)

/** What `newId` gives within one step: the first, the second and so on of its name. */
export function idsOf(name: string) {
  let count = 0
  return () => idOf(`${name}/${count++}`)
}
export const firstIdOf = (name: string) => idOf(`${name}/0`)

/** Mulberry32: a small generator; its seed is a name, never the clock. */
export function diceOf(name: string) {
  let state = Number.parseInt(idOf(name).slice(0, 8), 16)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (share: number) => next() < share,
    pick: <T>(from: readonly [T, ...T[]] | readonly T[]): T => {
      const found = from[int(0, from.length - 1)]
      if (found === undefined) throw new Error(`nothing to pick from for ${name}`)
      return found
    },
  }
}
export type Dice = ReturnType<typeof diceOf>
