import type { Context } from 'hono'
import type { AnyEndpoint } from '../../shared/kit/endpoint'
import { limitOf } from '../../shared/kit/limits'
import { refuse } from '../../shared/kit/refusal'
import type { Actor } from '../../shared/people/roles'
import { allowAll } from '../db/rate'
import { addressBlock } from './address'
import type { Env } from './deps'
import { Refused } from './refused'

const TOO_MANY = refuse('too_many', '操作太频繁了，请稍等一会儿再试')

/**
 * Counts a call under whoever makes it and under the operation as a whole, in one statement; reads of those signed in cost none.
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
  const mine = whose === 'unknown' ? [] : [{ key: `${kind} ${whose}`, limit: own }]
  const seconds = await allowAll(db, [...mine, { key: `all ${e.verb} ${e.path}`, limit: all }], now())
  if (seconds !== null) throw new Refused(TOO_MANY, seconds)
}
