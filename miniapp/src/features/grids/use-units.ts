import { ListUnits } from '@shared/grids/contract'
import { useLoad } from '../../api/use-load'

/** Units whose name holds these words; nothing is asked before the first word. */
export const useUnits = (q: string) =>
  useLoad(ListUnits, q.trim() === '' ? null : { params: {}, body: { q: q.trim(), size: 20 } }).data?.items ?? null
