import type { Role } from '../people/roles'
import type { CaseState } from './states'

/** 待办: the states that wait for each role; what exactly may be done there is the table of moves. */
export const WAITING_STATES: { readonly [role in Role]?: readonly CaseState[] } = {
  reviewer: ['submitted', 'reopen_req'],
  dispatcher: ['filed'],
  handler: ['dispatched', 'processing'],
  verifier: ['verifying', 'handled'],
  admin: ['suspended', 'reopen_req'],
}
