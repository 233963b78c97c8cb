import type { UploadPlace } from '@shared/files/direct-contract'
import { mimeOf, PHOTO_BYTES_MAX, type PhotoMime } from '@shared/files/kinds'
import { Refused } from '../../api/refused'

type Bytes = Uint8Array<ArrayBuffer>
type Asked = { readonly key: string; readonly mime: PhotoMime; readonly sizeBytes: number }
export type Ways = {
  readonly ask: (asked: Asked) => Promise<UploadPlace | null>
  readonly put: (to: NonNullable<UploadPlace['put']>, bytes: Bytes) => Promise<boolean>
  /** The number of the file. */
  readonly claim: (placeId: string, key: string) => Promise<string>
}

/** The key with its first digit turned over: another one, and always the same. A hash would want what WeChat's JavaScript lacks. */
const otherKey = (key: string) => (Number.parseInt(key.slice(0, 1), 16) ^ 8).toString(16) + key.slice(1)

/** The place is over, or this photo already went the other way under its key: the way through the server knows what became of it. */
const OTHER_WAY = ['not_found', 'wrong_state', 'conflict', 'key_reused']

/**
 * Past the server, where it lets: the number of the file, `through` where this photo has to go through the server, `never` where all have to.
 * The place is named after the photo's key, so that a photo whose answer was lost asks for the same one again.
 */
export async function sendDirect(ways: Ways, bytes: Bytes, key: string): Promise<{ id: string } | 'through' | 'never'> {
  const mime = mimeOf(bytes)
  if (mime === null || bytes.length > PHOTO_BYTES_MAX) return 'through'
  try {
    const place = await ways.ask({ key: otherKey(key), mime, sizeBytes: bytes.length })
    if (place === null) return 'never'
    if (place.put !== null && !(await ways.put(place.put, bytes))) return 'through'
    return { id: await ways.claim(place.id, key) }
  } catch (err) {
    if (err instanceof Refused && OTHER_WAY.includes(err.refusal.refused)) return 'through'
    throw err
  }
}
