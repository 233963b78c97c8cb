import type { ActivityView, ShiftView } from '@shared/volunteering/contract'
import type { ShiftNow } from '@shared/volunteering/seats'
import { closestFree, freeSeats } from '@shared/volunteering/seats'
import { LIVE_SIGN_UPS, type SignUpState } from '@shared/volunteering/sign-ups'
import { useState } from 'react'

const isLive = (state: SignUpState) => (LIVE_SIGN_UPS as readonly SignUpState[]).includes(state)

/** The person's own live sign-up on a shift. */
export const mineOf = ({ mine }: ShiftView) => (mine && isLive(mine.state) ? mine : null)

/** Only seats and times: the server alone judges who is qualified. */
const timed = ({ id, startsAt, endsAt, posts, admission, waiting }: ShiftView): ShiftNow => ({
  id,
  posts,
  admission,
  waiting,
  demand: null,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
})

export const freeOf = (shift: ShiftView) => freeSeats(timed(shift))

/** The shift a full one points to, by the server's own rule. */
export function otherWay({ shifts, serverTime }: ActivityView, shift: ShiftView) {
  const closest = closestFree(shifts.map(timed), timed(shift), new Date(serverTime))
  return shifts.find(({ id }) => id === closest?.id)
}

/** First what one signed up for, then what is open, then what is still to come. */
function firstShift({ shifts, serverTime }: ActivityView) {
  const ahead = shifts.filter(({ endsAt }) => endsAt > serverTime)
  return ahead.find(mineOf) ?? ahead.find(({ signUp }) => signUp.may) ?? ahead[0] ?? shifts.at(-1)
}

/** 只来一段, as moments. */
export type Part = { readonly from: string; readonly to: string }

export function useShiftChoice(activity: ActivityView) {
  // Chosen once: a shift that fills up meanwhile says so instead of giving way to another.
  const [shiftId, setShiftId] = useState(() => firstShift(activity)?.id)
  const [postId, setPostId] = useState<string | null>(null)
  const [part, setPart] = useState<Part | null>(null)
  const shift = activity.shifts.find(({ id }) => id === shiftId) ?? firstShift(activity)
  const post = shift?.posts.find(({ id, taken, capacity }) => id === postId && taken < capacity) ?? null
  const choose = (id: string) => {
    setShiftId(id)
    setPostId(null)
    setPart(null)
  }
  /** A second tap takes the choice back: the leader places the person then. */
  const choosePost = (id: string) => setPostId((was) => (was === id ? null : id))
  return { shift, post, part, choose, choosePost, choosePart: setPart }
}
