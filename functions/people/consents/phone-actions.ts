import * as z from 'zod'
import { lacking } from '../../../shared/people/consents'
import type { Actor } from '../../../shared/people/roles'
import type { Deps, Send } from '../../http/deps'
import { fail, Refused } from '../../http/refused'
import { seal, unseal } from '../../http/sealing'
import { requireConsent } from './consent-actions'
import { findOpenid, findPhone, recordPhone, removePhone } from './phone-queries'

const Phone = z.string()
export const aboutPhone = (personId: string) => `phone ${personId}`

/** To its owner alone: nobody else's door leads here. */
export async function readMyPhone({ db, secrets }: Deps, { id }: Actor) {
  const kept = await findPhone(db, id)
  return { phone: kept ? Phone.parse(await unseal(secrets, aboutPhone(id), kept)) : null }
}

/** The consent is asked before the code is spent: after a yes the phone sends the same code again. */
export async function bindPhone(deps: Deps, actor: Actor, code: string, send: Send) {
  await requireConsent(deps, actor.id, 'phone')
  const openid =
    (await findOpenid(deps.db, actor.id)) ?? fail('wrong_state', '请在微信小程序里登录后再绑定手机号', 'code')
  const phone = await deps.wechat.phoneOf(code, openid)
  const sealed = await seal(deps.secret, aboutPhone(actor.id), phone)
  const bound = await recordPhone(deps.db, send, { personId: actor.id, ...sealed, at: deps.now() })
  if (!bound) throw new Refused(lacking('phone'))
  return readMyPhone(deps, actor)
}

export async function endPhone(deps: Deps, actor: Actor, send: Send) {
  const gone = await removePhone(deps.db, send, actor.id, deps.now())
  return gone ? { phone: null } : fail('wrong_state', '没有绑定手机号')
}
