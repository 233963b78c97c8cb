import type { HoursReason } from '@shared/volunteering/ledger/codes'
import { AskHoursCheck, GetMyRecord } from '@shared/volunteering/ledger/requests-contract'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

export function useRecord(id: string) {
  const load = useLoad(GetMyRecord, { params: { id }, body: {} })
  const { busy, send } = useSend()
  const ask = (reason: HoursReason, reasonZh: string) =>
    send(`check ${reason} ${reasonZh}`, async (key) => {
      await call(AskHoursCheck, { params: { id }, body: { key, reason, reasonZh } })
      toast('已提交，核定后告诉您', 'ok')
      await load.reload()
    })
  return { load, busy: busy !== null, ask }
}
export type RecordHand = ReturnType<typeof useRecord>
