import type { LngLat } from '@shared/kit/geo'
import { forget, recall, remember } from '../../api/memory'
import { createStore } from '../../ui/store'

/** A check-in or check-out as it was made, with the phone's own time and its key: sent again it is the same one. */
export type Attempt = {
  readonly personId: string
  readonly signUpId: string
  readonly direction: 'in' | 'out'
  readonly key: string
  readonly code: string
  readonly position: (LngLat & { readonly accuracyM: number | null }) | null
  readonly deviceAt: string
}
/** What did not come through: still to send, or refused for good and left for the leader to set right. */
export type Kept = { readonly attempt: Attempt; readonly refusedZh: string }

const NAME = 'attendance-kept'
const kept = createStore<Kept | null>(recall<Kept>(NAME))

/** One at a time: nobody is at two places. */
export const keptAttempt = {
  use: (signUpId: string, personId: string) => {
    const held = kept.use()
    return held?.attempt.signUpId === signUpId && held.attempt.personId === personId ? held : null
  },
  /** False when the phone's store is full. */
  keep(attempt: Attempt, refusedZh = '') {
    kept.set({ attempt, refusedZh })
    return remember(NAME, { attempt, refusedZh })
  },
  drop() {
    kept.set(null)
    forget(NAME)
  },
}
