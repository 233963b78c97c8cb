import { mayHandle } from '../../shared/people/grants'
import type { Actor } from '../../shared/people/roles'
import { FACTOR_TRIES_A_MINUTE, isOffice, RECOVERY_CODES } from '../../shared/people/second-factor'
import type { FactorView } from '../../shared/people/second-factor-contract'
import { base32, fromBase32, matchingStep, otpauthOf } from '../../shared/people/totp'
import { recordAudit } from '../db/audit'
import { allow } from '../db/rate'
import type { Deps, Send } from '../http/deps'
import { fail } from '../http/refused'
import { seal, unseal } from '../http/sealing'
import { hashToken } from './actions'
import {
  countCodes,
  findFactor,
  findFactorAt,
  recordConfirmed,
  recordFactorEnd,
  recordFactorStart,
  recordShown,
} from './factor-queries'
import { findPerson } from './queries'
import { readStaff } from './staff-actions'

const ISSUER = '文明随手拍'
/** RFC 4226 asks for 160 bits; a recovery code has 80. */
const [SECRET_BYTES, CODE_BYTES] = [20, 10]

const randomText = (bytes: number) => base32(crypto.getRandomValues(new Uint8Array(bytes)))
export const aboutFactor = (personId: string) => `second factor ${personId}`

export async function readFactor({ db, isFactorRequired }: Deps, actor: Actor, token: string): Promise<FactorView> {
  const [factor, shownAt, codesLeft] = await Promise.all([
    findFactor(db, actor.id),
    findFactorAt(db, hashToken(token)),
    countCodes(db, actor.id),
  ])
  const isSet = factor?.confirmedAt != null
  return {
    isSet,
    isShown: isSet && shownAt !== null,
    isRequired: isFactorRequired,
    isForMe: isOffice(actor),
    codesLeft,
  }
}

export async function startFactor({ db, secret: house, now }: Deps, actor: Actor) {
  if (!isOffice(actor)) return fail('forbidden', '两步验证是给审核、派遣和管理的账号用的')
  const secret = randomText(SECRET_BYTES)
  const sealed = await seal(house, aboutFactor(actor.id), secret)
  if (!(await recordFactorStart(db, actor.id, sealed, now())))
    return fail('wrong_state', '两步验证已经设置好了，要换手机请先关闭')
  const name = (await findPerson(db, actor.id))?.name ?? ''
  return { secret, uri: otpauthOf(ISSUER, name, secret) }
}

async function slowDown({ db, now }: Deps, personId: string) {
  if ((await allow(db, `factor ${personId}`, FACTOR_TRIES_A_MINUTE, now())) !== null)
    fail('too_many', '试得太快了，请等一分钟再试')
}

const wrong = () => fail('invalid', '验证码不对，或已经用过了，请看验证器上现在的 6 位数字', 'code')

async function stepFor(deps: Deps, actor: Actor, code: string) {
  const found = (await findFactor(deps.db, actor.id)) ?? fail('wrong_state', '还没有设置两步验证')
  const secret = fromBase32(String(await unseal(deps.secrets, aboutFactor(actor.id), found)))
  return matchingStep(secret, code, deps.now(), found.lastStep)
}

const noted = ({ db, now }: Deps, personId: string, op: string) =>
  recordAudit(db, { at: now(), outcome: 'set', personId, op, subjectId: personId })

export async function confirmFactor(deps: Deps, actor: Actor, { code, token }: { code: string; token: string }) {
  await slowDown(deps, actor.id)
  const step = (await stepFor(deps, actor, code)) ?? wrong()
  const codes = Array.from({ length: RECOVERY_CODES }, () => randomText(CODE_BYTES))
  const proof = { personId: actor.id, tokenHash: hashToken(token), at: deps.now() }
  if (!(await recordConfirmed(deps.db, proof, step, codes.map(hashToken))))
    return fail('wrong_state', '两步验证已经设置好了')
  await noted(deps, actor.id, '设置两步验证')
  return { codes }
}

/** Uses the code up, or refuses. */
async function prove(deps: Deps, actor: Actor, code: string, token: string) {
  await slowDown(deps, actor.id)
  const step = code.length === 6 ? ((await stepFor(deps, actor, code)) ?? wrong()) : null
  const proof = { personId: actor.id, tokenHash: hashToken(token), at: deps.now() }
  if (!(await recordShown(deps.db, proof, step === null ? { hash: hashToken(code) } : { step }))) wrong()
}

export async function showFactor(deps: Deps, actor: Actor, { code, token }: { code: string; token: string }) {
  await prove(deps, actor, code, token)
  return readFactor(deps, actor, token)
}

export async function endFactor(deps: Deps, actor: Actor, { code, token }: { code: string; token: string }) {
  await prove(deps, actor, code, token)
  await recordFactorEnd(deps.db, actor.id, null)
  await noted(deps, actor.id, '关闭两步验证')
  return readFactor(deps, actor, token)
}

export async function endStaffFactor(deps: Deps, actor: Actor, personId: string, send: Send) {
  await readStaff(deps, actor, personId)
  const { grants, name } = (await findPerson(deps.db, personId)) ?? fail('not_found', '没有找到这个人')
  if (!grants.every((held) => mayHandle(actor, held))) return fail('forbidden', `${name}的角色超出您的管理范围`)
  const ended = await recordFactorEnd(deps.db, personId, { send, at: deps.now() })
  return ended ? { ended: true as const } : fail('wrong_state', `${name}没有设置两步验证`)
}
