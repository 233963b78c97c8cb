import type { CaseState } from '@shared/cases/states'
import { CASE_STATE_CITIZEN_ZH } from '@shared/cases/words'
import { StatusChip } from '../../ui/status-chip'
import { CASE_LOOK } from './case-look'

export const CaseChip = ({ state, small }: { state: CaseState; small?: boolean }) => (
  <StatusChip zh={CASE_STATE_CITIZEN_ZH[state]} {...CASE_LOOK[state]} {...(small ? { small } : {})} />
)
