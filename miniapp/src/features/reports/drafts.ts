import type { LngLat } from '@shared/kit/geo'
import type { Answers } from '@shared/reports/questions'
import { type Draft, type DraftPhoto, draftBox } from '../../api/drafts'

export type ReportFields = {
  readonly place: (LngLat & { readonly accuracyM: number | null }) | null
  /** The phone's own fix, the person's finger on the map, or a scanned 点位. */
  readonly placedBy: 'phone' | 'hand' | 'point' | null
  readonly placeZh: string
  /** Outside the town's grids: the 镇 the person says it is in. */
  readonly town: { readonly id: string; readonly name: string } | null
  readonly pointCode: string | null
  readonly categoryCode: string | null
  readonly categoryZh: string
  /** Chosen by the person; otherwise it follows what they write. */
  readonly isPicked: boolean
  readonly words: string
  /** Absent in drafts of an older version. */
  readonly answers?: Answers
  readonly identity?: 'anonymous' | 'wechat' | 'real_name'
  readonly name?: string
  readonly phone?: string
  /** As an older version kept it. */
  readonly anonymous?: boolean
  /** Similar cases the person said are another thing. */
  readonly notSame: readonly string[]
}
export type ReportDraft = Draft<ReportFields>

export const EMPTY_REPORT: ReportFields = {
  place: null,
  placedBy: null,
  placeZh: '',
  town: null,
  pointCode: null,
  categoryCode: null,
  categoryZh: '',
  isPicked: false,
  words: '',
  notSame: [],
}
export const identityOf = ({ identity, anonymous }: ReportFields) =>
  identity ?? (anonymous ? ('anonymous' as const) : ('wechat' as const))

export const PHOTOS_MAX = 9
export const WORDS_MAX = 500

export const reportDrafts = draftBox<ReportFields>('report')

/** Always from what is kept now: an upload may end while the person types. */
export function changeDraft(id: string, next: (was: ReportDraft) => ReportDraft) {
  const was = reportDrafts.find(id)
  return was === null || reportDrafts.save(next(was))
}

export const changePhoto = (id: string, ref: string, is: Partial<DraftPhoto>) =>
  changeDraft(id, (was) => ({
    ...was,
    photos: was.photos.map((photo) => (photo.ref === ref ? { ...photo, ...is } : photo)),
  }))

/** What a draft still lacks, in the word of the card where it is given; null when it can be sent. */
export function missingOf({ photos, fields }: ReportDraft): '照片' | '位置' | '类别' | null {
  if (photos.length === 0) return '照片'
  if (fields.place === null) return '位置'
  return fields.categoryCode === null ? '类别' : null
}
