import type { z } from 'zod'
import { decidePhotoCheck, mayCheckPhoto } from '../../shared/cases/photo-checks'
import type { CasePhoto, CheckCasePhotos, OpenOriginal } from '../../shared/cases/photo-contract'
import type { PhotoView } from '../../shared/files/contract'
import { addMinutes } from '../../shared/kit/time'
import type { Actor } from '../../shared/people/roles'
import { photoView, readPhoto } from '../files/actions'
import { checksOf } from '../files/content-actions'
import { dropMasked, maskPhoto } from '../files/masking'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { type FoundCase, findCase } from './case-queries'
import { findPhotoRead, listPhotoRows, recordPhotoCheck, recordPhotoRead } from './photo-queries'

const read = async ({ db }: Deps, actor: Actor, id: string) =>
  (await findCase(db, actor, id)) ?? fail('not_found', '没有找到这件案件')

export async function listCasePhotos(deps: Deps, actor: Actor, id: string) {
  return viewOf(deps, actor, await read(deps, actor, id))
}

async function viewOf(deps: Deps, actor: Actor, found: FoundCase) {
  const rows = await listPhotoRows(deps.db, found.id)
  const contents = await checksOf(
    deps,
    rows.map(({ id }) => id),
  )
  const items = rows.map(({ id, kind, state, seenId, width, height, boxes, at }): CasePhoto => {
    const photo = { ...photoView(deps, { id: seenId, width, height }), id }
    const mayCheck = mayCheckPhoto(found, actor, { id, kind, isMerged: false })
    const content = contents.get(id)
    return {
      ...{ id, kind, state, photo, boxes: state === 'masked' ? boxes : [], at: at?.toISOString() ?? null, mayCheck },
      ...{ contentZh: content?.zh ?? null, isRisky: content?.state === 'risky' },
    }
  })
  return { items }
}

type Check = Omit<z.output<typeof CheckCasePhotos.body>, 'key'>

export async function checkCasePhotos(deps: Deps, actor: Actor, id: string, body: Check, send: Send | null) {
  const found = await read(deps, actor, id)
  const rows = await listPhotoRows(deps.db, id)
  const own = rows.map((row) => ({ id: row.id, kind: row.kind, isMerged: false }))
  const { ids } = grant(decidePhotoCheck(found, actor, own, { ...body, boxes: body.boxes.length }))
  const { state, boxes } = body
  const [first = ''] = ids
  const masked = state === 'masked' ? await maskPhoto(deps, actor.id, first, boxes) : null
  await recordPhotoCheck(deps.db, send, {
    ...{ caseId: id, state, boxes, masked, by: actor.id, at: deps.now() },
    rows: ids.map((fileId) => ({ id: deps.newId(), fileId })),
  })
  const replaced = rows.flatMap((row) => (row.maskedId && ids.includes(row.id) ? [row.maskedId] : []))
  await dropMasked(deps, replaced)
  return viewOf(deps, actor, found)
}

/** Whoever works on the case may look under the mask, and leaves their name. */
export async function openOriginal(
  deps: Deps,
  actor: Actor,
  id: string,
  { photoId }: z.output<typeof OpenOriginal.body>,
  send: Send,
): Promise<PhotoView> {
  await read(deps, actor, id)
  const row = { id: deps.newId(), caseId: id, fileId: photoId, by: actor.id, at: deps.now() }
  const opened = await recordPhotoRead(deps.db, send, row)
  return opened ? readPhoto(deps, opened.fileId) : fail('not_found', '这张照片没有打码，不用另外打开原图')
}

const AGAIN_MINUTES = 10

export async function openOriginalAgain(deps: Deps, { id: by }: Actor, readId: string): Promise<PhotoView> {
  const since = addMinutes(deps.now(), -AGAIN_MINUTES)
  const { fileId } =
    (await findPhotoRead(deps.db, readId, by, since)) ?? fail('wrong_state', '这次查看已过期，请重新打开')
  return readPhoto(deps, fileId)
}
