import { ChangeDuty, type DutyRow, EndDuty, GetDutyHistory } from '@shared/grids/duty-contract'
import type { z } from 'zod'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { toast } from '../../ui/toast'

type Ask = Omit<z.input<typeof ChangeDuty.body>, 'key'>

/** The whole history of a grid's chain, and the two ways it goes on. */
export function useDuties(gridId: string) {
  const load = useLoad(GetDutyHistory, gridId === '' ? null : { params: { id: gridId }, body: {} })
  const { busy, send } = useSend()
  const done = (zh: string) => {
    toast(zh, 'ok')
    void load.reload()
  }
  const change = (ask: Ask) =>
    send(JSON.stringify(ask), async (key) => {
      await call(ChangeDuty, { params: { id: gridId }, body: { key, ...ask } })
      done('已调整，原来的留在历史里')
    })
  const end = ({ id }: DutyRow, endsOn: string) =>
    send(`${id} ${endsOn}`, async (key) => {
      await call(EndDuty, { params: { id }, body: { key, endsOn } })
      done('已结束，留在历史里')
    })
  return { load, busy: busy !== null, change, end }
}
export type Duties = ReturnType<typeof useDuties>
