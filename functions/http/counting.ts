import type { Context } from 'hono'
import type { AnyEndpoint } from '../../shared/kit/endpoint'
import { limitOf } from '../../shared/kit/limits'
import { refuse } from '../../shared/kit/refusal'
import type { Actor } from '../../shared/people/roles'
import { allowAll } from '../db/rate'
import { addressBlock } from './address'
import type { Env } from './deps'
import { Refused } from './refused'
import { batchOf, tallyOf } from './tally'

const TOO_MANY = refuse('too_many', '操作太频繁了，请稍等一会儿再试')

/**
 * Counts a call under whoever makes it and under the operation as a whole, in one statement; reads of those signed in cost none, and
 * anonymous ones are told to the database by the batch.
 * Where no address is known, nobody is made to share a count with the rest of the world: the operation's own holds.
 */
export async function countCall(
  c: Context<Env>,
  e: Pick<AnyEndpoint, 'verb' | 'path' | 'limit' | 'takes'>,
  actor: Actor,
) {
  const { db, limits, now } = c.var.deps
  const kind = limitOf(e, actor.id !== '')
  if (kind === null) return
  const { by, own, all } = limits[kind]
  const block = addressBlock(c)
  const whose = by === 'person' && actor.id !== '' ? actor.id : block
  const at = now()
  const tally = kind === 'read' ? tallyOf(db, whose, Math.floor(at.getTime() / 60_000), batchOf(limits.read)) : null
  if (tally?.due === 0) return
  const hits = tally?.due ?? 1
  const mine = whose === 'unknown' ? [] : [{ key: `${kind} ${whose}`, limit: own, hits }]
  const seconds = await allowAll(db, [...mine, { key: `all ${e.verb} ${e.path}`, limit: all, hits }], at)
  if (seconds === null) return
  tally?.full()
  throw new Refused(TOO_MANY, seconds)
}
