import * as z from 'zod'
import { type Sealed, seal, unseal } from '../../http/sealing'

const KeptName = z.object({ alg: z.string(), keyId: z.string(), sealed: z.string() })

/** The payee's name as it is kept: sealed, bound to the person. Without a name there is nothing to seal. */
export const keptName = async (secret: string, personId: string, name: string) =>
  name === '' ? '' : JSON.stringify(await seal(secret, personId, name))

/** Opened for the person, and for the payout file that the office takes with a journal row. A name from before sealing is plain. */
export async function openName(secrets: readonly string[], personId: string, kept: string) {
  if (!kept.startsWith('{')) return kept
  const sealed: Sealed = KeptName.parse(JSON.parse(kept))
  return z.string().parse(await unseal(secrets, personId, sealed))
}
