import type { LngLat } from '@shared/kit/geo'
import { newKey } from '../../api/key'
import type { PhotoFrom } from '../../device/photos'
import { go, goInstead } from '../../ui/nav'
import { addPhotos } from './draft-photos'
import { EMPTY_REPORT, reportDrafts } from './drafts'

const NEW_REPORT = '/pages/reports/new'

/**
 * The camera opens from the very tap, as browsers demand, while the form appears behind it and asks for the place.
 * The draft's number travels in the address: a page that is loaded anew finds its draft again.
 */
export function startReport(from: PhotoFrom) {
  const id = newKey()
  go(NEW_REPORT, { draft: id })
  void addPhotos(id, from)
}

/** A report about a 点位: the place is the point's own, known before any photo. */
export function startReportAt(point: LngLat & { readonly code: string; readonly name: string }) {
  const id = newKey()
  const { lng, lat, code, name } = point
  const place = { lng, lat, accuracyM: null }
  reportDrafts.save(
    reportDrafts.begin(id, { ...EMPTY_REPORT, place, placedBy: 'point', placeZh: name, pointCode: code }),
  )
  go(NEW_REPORT, { draft: id })
}

export const openDraft = (id: string) => go(NEW_REPORT, { draft: id })

/** From a page that is done with: 返回 leads to where that one came from. */
export function startReportInstead(from: PhotoFrom) {
  const id = newKey()
  goInstead(NEW_REPORT, { draft: id })
  void addPhotos(id, from)
}
