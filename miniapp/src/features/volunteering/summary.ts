import type { ShiftBoard } from '@shared/volunteering/leader-contract'

type Row = ShiftBoard['roster'][number]
type LeftOut = { readonly name: string; readonly whyZh: string }

/** What 确认名单 would do now, told before it is done. */
export type Summary = {
  readonly people: number
  readonly minutes: number
  readonly absent: readonly string[]
  readonly leftOut: readonly LeftOut[]
  readonly inside: number
  readonly isOver: boolean
}
/** What it did. */
export type Settled = { readonly people: number; readonly minutes: number; readonly absent: number }

export function summaryOf({ roster, serverTime, endsAt }: ShiftBoard): Summary {
  const isOver = serverTime >= endsAt
  const pending = roster.filter(({ signUpState, isRecorded }) => signUpState === 'approved' && !isRecorded)
  const others = pending.filter(({ isMine }) => !isMine)
  const counted = others.filter(({ state }) => state === 'out')
  const absent = others.filter(({ state }) => state === 'absent')
  const inside = others.filter(({ state }) => state === 'in')
  return {
    people: counted.length,
    minutes: minutesOf(counted),
    absent: isOver ? absent.map(({ name }) => name) : [],
    leftOut: [
      ...inside.map(({ name }) => ({ name, whyZh: '还没签退' })),
      ...(isOver ? [] : absent.map(({ name }) => ({ name, whyZh: '还没到，班次结束后再确认' }))),
      ...pending.filter(({ isMine }) => isMine).map(({ name }) => ({ name, whyZh: '领队本人，由组织单位另一人确认' })),
    ],
    inside: inside.length,
    isOver,
  }
}

/** The rows that were recorded between two looks at the board. */
export function settledOf(was: ShiftBoard, is: ShiftBoard): Settled {
  const before = new Set(was.roster.flatMap(({ signUpId, isRecorded }) => (isRecorded ? [signUpId] : [])))
  const fresh = is.roster.filter(({ signUpId, isRecorded }) => isRecorded && !before.has(signUpId))
  const absent = (board: ShiftBoard) => board.roster.filter(({ signUpState }) => signUpState === 'no_show').length
  return { people: fresh.length, minutes: minutesOf(fresh), absent: absent(is) - absent(was) }
}

const minutesOf = (rows: readonly Row[]) => rows.reduce((sum, { creditedMinutes }) => sum + (creditedMinutes ?? 0), 0)
