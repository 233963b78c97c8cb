import { pageFrom } from '../../shared/kit/page'
import type { Actor } from '../../shared/people/roles'
import { whyNotAppeal } from '../../shared/volunteering/appeals'
import { type AttendanceState, attendanceOf } from '../../shared/volunteering/attendance'
import type { MySignUpRow } from '../../shared/volunteering/attendance-contract'
import { whyNotHandOver } from '../../shared/volunteering/hand-overs'
import { ownSpan } from '../../shared/volunteering/minutes'
import { type MySignUpList, nextStep } from '../../shared/volunteering/my-sign-ups'
import { standsAs } from '../../shared/volunteering/queue'
import { whyNoAnswer } from '../../shared/volunteering/reconsents'
import type { SignUpRules } from '../../shared/volunteering/sign-up-limits'
import type { SignUpState } from '../../shared/volunteering/sign-ups'
import type { Deps } from '../http/deps'
import { cursorFrom } from './activity-actions'
import { listEvents } from './attendance-queries'
import { listOpenReconsents } from './desk/reconsent-queries'
import { readSignUpRules } from './move-queries'
import { listMySignUps } from './my-sign-up-queries'

type Query = { readonly cursor?: string | undefined; readonly size: number; readonly list: MySignUpList }
type Row = Awaited<ReturnType<typeof listMySignUps>>[number]
type Event = Awaited<ReturnType<typeof listEvents>>[number]

export async function readMySignUps({ db, now }: Deps, actor: Actor, { cursor, size, list }: Query) {
  const at = now()
  const rows = await listMySignUps(db, actor.id, { list, now: at, after: cursorFrom(cursor), size })
  const rules = await readSignUpRules(db)
  const ids = rows.map(({ signUp }) => signUp.id)
  const [events, asked] = await Promise.all([listEvents(db, ids), listOpenReconsents(db, ids)])
  const { items, next } = pageFrom(rows, size, ({ signUp }) => ({ at: signUp.startsAt.toISOString(), id: signUp.id }))
  return { serverTime: at.toISOString(), items: items.map((row) => rowView(row, { events, asked, rules }, at)), next }
}

type Beside = {
  readonly events: readonly Event[]
  readonly asked: Awaited<ReturnType<typeof listOpenReconsents>>
  readonly rules: SignUpRules
}

function rowView(row: Row, { events: all, asked, rules }: Beside, at: Date): MySignUpRow {
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
    reconsent: reconsentOf(asked, now, at),
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

function reconsentOf(asked: Beside['asked'], { signUpId, state }: { signUpId: string; state: SignUpState }, at: Date) {
  const open = asked.find((one) => one.signUpId === signUpId)
  if (!open || whyNoAnswer({ ...open, answer: null }, state, at)) return null
  const { wasStartsAt, wasEndsAt, answerBy } = open
  return {
    ...{ wasStartsAt: wasStartsAt.toISOString(), wasEndsAt: wasEndsAt.toISOString() },
    answerBy: answerBy.toISOString(),
  }
}

const me = (id: string): Actor => ({ id, grants: [] })

/** A seat is handed over by the clock of the whole shift. */
const wholeOf = ({ shift }: Row, state: AttendanceState) => ({
  ...{ leaderId: shift.leaderId, startsAt: shift.startsAt, endsAt: shift.endsAt },
  ...{ signUpEndsAt: shift.startsAt, isHere: state !== 'absent' },
})
