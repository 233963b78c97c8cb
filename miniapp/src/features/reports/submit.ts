import type { MyCaseView } from '@shared/cases/contract'
import { refuse } from '@shared/kit/refusal'
import { SubmitReport } from '@shared/reports/contract'
import { call } from '../../api/call'
import { mayUse } from '../../api/consents'
import { newKey } from '../../api/key'
import { Offline, Refused } from '../../api/refused'
import { sendPhotosOf } from './draft-photos'
import { changeDraft, identityOf, missingOf, type ReportDraft, reportDrafts } from './drafts'

const FIELD_OF = { 照片: 'photos', 位置: 'position', 类别: 'categoryCode' } as const

/** Photos first, then the words. Whatever is refused on the way, the draft stays as it was. */
export async function submitDraft(id: string): Promise<MyCaseView> {
  const draft = reportDrafts.find(id)
  const missing = draft === null ? '照片' : missingOf(draft)
  if (missing) throw new Refused(refuse('missing', SAY_MISSING[missing], FIELD_OF[missing]))
  if (!(await sendPhotosOf(id))) throw notArrived(id)
  // Whatever the answer: without it the report is worked on like any other, and stays inside.
  await mayUse('publishing')
  try {
    const made = await call(SubmitReport, { params: {}, body: bodyOf(reportDrafts.find(id) ?? gone()) })
    await reportDrafts.drop(id)
    return made
  } catch (err) {
    learn(id, err)
    throw err
  }
}

const SAY_MISSING = { 照片: '请至少拍一张照片', 位置: '请选择位置', 类别: '请选择类别' } as const

const gone = (): never => {
  throw new Error('这份草稿已经提交或删除了')
}

function notArrived(id: string) {
  const photos = reportDrafts.find(id)?.photos ?? []
  const refused = photos.findIndex(({ zh }) => zh !== '')
  if (refused < 0) return new Offline()
  const zh = `第 ${refused + 1} 张照片没传上去：${photos[refused]?.zh}`
  return new Refused(refuse('invalid', zh, 'photos'))
}

function bodyOf({ key, photos, fields }: ReportDraft) {
  const { place, categoryCode, words, pointCode, town, answers = {}, name = '', phone = '' } = fields
  const identity = identityOf(fields)
  if (place === null || categoryCode === null) return gone()
  return {
    key,
    photos: photos.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])),
    position: { lng: place.lng, lat: place.lat, accuracyM: place.accuracyM },
    ...{ categoryCode, words, pointCode, townId: town?.id ?? null, answers },
    identity,
    contact: identity === 'real_name' ? { name, phone } : null,
    source: process.env.TARO_ENV === 'weapp' ? ('wechat' as const) : ('h5' as const),
  }
}

/** A photo the server no longer has is sent again; a form that changed after a send of unknown end is a send of its own. */
function learn(id: string, err: unknown) {
  if (!(err instanceof Refused)) return
  const { refused, field, zh } = err.refusal
  if (refused === 'key_reused') changeDraft(id, (was) => ({ ...was, key: newKey() }))
  if (field === 'photos')
    changeDraft(id, (was) => ({
      ...was,
      photos: was.photos.map((photo) => ({ ...photo, key: newKey(), fileId: null, zh })),
    }))
}
