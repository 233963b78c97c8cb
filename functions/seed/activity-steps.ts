import { type ActivityPlan, PLANS, type PlanKey } from '../../schema/seed/demo/activities'
import { addDays, addMinutes, shanghai, shanghaiMoment } from '../../shared/kit/time'
import type { ActivityMove } from '../../shared/volunteering/activities'
import { type CodeDirection, codeAt, shiftKeyOf } from '../../shared/volunteering/codes'
import type { Deps, Send } from '../http/deps'
import { showCode } from '../volunteering/attendance-actions'
import { createActivity, transitionActivity } from '../volunteering/desk/draft-actions'
import { signUp } from '../volunteering/sign-up-actions'
import { firstIdOf, idOf } from './dice'
import { awake } from './past'
import type { Cast } from './people'
import type { Step } from './steps'
import { numberOf } from './volunteers'

export type Show = { readonly cast: Cast; readonly at: Date }
export type Planned = {
  readonly key: string
  readonly plan: PlanKey
  readonly leader: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly signUpFrom: Date | null
  readonly signUpEndsAt: Date
  readonly issue: number | null
  readonly moves: readonly ActivityMove[]
  readonly who: readonly string[]
}

const createName = (key: string) => `activity/${key}`
export const activityIdOf = (key: string) => firstIdOf(createName(key))
export const shiftIdOf = (key: string) => idOf(`${createName(key)}/1`)
export const signUpName = (key: string, who: string) => `activity/${key}/sign up ${who}`

/** An activity from its draft to its sign-ups, by the people whose part it is. */
export function activitySteps({ cast, at }: Show, planned: Planned): Step[] {
  const { key, startsAt, moves, who } = planned
  // Announced six days ahead, at the latest the day before yesterday.
  const announced = new Date(Math.min(addDays(startsAt, -6).getTime(), addDays(at, -2).getTime()))
  const { day } = shanghai(announced)
  const id = activityIdOf(key)
  const moved = moves.map((move, i): Step => {
    const by = cast(move === 'publish' ? 'he' : 'fang')
    const note = move === 'cancel' ? '预报有大雨，改到下周同一时间，已报名的不用再报。' : ''
    const run = (deps: Deps, send: Send) => transitionActivity(deps, by, id, { move, note }, send)
    return { name: `activity/${key}/${move}`, at: shanghaiMoment(day, 615 + i * 95), by, shots: [], run }
  })
  return [
    createStep({ cast, at }, planned, shanghaiMoment(day, 600)),
    ...moved,
    ...who.map((one, i) => signUpStep(cast, key, one, addMinutes(shanghaiMoment(day, 900), 20 + i * 31))),
  ]
}

function createStep({ cast }: Show, { key, plan, leader, issue, ...times }: Planned, at: Date): Step {
  const by = cast('fang')
  const {
    title,
    summary,
    kind,
    team,
    placeZh,
    at: [lng, lat],
    riskZh,
    posts,
    cover,
    minAge = 16,
  }: ActivityPlan = PLANS[plan]
  const { startsAt, endsAt, signUpFrom, signUpEndsAt } = times
  const run = (deps: Deps, send: Send) =>
    createActivity(
      deps,
      by,
      {
        ...{ key: send.key, title, summary, kind, teamId: team, placeZh, position: { lng, lat }, radiusM: 300 },
        ...{
          riskZh,
          isRisky: false,
          riskClass: 'low',
          insuranceNo: 'YC-ZY-2026-018',
          minAge,
          seriesId: null,
          seriesIssue: issue,
          coverKey: cover,
        },
        signUpFrom: signUpFrom?.toISOString() ?? null,
        signUpEndsAt: signUpEndsAt.toISOString(),
        contactZh: '县新时代文明实践中心，工作日可打 12345 转接',
        shifts: [
          {
            ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), capMinutes: null, graceMinutes: 15 },
            admission: 'auto',
            qualificationId: null,
            leaderNumber: numberOf(leader),
            posts: posts.map(([name, capacity]) => ({ name, capacity })),
          },
        ],
      },
      send,
    )
  return { name: createName(key), at, by, shots: [], run }
}

function signUpStep(cast: Cast, key: string, who: string, soon: Date): Step {
  const by = cast(who)
  const run = (deps: Deps, send: Send) =>
    signUp(deps, by, { shiftId: shiftIdOf(key), postId: null, queue: false, part: null }, send)
  return { name: signUpName(key, who), at: awake(soon), by, shots: [], run }
}

/** Somebody shows the leader's code as it was at that moment. */
export function codeStep(
  { cast }: Show,
  { key, plan }: Pick<Planned, 'key' | 'plan'>,
  who: string,
  direction: CodeDirection,
  at: Date,
): Step {
  const by = cast(who)
  const shiftId = shiftIdOf(key)
  const [lng, lat] = PLANS[plan].at
  const run = (deps: Deps, send: Send) => {
    const code = codeAt({ shiftKey: shiftKeyOf(deps.secret, shiftId), shiftId, direction }, at).text
    const position = { lng: lng + 2e-4, lat, accuracyM: 15 }
    return showCode(
      deps,
      by,
      firstIdOf(signUpName(key, who)),
      direction,
      { code, position, deviceAt: at.toISOString(), deviceId: null },
      send,
    )
  }
  return { name: `activity/${key}/${direction} ${who}`, at, by, shots: [], run }
}
