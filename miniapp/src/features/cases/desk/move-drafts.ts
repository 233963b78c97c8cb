import { draftBox } from '../../../api/drafts'
import type { Fix } from '../../../device/locate'
import { keptPhotos } from '../../files/kept-photos'
import type { MoveFields } from './fields'

export type MoveDraft = MoveFields & {
  readonly personId: string
  readonly caseId: string
  readonly number: string
  readonly title: string
  readonly planId: string
  readonly planZh: string
  /** One for each move of the plan, so that a repeated send never acts twice. */
  readonly keys: readonly string[]
  /** Where the person stood when they pressed send, for a draft that goes out later from elsewhere. */
  readonly position?: Fix
}

/** Decisions being written. What a person typed outlives a refusal, a dead network and the app itself. */
export const moveDrafts = draftBox<MoveDraft>('moves')
export const movePhotos = keptPhotos(moveDrafts)

export const draftId = (caseId: string, planId: string) => `${caseId}:${planId}`
