import type { Signed } from './verify'

const bytesOf = (base64url: string) =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))

const hexOf = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Ed25519 over the SHA-256 of the snapshot, in this very browser; null where it cannot. */
export async function verifyHere({ snapshot, sha256, publicKey, signature }: Signed): Promise<boolean | null> {
  try {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(snapshot)))
    if (hexOf(digest) !== sha256) return false
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey }
    const key = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', key, bytesOf(signature), digest)
  } catch {
    // An old browser, or a page that is not served over https.
    return null
  }
}
