import { hexToBytes } from '@noble/hashes/utils.js'
import { shanghai } from '@shared/kit/time'
import { type CodeDirection, codeAt, STEP_SECONDS } from '@shared/volunteering/codes'
import { GetShiftCode, type ShiftCode } from '@shared/volunteering/leader-contract'
import type { ShiftKit } from '@shared/volunteering/offline/contract'
import { useEffect, useState } from 'react'
import { call } from '../../api/call'
import { now } from '../../api/clock'
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

/**
 * The code of now. With the kit of the shift the phone makes it by itself; without one it is asked anew at each turn, and
 * the old one stays only as long as the server would take it.
 */
export function useShiftCode(shiftId: string, direction: CodeDirection, kit: ShiftKit | null): Turning {
  const [turning, setTurning] = useState(NONE)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const turn = async () => {
      const next = kit ? ownCode(kit, direction, now()) : await ask(shiftId, direction)
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
  }, [shiftId, direction, kit])
  return turning
}

/** Nothing is shown that the server would not take: the same hours, the same key, the same step. */
function ownCode({ shiftId, shiftKeyHex, opensAt, closesAt }: ShiftKit, direction: CodeDirection, at: Date): Turning {
  if (at < new Date(opensAt)) return { ...NONE, zh: `${shanghai(new Date(opensAt)).clock} 起可以出示现场码` }
  if (at > new Date(closesAt)) return { ...NONE, zh: '这一场已结束，现场码已停用' }
  const { text, digits, secondsLeft } = codeAt({ shiftKey: hexToBytes(shiftKeyHex), shiftId, direction }, at)
  const nextAt = Date.now() + secondsLeft * 1000
  const code = { direction, text, digits, secondsLeft, stepSeconds: STEP_SECONDS, serverTime: at.toISOString() }
  return { code, nextAt, goodUntil: nextAt + STEP_SECONDS * 1000, zh: '' }
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
