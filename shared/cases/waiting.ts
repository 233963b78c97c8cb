import type { Role } from '../people/roles'
import type { CaseState } from './states'

/**
 * 待办: the states that wait for each role; what exactly may be done there is the table of moves. Of 待派遣 a leader has only what two
 * units sent back, and a dispatcher the rest; of 已转外部 only what is still followed up waits.
 */
export const WAITING_STATES: { readonly [role in Role]?: readonly CaseState[] } = {
  reviewer: ['submitted', 'reopen_req'],
  dispatcher: ['filed', 'transferred'],
  area_leader: ['filed'],
  handler: ['dispatched', 'processing'],
  verifier: ['verifying', 'handled'],
  admin: ['filed', 'suspended', 'reopen_req'],
}
