import { pageFrom } from '../../shared/kit/page'
import type { Actor } from '../../shared/people/roles'
import { whyNotAppeal } from '../../shared/volunteering/appeals'
import { type AttendanceState, attendanceOf } from '../../shared/volunteering/attendance'
import type { MySignUpRow } from '../../shared/volunteering/attendance-contract'
import { whyNotHandOver } from '../../shared/volunteering/hand-overs'
import { ownSpan } from '../../shared/volunteering/minutes'
import { type MySignUpList, nextStep } from '../../shared/volunteering/my-sign-ups'
import { standsAs } from '../../shared/volunteering/queue'
import type { SignUpRules } from '../../shared/volunteering/sign-up-limits'
import type { Deps } from '../http/deps'
import { cursorFrom } from './activity-actions'
import { listEvents } from './attendance-queries'
import { readSignUpRules } from './move-queries'
import { listMySignUps } from './my-sign-up-queries'

type Query = { readonly cursor?: string | undefined; readonly size: number; readonly list: MySignUpList }
type Row = Awaited<ReturnType<typeof listMySignUps>>[number]
type Event = Awaited<ReturnType<typeof listEvents>>[number]

export async function readMySignUps({ db, now }: Deps, actor: Actor, { cursor, size, list }: Query) {
  const at = now()
  const rows = await listMySignUps(db, actor.id, { list, now: at, after: cursorFrom(cursor), size })
  const rules = await readSignUpRules(db)
  const events = await listEvents(
    db,
    rows.map(({ signUp }) => signUp.id),
  )
  const { items, next } = pageFrom(rows, size, ({ signUp }) => ({ at: signUp.startsAt.toISOString(), id: signUp.id }))
  return { serverTime: at.toISOString(), items: items.map((row) => rowView(row, events, rules, at)), next }
}

function rowView(row: Row, all: readonly Event[], rules: SignUpRules, at: Date): MySignUpRow {
  const { signUp, postName, activity, recordId } = row
  const shift = ownSpan(row.shift, signUp)
  const events = all.filter(({ signUpId }) => signUpId === signUp.id)
  const attendance = attendanceOf(events, shift.leaderId, signUp.personId)
  const { personId, version } = signUp
  const state = standsAs(signUp, at)
  const now = {
    ...{ signUpId: signUp.id, state, personId, version, shift, attendance },
    activityState: activity.state,
    leaderId: shift.leaderId,
    isRecorded: recordId !== null,
  }
  const { title, kind, coverKey, placeZh } = activity
  return {
    ...{ signUpId: signUp.id, activityId: activity.id, title, kind, coverKey, placeZh, state },
    offerUntil: state === 'offered' ? (signUp.offerUntil?.toISOString() ?? null) : null,
    startsAt: shift.startsAt.toISOString(),
    endsAt: shift.endsAt.toISOString(),
    postName: signUp.isPostChosen ? postName : null,
    attendance: attendance.state,
    next: nextStep(now, at),
    mayHandOver: whyNotHandOver({ ...signUp, ...wholeOf(row, attendance.state) }, me(personId), at) === null,
    mayAppeal:
      whyNotAppeal(
        { ...now, markedAt: row.markedAt, isAppealed: row.isAppealed },
        me(personId),
        rules.appealDays,
        at,
      ) === null,
  }
}

const me = (id: string): Actor => ({ id, grants: [] })

/** A seat is handed over by the clock of the whole shift. */
const wholeOf = ({ shift }: Row, state: AttendanceState) => ({
  ...{ leaderId: shift.leaderId, startsAt: shift.startsAt, endsAt: shift.endsAt },
  ...{ signUpEndsAt: shift.startsAt, isHere: state !== 'absent' },
})
