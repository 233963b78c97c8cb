import type { Me } from '@shared/people/contract'
import type { Role } from '@shared/people/roles'
import { ToldCase } from '../../reports/told-case'
import { CaseOrders } from './case-orders'

/** As the endpoint has it. */
const READERS: readonly Role[] = ['reviewer', 'dispatcher', 'handler', 'area_leader', 'grid_chief', 'admin']

/** What other columns know of a case: who told of it, and the volunteers asked for it. */
export const BesideCase = ({ caseId, me }: { caseId: string; me: Me }) => (
  <>
    {me.roles.some(({ role }) => READERS.includes(role)) && <CaseOrders caseId={caseId} />}
    <ToldCase caseId={caseId} me={me} />
  </>
)
