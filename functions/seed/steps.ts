import { eq } from 'drizzle-orm'
import { sends } from '../../schema/people'
import type { Actor } from '../../shared/people/roles'
import type { Db } from '../db/types'
import type { Deps, Send } from '../http/deps'
import { idOf, idsOf } from './dice'
import { darkroom, type Shot } from './photos'

/** One thing one person does at one moment of the demo's past, through the action that the app itself uses. */
export type Step = {
  readonly name: string
  readonly at: Date
  readonly by: Actor
  readonly shots: readonly Shot[]
  readonly run: (deps: Deps, send: Send) => Promise<unknown>
}

const OP = 'seed'
const keyOf = (name: string) => idOf(`step ${name} key`)

/** What an earlier start that was broken off has done already. */
async function sentKeys(db: Db) {
  const rows = await db.select({ key: sends.key }).from(sends).where(eq(sends.op, OP))
  return new Set(rows.map(({ key }) => key))
}

/** Plays the steps in the order of time, each with its own clock and ids. */
export async function play(deps: Deps, steps: readonly Step[], say: (done: number, all: number) => void) {
  const done = await sentKeys(deps.db)
  const isSent = (key: string) => done.has(key)
  const inTime = [...steps].sort((a, b) => a.at.getTime() - b.at.getTime())
  const photos = darkroom(
    deps,
    inTime.flatMap(({ shots }) => shots),
    isSent,
  )
  for (const [i, { name, at, by, shots, run }] of inTime.entries()) {
    say(i, inTime.length)
    await photos(shots.map((shot) => shot.name))
    const key = keyOf(name)
    if (isSent(key)) continue
    const here = { ...deps, now: () => at, newId: idsOf(name) }
    await run(here, { personId: by.id, key, op: OP, bodyHash: '' }).catch((err: unknown) => {
      throw new Error(`demo step ${name}: ${err instanceof Error ? err.message : String(err)}`, { cause: err })
    })
  }
}
