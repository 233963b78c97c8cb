import type { CaseState } from '@shared/cases/states'
import type { IconName } from '../../ui/icons'
import type { ChipLook } from '../../ui/status-chip'

/** Icon and colours of each state; the word is the citizen's. */
export const CASE_LOOK: Record<CaseState, { readonly look: ChipLook; readonly icon: IconName }> = {
  submitted: { look: 'submitted', icon: 'inbox' },
  verifying: { look: 'submitted', icon: 'walk' },
  supplement: { look: 'need-info', icon: 'message-question' },
  filed: { look: 'accepted', icon: 'clipboard-check' },
  dispatched: { look: 'assigned', icon: 'send' },
  processing: { look: 'processing', icon: 'tools' },
  suspended: { look: 'extended', icon: 'player-pause' },
  handled: { look: 'resolved', icon: 'eye-check' },
  reopen_req: { look: 'reopen-req', icon: 'refresh-alert' },
  closed: { look: 'closed', icon: 'circle-check' },
  rejected: { look: 'rejected', icon: 'circle-x' },
  merged: { look: 'merged', icon: 'git-merge' },
  transferred: { look: 'transferred', icon: 'external-link' },
  withdrawn: { look: 'withdrawn', icon: 'arrow-back-up' },
}
