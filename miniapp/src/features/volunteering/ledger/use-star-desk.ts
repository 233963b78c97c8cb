import type { StarApplicationState } from '@shared/volunteering/ledger/codes'
import { STAR_MOVE_ZH, type StarMove } from '@shared/volunteering/ledger/stars'
import { ListStarApplications, MoveStarApplication } from '@shared/volunteering/ledger/stars-contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { usePages } from '../../../api/use-pages'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

export function useStarDesk() {
  const [state, setState] = useState<StarApplicationState>('publicised')
  const list = usePages(ListStarApplications, { params: {}, body: { state } })
  const { busy, send } = useSend()
  const move = (id: string, name: StarMove, note: string) =>
    send(`${name} ${id} ${note}`, async (key) => {
      await call(MoveStarApplication, { params: { id }, body: { key, move: name, note } })
      toast(`已${STAR_MOVE_ZH[name]}`, 'ok')
      await list.load.reload()
    })
  return { ...list, state, setState, sending: busy !== null, move }
}
export type StarDeskHand = ReturnType<typeof useStarDesk>
