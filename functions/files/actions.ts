import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { PhotoView } from '../../shared/files/contract'
import { DHASH_HEIGHT, DHASH_WIDTH, dhashOf } from '../../shared/files/dhash'
import { cleanPhoto } from '../../shared/files/photo'
import type { Actor } from '../../shared/people/roles'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { findFile, listFiles, type NewFile, recordFile } from './queries'
import { isSigned, signedPicture } from './signing'

/** What any column knows of a photo it shows. */
export type Photo = { readonly id: string; readonly width: number; readonly height: number }

export function photoView({ secret, now }: Deps, { id, width, height }: Photo): PhotoView {
  const url = signedPicture(secret, id, 'full', now())
  return { id, url, thumbUrl: signedPicture(secret, id, 'thumb', now()), width, height }
}

export const TOO_LARGE_ZH = '照片超过 10 MB，请压缩后再传'

export async function storePhoto(deps: Deps, actor: Actor, bytes: Uint8Array, send: Send): Promise<PhotoView> {
  const file = await keepPhoto(deps, actor, bytes)
  await recordFile(deps.db, send, file)
  return photoView(deps, file)
}

/** Bytes are stored before the row is: a crash in between leaves bytes nobody can reach, never a row without bytes. */
export async function keepPhoto(deps: Deps, { id: ownerId }: Pick<Actor, 'id'>, bytes: Uint8Array): Promise<NewFile> {
  const { mime, width, height, bytes: clean } = grant(cleanPhoto(bytes))
  const id = deps.newId()
  const createdAt = deps.now()
  const storeKey = `photos/${createdAt.toISOString().slice(0, 7)}/${id}`
  const thumb = await thumbnail(deps, clean)
  const dhash = await printOf(deps, thumb)
  await deps.files.put(storeKey, clean, mime)
  if (thumb) await deps.files.put(`${storeKey}.thumb`, thumb.bytes, thumb.mime)
  return {
    id,
    ownerId,
    mime,
    sizeBytes: clean.length,
    width,
    height,
    sha256: bytesToHex(sha256(clean)),
    storeKey,
    thumbKey: thumb ? `${storeKey}.thumb` : null,
    dhash,
    createdAt,
  }
}

export async function dropFile({ files }: Deps, { storeKey, thumbKey }: Pick<NewFile, 'storeKey' | 'thumbKey'>) {
  await files.remove(storeKey)
  if (thumbKey) await files.remove(thumbKey)
}

/** A picture whose headers are right but whose pixels cannot be decoded is no photo. */
const thumbnail = async ({ pictures }: Deps, clean: Uint8Array) =>
  pictures ? pictures.thumbnail(clean).catch(() => fail('invalid', '照片不完整或已损坏，请重新拍一张', 'file')) : null

const printOf = async ({ pictures }: Deps, thumb: { bytes: Uint8Array } | null) =>
  pictures && thumb ? dhashOf(await pictures.grey(thumb.bytes, DHASH_WIDTH, DHASH_HEIGHT)) : null

export async function readPhoto(deps: Deps, id: string): Promise<PhotoView> {
  return photoView(deps, (await findFile(deps.db, id)) ?? fail('not_found', '没有找到这张照片'))
}

/** The bytes of photos for a paper, by id, one after another; what is not there is left out. */
export async function readPhotoBytes({ db, files }: Deps, ids: readonly string[]) {
  const found = new Map<string, Uint8Array>()
  for (const { id, storeKey } of await listFiles(db, ids)) {
    const bytes = await files.get(storeKey)
    if (bytes) found.set(id, bytes)
  }
  return found
}

type Ask = { id: string; variant: 'full' | 'thumb'; expires: number; mac: string }

/** The longest a link into the bucket lives; what lives longer, as for the content check, is read through the house. */
const DIRECT_SECONDS_MAX = 600

/** What is behind a signed link: the bytes, or a link into the bucket that lives no longer than itself; a wrong, late or made-up one and a missing photo look alike. */
export async function readPicture({ db, files, direct, secrets, now }: Deps, ask: Ask) {
  const { id, variant, expires } = ask
  const gone = () => fail('not_found', '照片链接已过期，请返回重新打开')
  const { storeKey, thumbKey, mime } = (isSigned(secrets, ask, now()) ? await findFile(db, id) : undefined) ?? gone()
  const [key, type] = variant === 'thumb' && thumbKey ? [thumbKey, 'image/webp'] : [storeKey, mime]
  const seconds = Math.max(1, Math.floor(expires - now().getTime() / 1000))
  if (direct && seconds <= DIRECT_SECONDS_MAX) return { link: await direct.getLink(key, seconds) }
  return { bytes: (await files.get(key)) ?? gone(), mime: type }
}
