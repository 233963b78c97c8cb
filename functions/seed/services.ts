import { COMING, type Coming, type PlanKey } from '../../schema/seed/demo/activities'
import { addDays, addMinutes, shanghai, shanghaiMoment } from '../../shared/kit/time'
import type { Deps, Send } from '../http/deps'
import { confirmShift, tickAttendance } from '../volunteering/leader-actions'
import { activitySteps, codeStep, type Planned, type Show, shiftIdOf, signUpName } from './activity-steps'
import { firstIdOf } from './dice'
import type { Cast } from './people'
import type { Step } from './steps'
import { volunteerKeys } from './volunteers'

export const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

const neighbours = volunteerKeys.slice(2)
/** Different people for each activity, so nobody is in two places. */
export const crew = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => neighbours[(from * 5 + 8 + i) % neighbours.length] ?? 'n9')

export const comingSteps = (show: Show): Step[] =>
  COMING.flatMap((coming, i) => activitySteps(show, plannedOf(show, coming, i)))

function plannedOf(
  { at }: Show,
  { plan, day, from, hours, leader, signUps, issue, zhou, is }: Coming,
  i: number,
): Planned {
  const startsAt = shanghaiMoment(shanghai(addDays(at, day)).day, minuteOf(from))
  const closed = is === 'closed' ? addMinutes(at, -90) : addMinutes(startsAt, -12 * 60)
  return {
    ...{ key: `coming ${i}`, plan, leader, startsAt, issue: issue ?? null },
    endsAt: addMinutes(startsAt, hours * 60),
    signUpFrom: is === 'soon' ? addDays(at, 2) : null,
    // A morning activity of tomorrow still takes names tonight.
    signUpEndsAt: is === 'closed' || closed > addMinutes(at, 180) ? closed : addMinutes(startsAt, -15),
    moves: is === 'draft' ? [] : is === 'in_review' ? ['submit'] : ['submit', 'publish'],
    who: [...(zhou ? ['zhou'] : []), ...crew(i, signUps).filter((one) => one !== leader)],
  }
}

/** The activity that is on when the demo starts, at any hour: its leader is 韩建华, and 周雨桐 has not checked in yet. */
export function runningSteps(show: Show): Step[] {
  const { at, cast } = show
  const startsAt = new Date(Math.floor(addMinutes(at, -30).getTime() / 600_000) * 600_000)
  const { hour } = shanghai(startsAt)
  const key = 'running'
  const who = ['zhou', ...crew(20, 6)]
  const plan: PlanKey = hour >= 6 && hour < 19 ? 'river' : 'night'
  const endsAt = addMinutes(startsAt, 180)
  const planned: Planned = {
    key,
    plan,
    leader: 'han',
    startsAt,
    endsAt,
    signUpFrom: null,
    signUpEndsAt: addMinutes(startsAt, 120),
    issue: 18,
    moves: ['submit', 'publish'],
    who,
  }
  const [, first = '', second = '', third = '', fourth = ''] = who
  return [
    ...activitySteps(show, planned),
    ...[first, second, third].map((one, i) => codeStep(show, planned, one, 'in', addMinutes(startsAt, 2 + i * 6 - 8))),
    tickStep(cast, key, fourth, addMinutes(startsAt, 12)),
  ]
}

function tickStep(cast: Cast, key: string, who: string, at: Date): Step {
  const by = cast('han')
  const ask = {
    signUpId: firstIdOf(signUpName(key, who)),
    direction: 'in' as const,
    at: null,
    note: '手机没电，本人已到',
  }
  const run = (deps: Deps, send: Send) => tickAttendance(deps, by, shiftIdOf(key), ask, send)
  return { name: `activity/${key}/tick ${who}`, at, by, shots: [], run }
}

/** Of the last days: one confirmed with somebody absent, one whose check-out was forgotten, one that waits for its leader. */
export function lastSteps(show: Show): Step[] {
  return [
    ...servedSteps(show, {
      key: 'last 1',
      plan: 'market',
      daysAgo: 9,
      from: 16 * 60,
      hours: 2,
      forgets: null,
      confirmed: true,
    }),
    ...servedSteps(show, {
      key: 'last 2',
      plan: 'green',
      daysAgo: 6,
      from: 8 * 60 + 30,
      hours: 3,
      forgets: 'zhou',
      confirmed: false,
    }),
    ...servedSteps(show, {
      key: 'last 3',
      plan: 'elderly',
      daysAgo: 3,
      from: 14 * 60 + 30,
      hours: 2.5,
      forgets: null,
      confirmed: false,
    }),
  ]
}

type Served = {
  key: string
  plan: PlanKey
  daysAgo: number
  from: number
  hours: number
  forgets: string | null
  confirmed: boolean
}

function servedSteps(show: Show, { key, plan, daysAgo, from, hours, forgets, confirmed }: Served): Step[] {
  const startsAt = shanghaiMoment(shanghai(addDays(show.at, -daysAgo)).day, from)
  const endsAt = addMinutes(startsAt, hours * 60)
  const who = ['zhou', ...crew(daysAgo, 3)]
  const came = who.slice(0, confirmed ? 3 : 4)
  const planned: Planned = {
    key,
    plan,
    leader: 'han',
    startsAt,
    endsAt,
    signUpFrom: null,
    signUpEndsAt: addMinutes(startsAt, -60),
    issue: null,
    moves: ['submit', 'publish'],
    who,
  }
  const by = show.cast('han')
  const confirm = (deps: Deps, send: Send) => confirmShift(deps, by, shiftIdOf(key), send)
  return [
    ...activitySteps(show, planned),
    ...came.map((one, i) => codeStep(show, planned, one, 'in', addMinutes(startsAt, i * 3 - 6))),
    ...came
      .filter((one) => one !== forgets)
      .map((one, i) => codeStep(show, planned, one, 'out', addMinutes(endsAt, i * 2 - 3))),
    ...(confirmed
      ? [{ name: `activity/${key}/confirm`, at: addMinutes(endsAt, 40), by, shots: [], run: confirm }]
      : []),
  ]
}
