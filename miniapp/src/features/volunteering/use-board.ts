import type { CodeDirection } from '@shared/volunteering/codes'
import {
  CloseShift,
  ConfirmAttendance,
  ConfirmShift,
  GetShiftBoard,
  type ShiftBoard,
} from '@shared/volunteering/leader-contract'
import { DecideSignUp } from '@shared/volunteering/queue-contract'
import { AddWalkIn, WidenPost } from '@shared/volunteering/roll-contract'
import type { LeaderMove } from '@shared/volunteering/sign-ups'
import { useEffect, useState } from 'react'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { toast } from '../../ui/toast'
import { useBackfill } from './ledger/use-backfill'
import { type Settled, settledOf } from './summary'
import type { Wider } from './widen-sheet'

export type RosterRow = ShiftBoard['roster'][number]
export type Tick = { readonly direction: CodeDirection; readonly at: string | null; readonly note: string }

const DECIDED_ZH: Record<LeaderMove, string> = {
  approve: '已同意报名',
  reject: '已不同意报名',
  wait: '已转入候补',
  excuse: '已记为请假',
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
  const decide = (row: RosterRow, move: LeaderMove, note: string) =>
    send(`decide ${row.signUpId} ${move} ${note}`, async (key) => {
      await call(DecideSignUp, { ...at, body: { key, signUpId: row.signUpId, move, note } })
      toast(`${row.name}：${DECIDED_ZH[move]}`, 'ok')
      await reload()
    })
  const walkIn = (number: string) =>
    send(`walk in ${number}`, async (key) => {
      await call(AddWalkIn, { ...at, body: { key, number } })
      toast('已加入名单', 'ok')
      await reload()
    })
  const widen = (wider: Wider) =>
    send(`widen ${JSON.stringify(wider)}`, async (key) => {
      await call(WidenPost, { ...at, body: { key, ...wider } })
      toast('已增加名额，候补的人先得到通知', 'ok')
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
  const hours = useBackfill(shiftId, { send, reload })
  return { load, busy: busy !== null, settled, tick, decide, walkIn, widen, close, settle, ...hours }
}
export type BoardHand = ReturnType<typeof useBoard>
