import type { Position } from '../../shared/kit/fields'
import type { Refusal } from '../../shared/kit/refusal'
import { addDays, addMinutes, MINUTE_MS, shanghai, shanghaiMoment } from '../../shared/kit/time'
import type { Actor } from '../../shared/people/roles'
import { attendanceOf } from '../../shared/volunteering/attendance'
import type { MyShiftReply, MyShiftView } from '../../shared/volunteering/attendance-contract'
import {
  badCodeZh,
  CODE_TRIES_A_MINUTE,
  decideCheckIn,
  decideCheckOut,
  type Elsewhere,
  type Evidence,
  type PresenceNow,
  whyNotIn,
  whyNotOut,
} from '../../shared/volunteering/check-ins'
import { type CodeDirection, readCodeByAny, shiftKeyOf } from '../../shared/volunteering/codes'
import { creditedMinutes, ownSpan } from '../../shared/volunteering/minutes'
import { placeOf } from '../../shared/volunteering/place'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { requireConsent } from '../people/consents/consent-actions'
import {
  countTry,
  findElsewhere,
  findPresence,
  listEvents,
  listPresencesBetween,
  type PresenceRow,
  recordAttendance,
} from './attendance-queries'

type Event = Awaited<ReturnType<typeof listEvents>>[number]
export type Presence = { readonly row: PresenceRow; readonly now: PresenceNow; readonly events: readonly Event[] }

/** Joins sign-ups with their events; the rows were read first, so their versions are never newer than the events. */
export async function withEvents({ db }: Deps, rows: readonly PresenceRow[]): Promise<Presence[]> {
  const all = await listEvents(
    db,
    rows.map(({ signUp }) => signUp.id),
  )
  return rows.map((row) => {
    const { signUp, shift, activity, record } = row
    const events = all.filter(({ signUpId }) => signUpId === signUp.id)
    const now: PresenceNow = {
      signUpId: signUp.id,
      state: signUp.state,
      activityState: activity.state,
      personId: signUp.personId,
      leaderId: shift.leaderId,
      shift: ownSpan(shift, signUp),
      attendance: attendanceOf(events, shift.leaderId, signUp.personId),
      isRecorded: record !== null,
      isRestored: row.isRestored,
      version: signUp.version,
    }
    return { row, now, events }
  })
}

async function ownPresence(deps: Deps, actor: Actor, signUpId: string): Promise<Presence> {
  const row = await findPresence(deps.db, signUpId, actor.id)
  const [presence] = row ? await withEvents(deps, [row]) : []
  return presence ?? fail('not_found', '没有找到这份报名')
}

export async function readMyAttendance(deps: Deps, actor: Actor, signUpId: string): Promise<MyShiftReply> {
  const presence = await ownPresence(deps, actor, signUpId)
  const elsewhere = await findElsewhere(deps.db, actor.id, signUpId)
  const at = deps.now()
  return { serverTime: at.toISOString(), shift: myShiftView(presence, elsewhere, at) }
}

export async function readMyShift(deps: Deps, actor: Actor): Promise<MyShiftReply> {
  const at = deps.now()
  const today = shanghaiMoment(shanghai(at).day)
  const rows = await listPresencesBetween(deps.db, actor.id, today, addDays(today, 1))
  const chosen = chooseShift(await withEvents(deps, rows), at)
  return chosen ? readMyAttendance(deps, actor, chosen.now.signUpId) : { serverTime: at.toISOString(), shift: null }
}

/** Being inside counts first, then what is on or to come, then the last of the day. */
function chooseShift(presences: readonly Presence[], at: Date) {
  const inside = presences.find(({ now }) => now.attendance.state === 'in')
  const ahead = presences.find(({ now }) => now.shift.endsAt > at && now.attendance.state === 'absent')
  return inside ?? ahead ?? presences.at(-1)
}

type Shown = {
  readonly code: string
  readonly position: Position | null
  readonly deviceAt: string | null
  readonly deviceId: string | null
}
const RULES = {
  in: { whyNot: whyNotIn, decide: decideCheckIn },
  out: { whyNot: whyNotOut, decide: decideCheckOut },
} as const

/** Scanned or typed, in or out: the clock is asked first, then the code, and every look at a code is counted. */
export async function showCode(
  deps: Deps,
  actor: Actor,
  signUpId: string,
  direction: CodeDirection,
  shown: Shown,
  send: Send,
) {
  const at = deps.now()
  const { row, now } = await ownPresence(deps, actor, signUpId)
  const elsewhere = await findElsewhere(deps.db, actor.id, signUpId)
  const early = RULES[direction].whyNot(now, elsewhere, at)
  if (early) grant(early)
  if (shown.position) await requireConsent(deps, actor.id, 'precise_location')
  const evidence = await proof(deps, row, direction, shown, at)
  const decision = grant(RULES[direction].decide(now, elsewhere, evidence, at))
  const done = await recordAttendance(deps.db, decision, deps.newId(), send, signUpId)
  if (!done) return fail('conflict', '您的签到记录刚有变化，请刷新')
  return readMyAttendance(deps, actor, signUpId)
}

async function proof(
  deps: Deps,
  row: PresenceRow,
  direction: CodeDirection,
  shown: Shown,
  at: Date,
): Promise<Evidence> {
  const tries = await countTry(deps.db, row.signUp.personId, Math.floor(at.getTime() / MINUTE_MS))
  if (tries > CODE_TRIES_A_MINUTE) return fail('too_many', '试得太快，请等一分钟，再看领队手机上现在的码')
  const { id: shiftId } = row.shift
  const shiftKeys = deps.secrets.map((secret) => shiftKeyOf(secret, shiftId))
  const read = readCodeByAny(shiftKeys, { shiftId, direction }, shown.code, at)
  if ('bad' in read) return fail('invalid', badCodeZh(read.bad, direction), 'code')
  const place = placeOf(shown.position, row.activity, row.activity.radiusM)
  const deviceAt = shown.deviceAt === null ? null : new Date(shown.deviceAt)
  return { method: read.method, step: read.step, place, deviceAt, deviceId: shown.deviceId, note: '' }
}

function myShiftView({ row, now, events }: Presence, elsewhere: Elsewhere, at: Date): MyShiftView {
  const { signUp, activity, record, postName } = row
  const { shift } = now
  const { state, inAt, outAt, breaks } = now.attendance
  const { title, placeZh, lng, lat, radiusM } = activity
  const soFar = inAt === null ? 0 : creditedMinutes({ inAt, outAt: outAt ?? at, breaks }, shift)
  const own = events.filter(({ actorId }) => actorId === signUp.personId)
  return {
    ...{ signUpId: signUp.id, activityId: activity.id, title, placeZh, lng, lat, radiusM, state },
    postName: signUp.isPostChosen ? postName : null,
    startsAt: shift.startsAt.toISOString(),
    endsAt: shift.endsAt.toISOString(),
    capMinutes: shift.capMinutes,
    graceMinutes: shift.graceMinutes,
    checkInFrom: addMinutes(shift.startsAt, -shift.graceMinutes).toISOString(),
    checkOutUntil: addMinutes(shift.endsAt, shift.graceMinutes).toISOString(),
    checkedInAt: inAt?.toISOString() ?? null,
    checkedOutAt: outAt?.toISOString() ?? null,
    creditedMinutes: record?.creditedMinutes ?? soFar,
    verdict: own.at(-1)?.verdict ?? null,
    isRecorded: record !== null,
    checkIn: mayOf(whyNotIn(now, elsewhere, at)),
    checkOut: mayOf(whyNotOut(now, elsewhere, at)),
  }
}

const mayOf = (refusal: Refusal | null) => ({ may: refusal === null, zh: refusal?.zh ?? '' })
