import { pageFrom } from '../../shared/kit/page'
import { isRefusal } from '../../shared/kit/refusal'
import { addMinutes, shanghai } from '../../shared/kit/time'
import type { WorkCalendar } from '../../shared/kit/work-clock'
import type { Actor } from '../../shared/people/roles'
import { decideClose, decideTick, type PresenceNow } from '../../shared/volunteering/check-ins'
import { type CodeDirection, codeAt, STEP_SECONDS, shiftKeyOf } from '../../shared/volunteering/codes'
import type { LedShift, ShiftBoard, ShiftCode } from '../../shared/volunteering/leader-contract'
import { settling } from '../../shared/volunteering/ledger/settling'
import { decideSettlement, OWN_PENDING_ZH } from '../../shared/volunteering/settlement'
import { readCalendar } from '../cases/calendar'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { riskyAmong } from '../people/risks/actions'
import { cursorFrom } from './activity-actions'
import { withEvents } from './attendance-actions'
import { findPresenceOnShift, listPresencesOfShift, recordAttendance, recordClosings } from './attendance-queries'
import { listOpenReconsents } from './desk/reconsent-queries'
import { listWaiting } from './queue-queries'
import { isSeated, queueOf, rosterRow } from './roster-row'
import { findLedShift, isDoubleCounted, type LedShiftRow, listLedShifts, recordSettlement } from './settlement-queries'
import { listPostsOfShift } from './widening-queries'

export async function readLedShifts(
  { db, now }: Deps,
  actor: Actor,
  query: { cursor?: string | undefined; size: number },
) {
  const [rows, calendar] = await Promise.all([
    listLedShifts(db, actor.id, cursorFrom(query.cursor), query.size),
    readCalendar(db, now()),
  ])
  const { items, next } = pageFrom(rows, query.size, ({ shift }) => ({
    at: shift.startsAt.toISOString(),
    id: shift.id,
  }))
  return { items: items.map((row) => ledView(row, calendar, now())), next }
}

const ledView = (
  { shift, activity, capacity, taken, unsettled }: LedShiftRow,
  calendar: WorkCalendar,
  at: Date,
): LedShift => ({
  id: shift.id,
  activityId: activity.id,
  title: activity.title,
  state: activity.state,
  placeZh: activity.placeZh,
  startsAt: shift.startsAt.toISOString(),
  endsAt: shift.endsAt.toISOString(),
  capacity,
  signedUp: taken,
  settleZh: unsettled > 0 && at >= shift.endsAt ? settling(calendar, shift.endsAt, at).zh : '',
})

export const ledShift = async ({ db }: Deps, actor: Actor, shiftId: string) =>
  (await findLedShift(db, actor.id, shiftId)) ?? fail('not_found', '没有找到这个班次')

/** Only while it opens a door: from the grace before the shift to the grace after it. */
export async function readShiftCode(deps: Deps, actor: Actor, shiftId: string, direction: CodeDirection) {
  const { shift } = await ledShift(deps, actor, shiftId)
  const at = deps.now()
  const opensAt = addMinutes(shift.startsAt, -shift.graceMinutes)
  if (at < opensAt) return fail('wrong_state', `${shanghai(opensAt).clock} 起可以出示现场码`)
  if (at > addMinutes(shift.endsAt, shift.graceMinutes)) return fail('wrong_state', '这一场已结束，现场码已停用')
  const code = codeAt({ shiftKey: shiftKeyOf(deps.secret, shiftId), shiftId, direction }, at)
  const { text, digits, secondsLeft } = code
  const reply: ShiftCode = {
    ...{ direction, text, digits, secondsLeft, stepSeconds: STEP_SECONDS },
    serverTime: at.toISOString(),
  }
  return reply
}

const presencesOf = async (deps: Deps, shiftId: string) =>
  withEvents(deps, await listPresencesOfShift(deps.db, shiftId))

export async function readBoard(deps: Deps, actor: Actor, shiftId: string): Promise<ShiftBoard> {
  const led = await ledShift(deps, actor, shiftId)
  const presences = await presencesOf(deps, shiftId)
  const at = deps.now()
  const on = presences.filter(({ now }) => now.state === 'approved' || now.state === 'no_show')
  const ids = presences.map(({ now }) => now.signUpId)
  const [waiting, asked, risky] = await Promise.all([
    listWaiting(deps.db, { shiftId }, at),
    listOpenReconsents(deps.db, ids),
    riskyAmong(deps, ids),
  ])
  const states = on.map(({ now }) => now.attendance.state)
  return {
    ...ledView(led, await readCalendar(deps.db, at), at),
    serverTime: at.toISOString(),
    capMinutes: led.shift.capMinutes,
    graceMinutes: led.shift.graceMinutes,
    admission: led.shift.admission,
    posts: await listPostsOfShift(deps.db, shiftId),
    came: states.filter((state) => state !== 'absent').length,
    inside: states.filter((state) => state === 'in').length,
    recorded: on.filter(({ now }) => now.isRecorded).length,
    noteZh: noteOf(
      led,
      on.map(({ now }) => now),
      actor.id,
      at,
    ),
    roster: presences.map((presence) => ({
      ...rosterRow(presence, actor.id),
      ...queueOf(presence, waiting, actor, at),
      isRisky: risky.has(presence.now.signUpId),
      isUnanswered: isSeated(presence.row.signUp.state) && asked.some((one) => one.signUpId === presence.now.signUpId),
    })),
  }
}

/** What a leader still has to know, worst first. */
function noteOf({ shift }: LedShiftRow, board: readonly PresenceNow[], leaderId: string, at: Date) {
  const pending = board.filter(({ isRecorded, state }) => !isRecorded && state === 'approved')
  const inside = pending.filter(({ attendance }) => attendance.state === 'in').length
  if (at >= shift.endsAt && inside > 0) return `还有 ${inside} 人没有签退，处理后才能确认名单`
  const isOwnLeft = pending.some(({ personId, attendance }) => personId === leaderId && attendance.state === 'out')
  return isOwnLeft ? OWN_PENDING_ZH : ''
}

type Tick = {
  readonly signUpId: string
  readonly direction: CodeDirection
  readonly at: string | null
  readonly note: string
}

export async function tickAttendance(deps: Deps, actor: Actor, shiftId: string, tick: Tick, send: Send) {
  await ledShift(deps, actor, shiftId)
  const row = await findPresenceOnShift(deps.db, tick.signUpId, shiftId)
  const [presence] = row ? await withEvents(deps, [row]) : []
  const { now } = presence ?? fail('not_found', '名单里没有这位志愿者')
  const said = { ...tick, at: tick.at === null ? null : new Date(tick.at) }
  const decision = grant(decideTick(now, actor.id, said, deps.now()))
  const done = await recordAttendance(deps.db, decision, deps.newId(), send, shiftId)
  if (!done) return fail('conflict', '这位志愿者的签到刚有变化，请刷新')
  return readBoard(deps, actor, shiftId)
}

export async function closeShift(deps: Deps, actor: Actor, shiftId: string, send: Send) {
  const { shift } = await ledShift(deps, actor, shiftId)
  const at = deps.now()
  if (at < shift.endsAt) return fail('wrong_state', '班次结束后才能按计划结束时间签退')
  const closings = (await presencesOf(deps, shiftId)).flatMap(({ now }) => {
    const decision = decideClose(now, actor.id, at)
    return isRefusal(decision) ? [] : [decision]
  })
  if (closings.length === 0) return fail('wrong_state', '没有需要补签退的人')
  const done = await recordClosings(deps.db, shiftId, closings, send)
  if (!done) return fail('conflict', '签到记录刚有变化，请刷新')
  return readBoard(deps, actor, shiftId)
}

export async function confirmShift(deps: Deps, actor: Actor, shiftId: string, send: Send) {
  const { shift } = await ledShift(deps, actor, shiftId)
  const board = (await presencesOf(deps, shiftId)).map(({ now }) => now)
  const decision = grant(decideSettlement(shift, board, actor.id, deps.now()))
  const done = await recordSettlement(deps.db, decision, send, deps.newId).catch(doubleCounted)
  if (!done) return fail('conflict', '签到记录刚有变化，请刷新后再确认')
  return readBoard(deps, actor, shiftId)
}

function doubleCounted(err: unknown): never {
  if (isDoubleCounted(err)) return fail('overlap', '名单里有人这段时间已计入另一场，请核对签到签退时间')
  throw err
}
