import type { z } from 'zod'
import type { PhotoView } from '../../shared/files/contract'
import type { AskUploadPlace } from '../../shared/files/direct-contract'
import { PHOTO_BYTES_MAX } from '../../shared/files/kinds'
import { linkSeconds, PLACE_REST_MINUTES, placeEnds, whyNotClaim } from '../../shared/files/places'
import { addMinutes } from '../../shared/kit/time'
import type { Actor } from '../../shared/people/roles'
import type { Deps, Send } from '../http/deps'
import { fail, grant, Refused } from '../http/refused'
import { dropFile, keepPhoto, photoView, TOO_LARGE_ZH } from './actions'
import { findPlace, listDuePlaces, recordClaim, recordCleared, recordPlace } from './direct-queries'

type Asked = z.output<typeof AskUploadPlace.body>
type Answer = z.input<typeof AskUploadPlace.reply>

/** So many a tick: a long backlog never holds a tick up. */
const BATCH = 50

/** What the camera wrote, position and all: under a prefix of its own, and no link of the house ever leads there. */
const rawKey = (placeId: string) => `raw/${placeId}`

export async function askPlace(deps: Deps, actor: Actor, { mime, sizeBytes }: Asked, send: Send): Promise<Answer> {
  if (deps.direct === null) return { place: null }
  const [id, at] = [deps.newId(), deps.now()]
  await recordPlace(deps.db, send, { id, ownerId: actor.id, mime, sizeBytes, at, expiresAt: placeEnds(at) })
  return readPlace(deps, actor, id)
}

/** Asked again, it is the same place under a fresh link, until it is used or over. */
export async function readPlace({ db, direct, now }: Deps, actor: Actor, id: string): Promise<Answer> {
  if (direct === null) return { place: null }
  const place = (await findPlace(db, id, actor.id)) ?? fail('not_found', '这次上传已过期，请重新上传')
  const seconds = linkSeconds(place, now())
  const put = seconds === null ? null : await direct.putLink(rawKey(id), place, seconds)
  return { place: { id, put } }
}

/** Read, cleaned and kept as if it had come through the house; the raw bytes go, whether they were a photo or not. */
export async function claimPlace(deps: Deps, actor: Actor, placeId: string, send: Send): Promise<PhotoView> {
  const place = (await findPlace(deps.db, placeId, actor.id)) ?? fail('not_found', '没有找到这次上传')
  const refusal = whyNotClaim(place, deps.now())
  if (refusal) grant(refusal)
  const bytes = await readRaw(deps, placeId)
  const file = await keepPhoto(deps, actor, bytes).catch(async (err: unknown) => {
    if (err instanceof Refused) await deps.files.remove(rawKey(placeId))
    throw err
  })
  if (!(await recordClaim(deps.db, send, placeId, file))) {
    await dropFile(deps, file)
    return fail('conflict', '这张照片已经传过了')
  }
  // Where the store is away just now, the sweep takes it.
  await deps.files.remove(rawKey(placeId)).catch((err: unknown) => deps.log({ level: 'warn', job: 'raw upload', err }))
  return photoView(deps, file)
}

async function readRaw({ direct, files }: Deps, placeId: string) {
  if (direct === null) return fail('wrong_state', '没有开通直传，请重新上传')
  const bytes = await direct.read(rawKey(placeId), PHOTO_BYTES_MAX)
  if (bytes === null) return fail('not_found', '照片没有传完整，请重新上传', 'file')
  if (bytes !== 'too_large') return bytes
  await files.remove(rawKey(placeId))
  return fail('too_large', TOO_LARGE_ZH, 'file')
}

/** 直传清理: whatever lies at a place that is over goes, whoever put it there; late, twice or on several servers at once. */
export async function sweepPlaces({ db, files, now }: Deps): Promise<number> {
  const due = await listDuePlaces(db, addMinutes(now(), -PLACE_REST_MINUTES), BATCH)
  if (due.length === 0) return 0
  const ids = due.map(({ id }) => id)
  await Promise.all(ids.map((id) => files.remove(rawKey(id))))
  await recordCleared(db, ids, now())
  return due.length
}
