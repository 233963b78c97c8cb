import type { z } from 'zod'
import { refuse } from '../../../shared/kit/refusal'
import { standingOf } from '../../../shared/volunteering/certificates/life'
import type { CheckHolder, PublicCertificate } from '../../../shared/volunteering/certificates/public-contract'
import { holderWords } from '../../../shared/volunteering/certificates/real-name'
import { allow } from '../../db/rate'
import type { Deps } from '../../http/deps'
import { fail, Refused } from '../../http/refused'
import { marksOf } from '../../http/sealing'
import { findByLink, listPublicKeys } from './queries'
import { keyIdOf, publicKeyOf, verify } from './signing'
import { snapshotOf } from './view'

const LOOKS_A_MINUTE = 30
const CHECKS_A_MINUTE = 5
/** Whatever addresses they come from: nobody tries all ten thousand endings of one number. */
const CHECKS_OF_ONE_A_MINUTE = 10

const TAIL = 4

const notFound = () => fail('not_found', '没有查到这份证明，请核对链接或二维码')

async function limit({ db, now }: Deps, key: string, most: number) {
  const seconds = await allow(db, key, most, now())
  if (seconds === null) return
  throw new Refused(refuse('too_many', `查得太频繁了，请 ${seconds} 秒后再试`), seconds)
}

type Public = z.input<typeof PublicCertificate>

export async function readPublicCertificate(deps: Deps, linkKey: string, address: string): Promise<Public> {
  await limit(deps, `certificate ${address}`, LOOKS_A_MINUTE)
  const found = (await findByLink(deps.db, linkKey)) ?? notFound()
  const facts = snapshotOf(found) ?? notFound()
  const { state, reason, closedAt, snapshot, sha256, signKeyId, publicKey, signature, holderMark } = found.certificate
  const proof = {
    snapshot: snapshot ?? '',
    sha256: sha256 ?? '',
    publicKey: publicKey ?? '',
    signature: signature ?? '',
  }
  return {
    standing: standingOf(state, found.isCorrected),
    reason,
    closedAt: closedAt?.toISOString() ?? null,
    facts,
    proof: { ...proof, alg: 'Ed25519', keyId: signKeyId ?? '' },
    isSigned: await verify(proof.snapshot, proof),
    mayCheck: holderMark !== null,
  }
}

export async function checkHolder(
  deps: Deps,
  linkKey: string,
  { name, tail }: z.output<typeof CheckHolder.body>,
  address: string,
) {
  await limit(deps, `certificate check ${address}`, CHECKS_A_MINUTE)
  const { holderMark } = ((await findByLink(deps.db, linkKey)) ?? notFound()).certificate
  if ([...tail].length !== TAIL) return fail('invalid', '请填证件号码的后四位', 'tail')
  if (holderMark === null) return fail('wrong_state', '持有人已删除实名信息，不能核对')
  await limit(deps, `certificate check ${linkKey}`, CHECKS_OF_ONE_A_MINUTE)
  return { matches: (await marksOf(deps.secrets, holderWords(linkKey, name, tail))).includes(holderMark) }
}

export async function listCertificateKeys({ db, certificateKey }: Deps) {
  const [now, used] = await Promise.all([publicKeyOf(certificateKey), listPublicKeys(db)])
  const all = new Set([now, ...used.map(({ publicKey }) => publicKey)].filter((x) => x !== null))
  return {
    keys: [...all].map((x) => ({
      ...({ kty: 'OKP', crv: 'Ed25519', alg: 'Ed25519', use: 'sig' } as const),
      ...{ kid: keyIdOf(x), x },
    })),
  }
}
