import type { CaseState } from '@shared/cases/states'
import { CASE_STATE_ZH } from '@shared/cases/words'
import { StatusChip } from '../../../ui/status-chip'
import { CASE_LOOK } from '../case-look'

/** The state in the words of the desk. */
export const StateChip = ({ state, small }: { state: CaseState; small?: boolean }) => (
  <StatusChip zh={CASE_STATE_ZH[state]} {...CASE_LOOK[state]} {...(small ? { small } : {})} />
)
