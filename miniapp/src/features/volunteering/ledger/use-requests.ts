import type { HoursRequestState } from '@shared/volunteering/ledger/codes'
import { HOURS_TRANSITIONS, type HoursMove } from '@shared/volunteering/ledger/requests'
import { ListHoursRequests, MoveHoursRequest } from '@shared/volunteering/ledger/requests-contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { usePages } from '../../../api/use-pages'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

export function useRequests() {
  const [state, setState] = useState<HoursRequestState>('proposed')
  const list = usePages(ListHoursRequests, { params: {}, body: { state } })
  const { busy, send } = useSend()
  const move = (id: string, name: HoursMove, note: string, toMinutes: number | null) =>
    send(`${name} ${id} ${note} ${toMinutes}`, async (key) => {
      await call(MoveHoursRequest, { params: { id }, body: { key, move: name, note, toMinutes } })
      toast(`已${HOURS_TRANSITIONS[name].zh}`, 'ok')
      await list.load.reload()
    })
  return { ...list, state, setState, sending: busy !== null, move }
}
export type RequestsHand = ReturnType<typeof useRequests>
