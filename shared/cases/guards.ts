import { isRefusal, type Refusal, refuse } from '../kit/refusal'
import { addDays, addMinutes } from '../kit/time'
import type { WorkCalendar } from '../kit/work-clock'
import type { Ask, CaseNow } from './case-now'
import { CASE_LIMITS, dueAfter } from './clocks'
import type { Guard } from './transitions'

type Timed = { readonly at: Date; readonly calendar: WorkCalendar }

const within = (at: Date, from: Date | null, days: number) => from !== null && at <= addDays(from, days)

/** Null when the guard lets through. `ask` is null while only asking whether the button is there. */
export function unmetGuard(
  was: CaseNow,
  guard: Guard | undefined,
  ask: Ask | null,
  { at, calendar }: Timed,
): Refusal | null {
  if (guard === undefined) return null
  return GUARDS[guard](was, ask, at, calendar)
}

const GUARDS: Record<Guard, (was: CaseNow, ask: Ask | null, at: Date, calendar: WorkCalendar) => Refusal | null> = {
  objection: (was, _ask, at) =>
    was.objections < 1 && within(at, was.endedAt, CASE_LIMITS.objectionDays)
      ? null
      : refuse('wrong_state', '异议只能在 7 天内提一次，您可以重新拍照反映'),
  unmerge: (was, _ask, at) =>
    within(at, was.endedAt, CASE_LIMITS.unmergeDays) ? null : refuse('wrong_state', '并案超过 7 天，不能撤销'),
  reopening: (was, _ask, at) =>
    was.reopens < CASE_LIMITS.reopensMax && within(at, was.endedAt, CASE_LIMITS.reopenDays)
      ? null
      : refuse('wrong_state', '结案 14 天内可申请重办，最多 2 次。您可以重新拍照反映'),
  return: (was, _ask, at, calendar) => {
    if (was.returnedUnits.length >= CASE_LIMITS.returnsMax)
      return refuse('wrong_state', '已退回 2 次，由联席会议裁定，不能再退')
    if (was.returnedUnits.includes(was.unitId ?? '')) return refuse('wrong_state', '本单位已退回过一次，不能再退')
    const until = was.dispatchedAt && dueAfter(calendar, was.dispatchedAt, CASE_LIMITS.return)
    if (!until || isRefusal(until)) return until || null
    return at <= until ? null : refuse('wrong_state', '派遣超过 4 个工作小时，不能退回，请与派遣员联系')
  },
  undisputed: (was) =>
    was.returnedUnits.length < CASE_LIMITS.returnsMax
      ? null
      : refuse('wrong_state', '两家单位都退回了，请包片领导或创建办联席裁定'),
  disputed: (was) =>
    was.returnedUnits.length >= CASE_LIMITS.returnsMax
      ? null
      : refuse('wrong_state', '退回 2 次才需要联席裁定，现在可以直接派遣'),
  co_room: (was, ask) => {
    const known = [was.unitId, ...was.coOpen, ...was.coDone]
    const room = CASE_LIMITS.coUnitsMax - was.coOpen.length - was.coDone.length
    if (room < 1) return refuse('wrong_state', `协办单位最多 ${CASE_LIMITS.coUnitsMax} 个`)
    if (ask === null || ask.coUnitIds.length === 0) return null
    if (ask.coUnitIds.some((unitId) => known.includes(unitId)))
      return refuse('invalid', '选中的单位里有已经在办的，请去掉', 'coUnitIds')
    return ask.coUnitIds.length <= room ? null : refuse('invalid', `最多还能加 ${room} 个协办单位`, 'coUnitIds')
  },
  co_waiting: (was, ask) => amongOrNone(was.coOpen, ask, '没有还在协办的单位'),
  co_done: (was, ask) => amongOrNone(was.coDone, ask, '没有已完成的协办'),
  co_finished: (was) =>
    was.coOpen.length === 0
      ? null
      : refuse('wrong_state', `还有 ${was.coOpen.length} 个协办单位没有完成，都完成后才能反馈`),
  followed_up: (was) => (was.stageDueAt === null ? refuse('wrong_state', '外部办理已有结果，不再跟踪') : null),
  extension: (was, ask, at, calendar) =>
    was.extensions > 0
      ? refuse('wrong_state', '已延期一次，再次延期由包片领导批准')
      : lateOrTooFar(was, ask, at, calendar),
  second_extension: (was, ask, at, calendar) =>
    was.extensions === 1 ? lateOrTooFar(was, ask, at, calendar) : refuse('wrong_state', '二次延期只能在延期一次之后'),
  nudge: (was, _ask, at) => {
    if (was.dueAt === null || at <= was.dueAt) return refuse('wrong_state', '还没到承诺时间，过了承诺时间可以催办')
    const again = was.nudgedAt && addMinutes(was.nudgedAt, CASE_LIMITS.nudgeEveryHours * 60)
    return again && at < again ? refuse('wrong_state', '今天已经催办过，单位已收到') : null
  },
}

/** The units a move is about are among those it can be about. */
function amongOrNone(units: readonly string[], ask: Ask | null, noneZh: string): Refusal | null {
  if (units.length === 0) return refuse('wrong_state', noneZh)
  return ask?.coUnitIds.some((unitId) => !units.includes(unitId))
    ? refuse('invalid', '选中的单位现在不能这样办，请刷新后再选', 'coUnitIds')
    : null
}

/** An extension is asked for before the deadline and adds at most the limit once more. */
function lateOrTooFar(was: CaseNow, ask: Ask | null, at: Date, calendar: WorkCalendar): Refusal | null {
  if (was.dueAt === null || at > was.dueAt) return refuse('wrong_state', '已过时限，不能再延期')
  if (!ask?.newDueAt) return null
  if (ask.newDueAt <= was.dueAt) return refuse('invalid', '新的时限要晚于原时限', 'newDueAt')
  const most = dueAfter(calendar, was.dueAt, { minutes: was.limitMinutes ?? 0, clock: was.limitClock })
  if (isRefusal(most)) return most
  return ask.newDueAt <= most ? null : refuse('invalid', '延期最多再加一个原时限', 'newDueAt')
}
