import type { Context } from 'hono'
import type { bodyLimit } from 'hono/body-limit'
import type { Env } from './deps'

/** Runs the work behind the size limit, which also counts a body that does not say its length. */
export async function limited<T>(c: Context<Env>, limit: ReturnType<typeof bodyLimit>, work: () => Promise<T>) {
  const done: { answer?: T } = {}
  await limit(c, async () => {
    done.answer = await work()
  })
  return done.answer
}
