import type { CodeDirection } from '@shared/volunteering/codes'
import { GetShiftCode, type ShiftCode } from '@shared/volunteering/leader-contract'
import { useEffect, useState } from 'react'
import { call } from '../../api/call'
import { failureOf } from '../../api/refused'

/** The code of now, on this phone's own clock: when the next one comes, and when this one opens nothing any more. */
export type Turning = {
  readonly code: ShiftCode | null
  readonly nextAt: number
  readonly goodUntil: number
  /** Why there is none, or why it is not renewed. */
  readonly zh: string
}

const NONE: Turning = { code: null, nextAt: 0, goodUntil: 0, zh: '' }
const AGAIN_MS = 5_000
/** A moment into the next step, so that the server has turned too. */
const PAST_MS = 300

/** Asked anew at each turn; without a network the old one stays only as long as the server would take it. */
export function useShiftCode(shiftId: string, direction: CodeDirection): Turning {
  const [turning, setTurning] = useState(NONE)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const turn = async () => {
      const next = await ask(shiftId, direction)
      if (gone) return
      setTurning((was) => (next.code ? next : stillGood(was, next.zh)))
      timer = setTimeout(() => void turn(), next.code ? next.nextAt - Date.now() + PAST_MS : AGAIN_MS)
    }
    setTurning(NONE)
    void turn()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [shiftId, direction])
  return turning
}

async function ask(shiftId: string, direction: CodeDirection): Promise<Turning> {
  try {
    const code = await call(GetShiftCode, { params: { id: shiftId }, body: { direction } })
    const nextAt = Date.now() + code.secondsLeft * 1000
    // This step and the one before are good.
    return { code, nextAt, goodUntil: nextAt + code.stepSeconds * 1000, zh: '' }
  } catch (err) {
    const { kind, zh } = failureOf(err)
    return { ...NONE, zh: kind === 'offline' ? '网络不通，码没有更新。可以在下面的名单上逐个登记' : zh }
  }
}

const stillGood = (was: Turning, zh: string): Turning =>
  was.code && Date.now() < was.goodUntil ? { ...was, zh } : { ...NONE, zh }
