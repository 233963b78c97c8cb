import { type Refusal, refuse } from '../kit/refusal'
import { type Actor, holdsGrid } from '../people/roles'
import type { CaseNow } from './case-now'
import { isTheirs } from './parties'
import type { CaseState } from './states'

export const PHOTO_VERDICTS = ['shown', 'masked', 'withheld'] as const
export type PhotoVerdict = (typeof PHOTO_VERDICTS)[number]
/** Nothing leaves the house before somebody looked at it. */
export const PHOTO_STATES = ['unchecked', ...PHOTO_VERDICTS] as const
export type PhotoState = (typeof PHOTO_STATES)[number]
export const PHOTO_STATE_ZH: Record<PhotoState, string> = {
  unchecked: '未审核',
  shown: '已公开',
  masked: '已打码',
  withheld: '不公开',
}

export type PhotoKind = 'before' | 'after' | 'check' | 'more'
export type CheckedPhoto = { readonly id: string; readonly kind: PhotoKind; readonly isMerged: boolean }

const DONE: readonly CaseState[] = ['handled', 'closed', 'reopen_req']

/** The office checks every photo; who verifies the result checks what shows the result. A merged case keeps its own. */
export const mayCheckPhoto = (was: CaseNow, actor: Actor, { kind, isMerged }: CheckedPhoto) =>
  !isMerged &&
  (holdsGrid(actor, 'reviewer', was.gridId) ||
    (['after', 'check'].includes(kind) && DONE.includes(was.state) && isTheirs('independent', was, actor, null)))

export type PhotoAsk = { readonly photos: readonly string[]; readonly state: PhotoVerdict; readonly boxes: number }

/** The photos a verdict is about, or why it cannot be given. */
export function decidePhotoCheck(
  was: CaseNow,
  actor: Actor,
  photos: readonly CheckedPhoto[],
  { photos: ids, state, boxes }: PhotoAsk,
): Refusal | { readonly ids: readonly string[] } {
  const picked = photos.filter(({ id }) => ids.includes(id))
  if (picked.length < new Set(ids).size) return refuse('invalid', '本案没有这张照片', 'photos')
  if (!picked.every((photo) => mayCheckPhoto(was, actor, photo))) return refuse('forbidden', '您不能审核这张照片')
  if (state === 'masked' && picked.length !== 1) return refuse('invalid', '打码请一张一张来', 'photos')
  if ((state === 'masked') !== boxes > 0) return refuse('missing', '请在照片上画出要遮住的地方', 'boxes')
  return { ids: picked.map(({ id }) => id) }
}
