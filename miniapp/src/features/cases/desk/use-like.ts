import type { CaseView } from '@shared/cases/contract'
import { type LikeCase, ListSimilarToCase } from '@shared/cases/desk-contract'
import { isOpen } from '@shared/cases/states'
import type { Me } from '@shared/people/contract'
import { useLoad } from '../../../api/use-load'

const NONE: readonly LikeCase[] = []

/** Cases that are likely the same problem; asked only by the office, of a case that still can be merged. */
export function useLike({ id, state }: Pick<CaseView, 'id' | 'state'>, me: Me): readonly LikeCase[] {
  const isOffice = me.roles.some(({ role }) => role === 'reviewer' || role === 'dispatcher')
  const { data } = useLoad(ListSimilarToCase, isOffice && isOpen(state) ? { params: { id }, body: {} } : null)
  return data?.items ?? NONE
}

export const masterOf = ({ id, number, title }: LikeCase) => ({ masterId: id, masterZh: `${number} ${title}` })
