import type { Access } from '../kit/endpoint'
import { type Refusal, refuse } from '../kit/refusal'
import { type Actor, holdsAny, type Role } from './roles'

/** Whose work asks for a second factor: what they read and decide reaches beyond one unit. */
const OFFICE_ROLES: readonly Role[] = ['reviewer', 'dispatcher', 'admin']

/** Not set up, set up but not shown in this session, shown. */
export type Factor = 'none' | 'asked' | 'shown'

export const isOffice = (actor: Actor) => holdsAny(actor, OFFICE_ROLES)

type Door = { readonly who: Access; readonly isSensitive?: true }

/**
 * Whoever has set it up shows it once a session before anything sensitive; where the house requires it, before all work of the office.
 * What is open to anybody signed in stays open: setting it up is.
 */
export function checkFactor(
  { who, isSensitive }: Door,
  actor: Actor,
  factor: Factor,
  isRequired: boolean,
): Refusal | null {
  if (factor === 'shown' || typeof who === 'string' || !isOffice(actor)) return null
  const isOfficeWork = who.some((role) => OFFICE_ROLES.includes(role))
  if (isRequired && isOfficeWork && factor === 'none')
    return refuse('second_factor', '请先在“我的 › 两步验证”里设置，再办理工作')
  if (factor === 'asked' && (isSensitive || (isRequired && isOfficeWork)))
    return refuse('second_factor', '请先在“我的 › 两步验证”里输入验证码，再办理')
  return null
}

export const RECOVERY_CODES = 8
export const FACTOR_TRIES_A_MINUTE = 5
