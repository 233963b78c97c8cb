import { TEAMS } from '../../schema/seed/demo/activities'
import { DEMO_PEOPLE, NEIGHBOURS } from '../../schema/seed/demo/people'
import { teams } from '../../schema/volunteering/activities'
import { hoursLedger } from '../../schema/volunteering/hours'
import { addDays } from '../../shared/kit/time'
import { volunteerNumber } from '../../shared/volunteering/numbers'
import type { Db } from '../db/types'
import type { Deps, Send } from '../http/deps'
import { registerVolunteer } from '../volunteering/sign-up-actions'
import { firstIdOf, idOf } from './dice'
import type { Cast } from './people'
import type { Step } from './steps'

const NEIGHBOURS_WHO_SERVE = 28
const OPENING_MINUTES = 55 * 60

export const seedTeams = (db: Db) =>
  db
    .insert(teams)
    .values(TEAMS.map(([id, name, kind, parentId]) => ({ id, name, kind, parentId })))
    .onConflictDoNothing()

export const volunteerKeys = ['zhou', 'han', ...NEIGHBOURS.slice(0, NEIGHBOURS_WHO_SERVE).map(({ key }) => key)]

const stepName = (key: string) => `volunteer/${key}`
/** The number on a volunteer's card, which names a leader. */
export const numberOf = (key: string) => volunteerNumber(firstIdOf(stepName(key)))

export const registerSteps = (cast: Cast, at: Date): Step[] =>
  volunteerKeys.map((key, i) => {
    const by = cast(key)
    const displayName = DEMO_PEOPLE.find((person) => person.key === key)?.name ?? key
    const run = (deps: Deps, send: Send) => registerVolunteer(deps, by, { displayName, ageBand: 'adult' }, send)
    return { name: stepName(key), at: addDays(at, i - 300), by, shots: [], run }
  })

/** 期初: hours the demo volunteer had before the county began to count here. */
export const seedOpening = (db: Db, cast: Cast, at: Date) =>
  db
    .insert(hoursLedger)
    .values({
      id: idOf('opening zhou'),
      personId: cast('zhou').id,
      kind: 'opening',
      minutes: OPENING_MINUTES,
      evidence: 'supplemented',
      recordId: null,
      servedAt: addDays(at, -320),
      reasonZh: '启用前已认定的时长，按原系统证明转入',
      actorId: cast('fang').id,
      approverId: cast('he').id,
      at: addDays(at, -290),
    })
    .onConflictDoNothing()
