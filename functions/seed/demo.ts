import { SPECIAL_LINES } from '../../schema/seed/demo/special'
import { readCalendar } from '../cases/calendar'
import type { Deps } from '../http/deps'
import { caseSteps } from './cases'
import { earnLastPoints, earnPoints, exchangeSteps } from './exchanges'
import { seedCounty } from './grids'
import { pastLines } from './history'
import { seedLongPast } from './hours'
import { fillInboxes } from './inboxes'
import { intakeSteps } from './intakes'
import { certificateSteps, memberSteps } from './members'
import { orderSteps } from './orders'
import { pastOf } from './past'
import { castOf, isDemoThere, offerAccounts, seedConsents, seedPeople } from './people'
import { gridFinder } from './places'
import { seedCategories, seedTemplates, seedWorkCalendar } from './register'
import { giveRewards, rewardSteps } from './rewards'
import { comingSteps, lastSteps, runningSteps } from './services'
import { settingSteps } from './settings'
import { play } from './steps'
import { registerSteps, seedOpening, seedTeams } from './volunteers'

const TOLD_EVERY = 100

/**
 * The demo county as it stands at `at`: the same for the same moment on any database. Everything after the county's own rows is done by
 * people of the demo through the app's own actions; a start that was broken off goes on where it stopped.
 */
export async function seedDemo(deps: Deps, at: Date, say: (line: string) => void): Promise<void> {
  const { db } = deps
  if (await isDemoThere(db)) return
  say('导入网格、责任单位、类别和工作日历')
  await seedCounty(db, at)
  await seedCategories(db)
  await seedTemplates(db, at)
  await seedWorkCalendar(db, at, { provisional: true })
  await seedPeople(db, at)
  await seedConsents(db, at)
  const past = pastOf(await readCalendar(db, at), at)
  const cast = castOf()
  const show = { cast, at: past.at }
  await seedTeams(db)
  await play(deps, registerSteps(cast, past.at), () => undefined)
  await play(deps, memberSteps(cast, past.at), () => undefined)
  await seedOpening(db, cast, past.at)
  await seedLongPast(db, show)
  await earnPoints(deps, show)
  const gridAt = gridFinder()
  const steps = [
    ...caseSteps({ past, cast, lines: [...SPECIAL_LINES, ...pastLines()], gridAt }),
    ...intakeSteps({ past, cast, gridAt }),
    ...rewardSteps(show),
    ...settingSteps(show),
    ...[...lastSteps(show), ...runningSteps(show), ...comingSteps(show)],
    ...orderSteps(show),
    ...exchangeSteps(show),
  ]
  await play(deps, steps, (done, all) => {
    if (done % TOLD_EVERY === 0) say(`演示数据 ${Math.round((done * 100) / all)}%`)
  })
  await play(deps, certificateSteps(cast, past.at), () => undefined)
  await giveRewards(deps, show)
  await earnLastPoints(deps, show)
  await fillInboxes(deps, at)
  await offerAccounts(db)
}
