import type { SessionView } from '@shared/people/contract'
import { createStore } from '../ui/store'
import { forget, recall, remember } from './memory'
import { forgetSeen } from './seen'
import { signIn } from './sign-in'

type Held = { readonly token: string; readonly personId: string; readonly expiresAt: string }

const NAME = 'session'
const held = createStore<Held | null>(recall<Held>(NAME))
let arriving: Promise<string> | null = null

/** Who is signed in on this phone, by id; null for nobody yet. */
export const usePersonId = () => held.use()?.personId ?? null

export const heldToken = () => held.get()?.token ?? ''
export const heldPersonId = () => held.get()?.personId ?? ''

/** All calls of a starting page wait for one and the same sign-in. */
export function sessionToken(): Promise<string> {
  const token = heldToken()
  if (token !== '') return Promise.resolve(token)
  arriving ??= signIn()
    .then(keepSession)
    .finally(() => {
      arriving = null
    })
  return arriving
}

export function keepSession({ token, expiresAt, me }: SessionView) {
  if (me.id !== held.get()?.personId) forgetSeen()
  const next = { token, expiresAt, personId: me.id }
  remember(NAME, next)
  held.set(next)
  return token
}

/** Only the session that was refused: a newer one may have arrived meanwhile. */
export function dropSession(token: string) {
  if (heldToken() !== token) return
  forget(NAME)
  forgetSeen()
  held.set(null)
}
