import type { Colour, SupervisionState } from '@shared/cases/supervision'
import { GetSupervision, ListCaseSupervisions, ListSupervisions } from '@shared/cases/supervision-contract'
import type { Me } from '@shared/people/contract'
import type { Role } from '@shared/people/roles'
import { useLoad } from '../../../api/use-load'
import { usePages } from '../../../api/use-pages'

/** As the endpoints have it. */
export const SUPERVISION_READERS: readonly Role[] = [
  'reviewer',
  'dispatcher',
  'handler',
  'area_leader',
  'grid_chief',
  'admin',
]
export const mayReadSupervisions = ({ roles }: Pick<Me, 'roles'>) =>
  roles.some(({ role }) => SUPERVISION_READERS.includes(role))

export type LedgerAsk = {
  readonly colour: Colour | null
  readonly state: SupervisionState | null
  readonly unitId: string | null
}

export function useSupervisions({ colour, state, unitId }: LedgerAsk) {
  const body = { ...(colour ? { colour } : {}), ...(state ? { state } : {}), ...(unitId ? { unitId } : {}) }
  return usePages(ListSupervisions, { params: {}, body: { size: 30, ...body } })
}

export const useSupervision = (id: string) => useLoad(GetSupervision, { params: { id }, body: {} })

export const useCaseSupervisions = (id: string) => useLoad(ListCaseSupervisions, { params: { id }, body: {} })
