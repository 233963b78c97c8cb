import type * as z from 'zod'
import type { Actor } from '../../shared/people/roles'
import type { GiveConsent, MyConsents } from '../../shared/volunteering/guardian-contract'
import {
  CONSENT_TEXT_VERSION,
  CONSENT_TEXTS,
  consentHash,
  RISK_CLASSES,
  whyNotConsent,
} from '../../shared/volunteering/guardians'
import type { Deps, Send } from '../http/deps'
import { fail, Refused } from '../http/refused'
import { seal } from '../http/sealing'
import { isConsented, listConsents, recordConsent, recordRevocation } from './guardian-queries'
import { settleQueue } from './queue-actions'
import { findVolunteer } from './sign-up-queries'

export async function readMyConsents({ db }: Deps, actor: Actor): Promise<MyConsents> {
  const volunteer = await findVolunteer(db, actor.id)
  const items = await listConsents(db, actor.id)
  return {
    ageBand: volunteer?.ageBand ?? null,
    texts: RISK_CLASSES.map((riskClass) => ({
      riskClass,
      version: CONSENT_TEXT_VERSION,
      zh: CONSENT_TEXTS[riskClass],
    })),
    items: items.map(({ at, revokedAt, ...item }) => ({
      ...item,
      at: at.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
    })),
  }
}

/** The guardian's name and phone are sealed to this one consent the moment they arrive. */
export async function giveConsent(deps: Deps, actor: Actor, given: z.output<typeof GiveConsent.body>, send: Send) {
  const { riskClass, textVersion, guardianName, phone } = given
  const volunteer = (await findVolunteer(deps.db, actor.id)) ?? fail('forbidden', '请先登记为志愿者')
  const refusal = whyNotConsent({ riskClass, textVersion, ageBand: volunteer.ageBand })
  if (refusal) throw new Refused(refusal)
  const id = deps.newId()
  const sealed = await seal(deps.secret, id, { name: guardianName, phone })
  const words = { textVersion, textHash: consentHash(riskClass) }
  const row = { id, personId: actor.id, riskClass, ...sealed, ...words, at: deps.now(), revokedAt: null }
  try {
    await recordConsent(deps.db, row, send)
  } catch (err) {
    if (isConsented(err)) return fail('wrong_state', '监护人已经同意过这一类活动')
    throw err
  }
  return readMyConsents(deps, actor)
}

export async function revokeConsent(deps: Deps, actor: Actor, id: string, send: Send) {
  const done = await recordRevocation(deps.db, { id, personId: actor.id, at: deps.now() }, send)
  if (!done) return fail('not_found', '没有找到这份有效的同意书')
  await settleQueue(deps, null)
  return readMyConsents(deps, actor)
}
