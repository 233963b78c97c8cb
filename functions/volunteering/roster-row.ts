import { isRefusal } from '../../shared/kit/refusal'
import type { Actor } from '../../shared/people/roles'
import type { ShiftBoard } from '../../shared/volunteering/leader-contract'
import { creditedMinutes } from '../../shared/volunteering/minutes'
import { standsAs } from '../../shared/volunteering/queue'
import {
  decideSignUpMove,
  LEADER_MOVES,
  type LeaderMove,
  SEATED_SIGN_UPS,
  type SignUpState,
} from '../../shared/volunteering/sign-ups'
import type { Presence } from './attendance-actions'
import { placeIn, type WaitingRow } from './queue-queries'

export const isSeated = (state: SignUpState) => (SEATED_SIGN_UPS as readonly SignUpState[]).includes(state)

type Row = ShiftBoard['roster'][number]
type Queued = 'isUnanswered' | 'isRisky' | 'signUpState' | 'source' | 'offerUntil' | 'place' | 'moves'

export function queueOf(
  { row, now }: Presence,
  waiting: readonly WaitingRow[],
  actor: Actor,
  at: Date,
): Pick<Row, Exclude<Queued, 'isUnanswered' | 'isRisky'>> {
  const signUpState = standsAs(row.signUp, at)
  const was = { ...row.signUp, leaderId: row.shift.leaderId, isHere: now.attendance.state !== 'absent' }
  const may = (move: LeaderMove) =>
    !isRefusal(decideSignUpMove({ ...was, signUpEndsAt: row.shift.startsAt }, actor, { move, note: '原因' }, at))
  return {
    signUpState,
    source: row.signUp.source,
    offerUntil: signUpState === 'offered' ? (row.signUp.offerUntil?.toISOString() ?? null) : null,
    place: placeIn(waiting, row.signUp.id),
    moves: LEADER_MOVES.filter(may),
  }
}

export function rosterRow({ row, now }: Presence, leaderId: string): Omit<Row, Queued> {
  const { inAt, outAt, breaks, state, evidence, flags } = now.attendance
  const counted = inAt && outAt ? creditedMinutes({ inAt, outAt, breaks }, now.shift) : null
  return {
    ...{ signUpId: row.signUp.id, name: row.displayName, number: row.number, postName: row.postName },
    isPostChosen: row.signUp.isPostChosen,
    note: row.note,
    ...{ state, evidence, flags: [...flags], isRecorded: now.isRecorded },
    checkedInAt: inAt?.toISOString() ?? null,
    checkedOutAt: outAt?.toISOString() ?? null,
    creditedMinutes: row.record?.creditedMinutes ?? counted,
    isMine: now.personId === leaderId,
  }
}
