import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { MaskBox } from '../../shared/files/boxes'
import type { Deps } from '../http/deps'
import { fail } from '../http/refused'
import { dropFile } from './actions'
import { findFile, type NewFile } from './queries'

/** Makes and stores the picture that may be shown instead; its row is for the statement that puts it in the photo's place. */
export async function maskPhoto(deps: Deps, by: string, fileId: string, boxes: readonly MaskBox[]): Promise<NewFile> {
  const { pictures, db, files, newId, now } = deps
  if (!pictures) return fail('unavailable', '这台服务器不能给照片打码，请选“不公开”，或到办公室的服务器上打码')
  const file = (await findFile(db, fileId)) ?? fail('not_found', '没有找到这张照片')
  const bytes = (await files.get(file.storeKey)) ?? fail('not_found', '没有找到这张照片')
  const made = (await pictures.mask(bytes, boxes)) ?? fail('invalid', '打码框都在照片外面，请重新画', 'boxes')
  const [id, createdAt] = [newId(), now()]
  const storeKey = `photos/${createdAt.toISOString().slice(0, 7)}/${id}`
  const thumb = await pictures.thumbnail(made.bytes)
  await files.put(storeKey, made.bytes, 'image/jpeg')
  await files.put(`${storeKey}.thumb`, thumb.bytes, thumb.mime)
  return {
    ...{ id, ownerId: by, mime: 'image/jpeg', sizeBytes: made.bytes.length, width: made.width, height: made.height },
    ...{ sha256: bytesToHex(sha256(made.bytes)), storeKey, thumbKey: `${storeKey}.thumb`, dhash: null, createdAt },
  }
}

/** A masked picture that another verdict replaced is gone, whoever still holds a link to it. */
export async function dropMasked(deps: Deps, ids: readonly string[]) {
  for (const id of ids) {
    const file = await findFile(deps.db, id)
    if (file) await dropFile(deps, file)
  }
}
