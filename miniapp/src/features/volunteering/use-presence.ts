import { distanceM } from '@shared/kit/geo'
import {
  CheckIn,
  CheckOut,
  GetMyAttendance,
  GetMyShift,
  type MyShiftView,
} from '@shared/volunteering/attendance-contract'
import { useState } from 'react'
import { call } from '../../api/call'
import { now } from '../../api/clock'
import { deviceId } from '../../api/device-id'
import { newKey } from '../../api/key'
import { Offline, Refused } from '../../api/refused'
import { heldPersonId, usePersonId } from '../../api/session'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import type { Load } from '../../ui/load'
import { toast } from '../../ui/toast'
import { type Attempt, keptAttempt } from './kept-attempts'
import { placeOfNow } from './place-consent'

type Reply = { readonly serverTime: string; readonly shift: MyShiftView | null }

/** Today's shift, or the one of a sign-up. */
function useShift(signUpId: string): Load<Reply> {
  const one = useLoad(GetMyAttendance, signUpId === '' ? null : { params: { id: signUpId }, body: {} })
  const today = useLoad(GetMyShift, signUpId === '' ? { params: {}, body: {} } : null)
  return signUpId === '' ? today : one
}

/** Coming and going: what was shown goes to the server, or stays on the phone with its time, and nothing is pretended. */
export function usePresence(signUpId: string) {
  const load = useShift(signUpId)
  const { busy, send } = useSend()
  const [awayM, setAwayM] = useState<number | null>(null)
  const shift = load.data?.shift ?? null
  const kept = keptAttempt.use(shift?.signUpId ?? '', usePersonId() ?? '')

  const tell = (attempt: Attempt, again: boolean) =>
    send(attempt.key, async () => {
      const problem = await outcome(attempt, again)
      if (problem === '') toast(attempt.direction === 'in' ? '已签到，开始计时' : '已签退，辛苦了', 'ok')
      await load.reload()
    })
  const show = async (direction: 'in' | 'out', code: string) => {
    if (!shift) return
    const position = await placeOfNow(shift.radiusM)
    setAwayM(position ? Math.round(distanceM(position, shift)) : null)
    const attempt = { personId: heldPersonId(), signUpId: shift.signUpId, direction, key: newKey(), code, position }
    await tell({ ...attempt, deviceAt: now().toISOString() }, false)
  }
  const resend = () => (kept && kept.refusedZh === '' ? tell(kept.attempt, true) : undefined)
  return { load, shift, busy: busy !== null, awayM, kept, show, resend, letGo: () => keptAttempt.drop() }
}
export type Presence = ReturnType<typeof usePresence>

/** Empty when it stands. A first refusal is said at once; one after waiting stays on the page, for the leader has to act. */
async function outcome(attempt: Attempt, again: boolean): Promise<string> {
  const { signUpId, direction, key, code, position, deviceAt } = attempt
  try {
    await call(direction === 'in' ? CheckIn : CheckOut, {
      params: { id: signUpId },
      body: { key, code, position, deviceAt, deviceId: deviceId() },
    })
    keptAttempt.drop()
    return ''
  } catch (err) {
    if (err instanceof Offline) {
      if (!keptAttempt.keep(attempt)) toast('手机存储满了，没有记下。请告诉领队您到了', 'danger')
      return err.message
    }
    if (!(err instanceof Refused && again)) throw err
    keptAttempt.keep(attempt, err.refusal.zh)
    return err.refusal.zh
  }
}
