import type { Context } from 'hono'
import type { Access, AnyEndpoint } from '../../shared/kit/endpoint'
import type { AuditOutcome } from '../../shared/people/audit'
import { type Actor, holdsAny, isStaff, NOBODY } from '../../shared/people/roles'
import { checkFactor } from '../../shared/people/second-factor'
import { recordAudit } from '../db/audit'
import { allow } from '../db/rate'
import { addressBlock } from './address'
import { countCall } from './counting'
import type { Env, Known } from './deps'
import { fail, grant, Refused } from './refused'

type Door = Pick<AnyEndpoint, 'verb' | 'path' | 'who' | 'limit' | 'takes' | 'gives' | 'isSensitive'>

/** Whoever knocks too often where they may not, is written down ten times a minute. */
const DENIALS_A_MINUTE = 10

/** Who may, counted; a refusal of somebody known is written into the audit chain. */
export async function enter(c: Context<Env>, e: Door, who: Known | null): Promise<Actor> {
  const actor = who?.actor ?? NOBODY
  try {
    admit(e.who, actor)
    const refusal = checkFactor(e, actor, who?.factor ?? 'none', c.var.deps.isFactorRequired)
    if (refusal) grant(refusal)
  } catch (err) {
    if (err instanceof Refused && actor.id !== '') await noteDenial(c, e, actor)
    throw err
  }
  await countCall(c, e, actor)
  return actor
}

/** A file that leaves the house in the hands of staff. */
export const noteDownload = async (c: Context<Env>, e: Door, actor: Actor) => {
  if (isStaff(actor)) await note(c, e, actor, 'exported')
}

/** Whatever stands in an address is not yet looked at: only what may be a name of ours is written down. */
const subjectOf = (c: Context<Env>) => /^[\w-]{1,64}$/.exec(c.req.param('id') ?? '')?.[0] ?? ''

async function noteDenial(c: Context<Env>, e: Door, actor: Actor) {
  const { db, now } = c.var.deps
  if ((await allow(db, `denied ${actor.id}`, DENIALS_A_MINUTE, now())) === null) await note(c, e, actor, 'denied')
}

const note = (c: Context<Env>, e: Door, { id }: Actor, outcome: AuditOutcome) =>
  recordAudit(c.var.deps.db, {
    ...{ outcome, personId: id, op: `${e.verb} ${e.path}`, at: c.var.deps.now() },
    ...{ subjectId: subjectOf(c), address: addressBlock(c), requestId: c.var.requestId },
  })

/** Refuses before anything of the request is looked at, so a refusal tells nothing about what exists. */
function admit(access: Access, actor: Actor): Actor {
  if (access === 'anyone') return actor
  if (actor.id === '') return fail('signed_out', '请先登录')
  if (access !== 'signed_in' && !holdsAny(actor, access)) return fail('forbidden', '您的身份不能做这一步')
  return actor
}
