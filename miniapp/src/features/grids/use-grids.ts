import { ListGrids } from '@shared/grids/contract'
import { useLoad } from '../../api/use-load'

const all = { params: {}, body: {} }

/** All grids and towns, for staff to choose from. */
export const useGrids = () => useLoad(ListGrids, all).data?.items ?? []
