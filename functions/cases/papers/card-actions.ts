import { durationZh, MINUTE_MS } from '../../../shared/kit/time'
import { readPhotoBytes } from '../../files/actions'
import { readCounty } from '../../grids/actions'
import type { Deps } from '../../http/deps'
import { fail } from '../../http/refused'
import { publicPlace } from '../public-place'
import { findShown } from '../public-queries'

/** 分享图: only of what anyone may see, and only once it is done with both photos to show. */
export async function drawCaseCard(deps: Deps, id: string, origin: string) {
  const found = (await findShown(deps.db, id)) ?? fail('not_found', '没有找到这件公开案件')
  const { state, before, after, endedAt, submittedAt } = found
  if (state !== 'closed' || endedAt === null) return fail('wrong_state', '办结以后才有分享图')
  if (!before || !after) return fail('wrong_state', '这件案件缺少整改前后照片，没有分享图')
  const press = deps.press ?? fail('unavailable', '这个部署不能生成分享图，请直接分享链接')
  const [county, photos] = await Promise.all([readCounty(deps), readPhotoBytes(deps, [before.id, after.id])])
  const [was, is] = [photos.get(before.id), photos.get(after.id)]
  if (!was || !is) return fail('wrong_state', '照片读不出来，没有分享图')
  const took = durationZh((endedAt.getTime() - submittedAt.getTime()) / MINUTE_MS)
  const { title, addressZh } = publicPlace(deps, found)
  const lines = [addressZh, `${found.unitZh}办理`, `从反映到办结 ${took}`, found.number]
  const link = `${origin}/pages/cases/public?id=${encodeURIComponent(id)}`
  return press.card({ brand: county.brand, title, lines, before: was, after: is, link }).catch(() =>
    // Photos whose pixels cannot be decoded.
    fail('wrong_state', '照片读不出来，没有分享图'),
  )
}
