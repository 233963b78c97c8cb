import type { z } from 'zod'
import type { Actor } from '../../../shared/people/roles'
import type { SetMyRealName } from '../../../shared/volunteering/certificates/contract'
import { checkRealName, masked, RealName } from '../../../shared/volunteering/certificates/real-name'
import type { Deps, Send } from '../../http/deps'
import { fail, Refused } from '../../http/refused'
import { type Sealed, seal, unseal } from '../../http/sealing'
import { findRealName, recordRealName, recordRealNameDeletion } from './name-queries'

/** What a seal is bound to: a person's own, or one paper's copy. */
export const aboutPerson = (personId: string) => `real name ${personId}`
export const aboutPaper = (certificateId: string) => `certificate ${certificateId}`

export async function readMyRealName({ db }: Deps, { id }: Actor) {
  const found = await findRealName(db, id)
  if (!found) return { realName: null }
  const { consentedAt, ...rest } = found
  return { realName: { ...rest, at: consentedAt.toISOString() } }
}

export async function setMyRealName(deps: Deps, actor: Actor, body: z.output<typeof SetMyRealName.body>, send: Send) {
  const { name, idKind, idNumber } = body
  const given: RealName = { name, idKind, idNumber }
  const wrong = checkRealName(given)
  if (wrong) throw new Refused(wrong)
  const sealed = await seal(deps.secret, aboutPerson(actor.id), given)
  await recordRealName(deps.db, send, {
    ...{ personId: actor.id, consentedAt: deps.now() },
    ...masked(given),
    ...sealed,
  })
  return readMyRealName(deps, actor)
}

export async function deleteMyRealName(deps: Deps, actor: Actor, send: Send) {
  await recordRealNameDeletion(deps.db, send, actor.id, deps.now())
  return readMyRealName(deps, actor)
}

export async function openName({ secrets }: Deps, about: string, sealed: Sealed) {
  const opened = await unseal(secrets, about, sealed).catch(() =>
    fail('unavailable', '封存的实名信息打不开了，请本人重新登记实名信息'),
  )
  return RealName.parse(opened)
}
