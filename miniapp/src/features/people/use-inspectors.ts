import { ListInspectors } from '@shared/people/contract'
import { useLoad } from '../../api/use-load'

/** Who may be sent to look at a grid. */
export const useInspectors = (gridId: string | null) =>
  useLoad(ListInspectors, { params: {}, body: gridId === null ? {} : { gridId } }).data?.items ?? []
