import { addDays, addMinutes, shanghai } from '../../shared/kit/time'
import type { Deps, Send } from '../http/deps'
import { requestCertificate } from '../volunteering/certificates/my-actions'
import { setMyRealName } from '../volunteering/certificates/name-actions'
import { transitionCertificate } from '../volunteering/certificates/office-actions'
import { joinTeam, moveMember } from '../volunteering/teams/member-actions'
import { firstIdOf, idOf } from './dice'
import type { Cast } from './people'
import type { Step } from './steps'
import { volunteerKeys } from './volunteers'

/** Where each volunteer of the demo belongs, in turn. */
const TEAM_IDS = [
  'team-river',
  'team-river',
  'team-newroad',
  'team-river',
  'team-youth',
  'team-newroad',
  'team-traffic',
] as const
const CAME_DAYS = 250

const step = (name: string, by: Step['by'], at: Date, run: (deps: Deps, send: Send) => Promise<unknown>): Step => ({
  ...{ name, at, by, shots: [], run },
})

/** People join, the office agrees, and two of the teams have somebody who leads them. */
export function memberSteps(cast: Cast, at: Date): Step[] {
  const office = cast('fang')
  const joins = volunteerKeys.flatMap((key, i) => {
    const [by, name, day] = [cast(key), `join/${key}`, addDays(at, i - CAME_DAYS)]
    const teamId = TEAM_IDS[i % TEAM_IDS.length] ?? 'team-river'
    const id = firstIdOf(name)
    const accept = { move: 'accept', note: '' } as const
    return [
      step(name, by, day, (deps, send) => joinTeam(deps, by, teamId, { words: '', transfer: false }, send)),
      step(`accept/${key}`, office, addMinutes(day, 90), (deps, send) => moveMember(deps, office, id, accept, send)),
    ]
  })
  const appoint = { move: 'appoint', note: '' } as const
  const leads = ['han', 'n1'].map((key) =>
    step(`lead/${key}`, office, addDays(at, -200), (deps, send) =>
      moveMember(deps, office, firstIdOf(`join/${key}`), appoint, send),
    ),
  )
  return [...joins, ...leads]
}

const NAME = { name: '周雨桐', idKind: 'resident', idNumber: '61072419900307005X', consent: true } as const
const MONTHS_BACK = 170

/** 周雨桐 holds one certificate, for the services of the last half year with the river team. */
export function certificateSteps(cast: Cast, at: Date): Step[] {
  const [zhou, office] = [cast('zhou'), cast('fang')]
  const [from, to] = [shanghai(addDays(at, -MONTHS_BACK)).day, shanghai(addDays(at, -1)).day]
  const ask = { key: idOf('certificate key'), teamId: 'team-river', fromDay: from, toDay: to }
  const unit = { headZh: '韩建华', contactZh: '0916-6212345' }
  const issue = { key: idOf('certificate issue key'), version: 0, move: 'issue' as const, note: '', ...unit }
  const id = firstIdOf('certificate/ask')
  return [
    step('certificate/name', zhou, addMinutes(at, -200), (deps, send) =>
      setMyRealName(deps, zhou, { key: idOf('real name key'), ...NAME }, send),
    ),
    step('certificate/ask', zhou, addMinutes(at, -190), (deps, send) => requestCertificate(deps, zhou, ask, send)),
    step('certificate/issue', office, addMinutes(at, -100), (deps, send) =>
      transitionCertificate(deps, office, id, issue, send),
    ),
  ]
}
