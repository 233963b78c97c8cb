import { ListSimilarCases } from '@shared/reports/contract'
import { useLoad } from '../../api/use-load'
import type { ReportFields } from './drafts'

type Asked = Pick<ReportFields, 'place' | 'categoryCode' | 'notSame'>

/** Cases nearby that may be the same thing; a hint, never in the way. */
export function useSimilar({ place, categoryCode, notSame }: Asked, photoId: string | null) {
  const { data } = useLoad(
    ListSimilarCases,
    place && categoryCode
      ? { params: {}, body: { lng: place.lng, lat: place.lat, categoryCode, ...(photoId ? { photoId } : {}) } }
      : null,
  )
  return (data?.items ?? []).filter(({ id }) => !notSame.includes(id))
}
