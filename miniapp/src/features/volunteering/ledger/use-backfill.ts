import { ProposeBackfill, ProposeOwnHours } from '@shared/volunteering/ledger/requests-contract'
import { call } from '../../../api/call'
import type { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

export type Backfill = {
  readonly from: string
  readonly to: string
  readonly reasonZh: string
  readonly fileId: string
}
type Hand = { readonly send: ReturnType<typeof useSend>['send']; readonly reload: () => Promise<unknown> }

/** What a second person must agree to: 补录, and the leader's own hours. */
export function useBackfill(shiftId: string, { send, reload }: Hand) {
  const at = { params: { id: shiftId } }
  const backfill = (row: { readonly signUpId: string }, given: Backfill) =>
    send(`backfill ${row.signUpId} ${JSON.stringify(given)}`, async (key) => {
      await call(ProposeBackfill, { ...at, body: { key, signUpId: row.signUpId, ...given } })
      toast('已提交，另一人同意后计入', 'ok')
      await reload()
    })
  const own = () =>
    send('own', async (key) => {
      await call(ProposeOwnHours, { ...at, body: { key } })
      toast('已提交，另一人同意后计入', 'ok')
      await reload()
    })
  return { backfill, own }
}
