import { type ConsentView, GetMyConsents, GiveMyConsent, WithdrawMyConsent } from '@shared/people/consent-contract'
import { CONSENT_KINDS, type ConsentKind } from '@shared/people/consents'
import { askForConsent } from '../ui/consent'
import { ask } from './ask'
import { newKey } from './key'
import { Refused } from './refused'
import { heldPersonId, sessionToken } from './session'

/** What stands already need not be asked of the server each time; it has the last word when something is sent. */
const given = new Set<string>()
const nameOf = (kind: ConsentKind) => `${heldPersonId()} ${kind}`

async function find(kind: ConsentKind): Promise<ConsentView | undefined> {
  const { items } = await ask(GetMyConsents, { params: {}, body: {} }, await sessionToken())
  return items.find((view) => view.kind === kind)
}

/** The sheet with the text, and the answer put down; one that was only closed is no answer. */
async function settle({ kind, version, zh, text, withoutZh }: ConsentView): Promise<boolean> {
  const yes = await askForConsent({ title: zh, text, withoutZh })
  if (yes === null) return false
  const token = await sessionToken()
  const key = newKey()
  if (yes) await ask(GiveMyConsent, { params: {}, body: { key, kind, version } }, token)
  else await ask(WithdrawMyConsent, { params: {}, body: { key, kind } }, token)
  if (yes) given.add(nameOf(kind))
  return yes
}

/** Before the first use: asked once a version. Nobody signed in, or no network: the server asks when it is sent. */
export async function mayUse(kind: ConsentKind): Promise<boolean> {
  if (given.has(nameOf(kind))) return true
  try {
    const view = await find(kind)
    if (view === undefined || view.isGiven) return true
    return view.isAnswered ? false : await settle(view)
  } catch {
    return true
  }
}

/** After the server's no, whatever was said before: the person is about to use it. */
export async function agreeTo(kind: ConsentKind): Promise<boolean> {
  given.delete(nameOf(kind))
  const view = await find(kind)
  return view !== undefined && (view.isGiven || (await settle(view)))
}

/** Which consent a refusal is about. */
export function consentOf(err: unknown): ConsentKind | null {
  if (!(err instanceof Refused) || err.refusal.refused !== 'consent_required') return null
  return CONSENT_KINDS.find((kind) => kind === err.refusal.field) ?? null
}

export const forgetGiven = () => given.clear()
