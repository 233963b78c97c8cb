import type { CodeDirection } from '@shared/volunteering/codes'
import {
  CloseShift,
  ConfirmAttendance,
  ConfirmShift,
  GetShiftBoard,
  type ShiftBoard,
} from '@shared/volunteering/leader-contract'
import { ProposeBackfill, ProposeOwnHours } from '@shared/volunteering/ledger/requests-contract'
import { useEffect, useState } from 'react'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { toast } from '../../ui/toast'
import { type Settled, settledOf } from './summary'

export type RosterRow = ShiftBoard['roster'][number]
export type Tick = { readonly direction: CodeDirection; readonly at: string | null; readonly note: string }

export type Backfill = {
  readonly from: string
  readonly to: string
  readonly reasonZh: string
  readonly fileId: string
}

/** People arrive while the leader looks at the board. */
const LOOK_EVERY_MS = 10_000

export function useBoard(shiftId: string) {
  const load = useLoad(GetShiftBoard, { params: { id: shiftId }, body: {} })
  const { busy, send } = useSend()
  const [settled, setSettled] = useState<Settled | null>(null)
  const { reload } = load
  useEffect(() => {
    const timer = setInterval(() => void reload(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [reload])

  const at = { params: { id: shiftId } }
  const tick = (row: RosterRow, { direction, at: moment, note }: Tick) =>
    send(`tick ${row.signUpId} ${direction} ${moment} ${note}`, async (key) => {
      await call(ConfirmAttendance, { ...at, body: { key, signUpId: row.signUpId, direction, at: moment, note } })
      toast(`已登记${row.name}${direction === 'in' ? '到场' : '离开'}`, 'ok')
      await reload()
    })
  const close = () =>
    send('close', async (key) => {
      await call(CloseShift, { ...at, body: { key } })
      toast('已按计划结束时间签退，记录上会注明', 'ok')
      await reload()
    })
  const settle = (board: ShiftBoard) =>
    send('settle', async (key) => {
      setSettled(settledOf(board, await call(ConfirmShift, { ...at, body: { key } })))
      await reload()
    })
  const backfill = (row: RosterRow, given: Backfill) =>
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
  return { load, busy: busy !== null, settled, backfill, own, tick, close, settle }
}
export type BoardHand = ReturnType<typeof useBoard>
