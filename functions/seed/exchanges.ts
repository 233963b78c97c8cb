import { ITEMS } from '../../schema/seed/demo/orders'
import { addDays } from '../../shared/kit/time'
import type { Deps, Send } from '../http/deps'
import { codeOf } from '../volunteering/points/codes'
import { changeItem, createItem, redeemExchange } from '../volunteering/points/desk-actions'
import { cancelExchange, reserveItem } from '../volunteering/points/my-actions'
import { sweepPoints } from '../volunteering/points/sweep-actions'
import type { Show } from './activity-steps'
import { firstIdOf } from './dice'
import type { Step } from './steps'

/** More sweeps than the demo's hours need; a bound, so that a start can never run for ever. */
const ROUNDS_MAX = 40
const EARNED_DAYS = 12

const itemName = (key: string) => `item/${key}`
const reserveName = (key: string) => `exchange/${key}`

/** What the hours of the months before came to, in time for what was exchanged for them. */
export const earnPoints = (deps: Deps, { at }: Show) => sweep({ ...deps, now: () => addDays(at, -EARNED_DAYS) })
/** And those of the last days. */
export const earnLastPoints = (deps: Deps, { at }: Show) => sweep({ ...deps, now: () => at })

async function sweep(deps: Deps) {
  for (let round = 0; round < ROUNDS_MAX; round++) if ((await sweepPoints(deps)) === 0) break
}

/** The county's shelf, and what 周雨桐 took from it: one handed out, one that lies ready, one given back. */
export function exchangeSteps({ cast, at }: Show): Step[] {
  const [admin, zhou, he] = [cast('fang'), cast('zhou'), cast('he')]
  const step = (name: string, daysAgo: number, by: Step['by'], run: Step['run']): Step => ({
    ...{ name, at: addDays(at, -daysAgo), by, shots: [], run },
  })
  const place = { placeZh: '县新时代文明实践中心一楼', windowZh: '周一至周五 9:00–17:00', keepDays: 7, endsOn: null }
  const offered = ITEMS.map(({ key, ...item }, i) =>
    step(itemName(key), 60 - i, admin, (deps, send) =>
      createItem(deps, admin, { key: send.key, ...item, ...place }, send),
    ),
  )
  const reserve = (key: string, daysAgo: number) =>
    step(reserveName(key), daysAgo, zhou, (deps, send) => reserveItem(deps, zhou, firstIdOf(itemName(key)), send))
  const off = { addStock: 0, isOn: false }
  return [
    ...offered,
    step('item/check off', 30, admin, (deps, send) =>
      changeItem(deps, admin, firstIdOf(itemName('check')), { key: send.key, ...off }, send),
    ),
    reserve('umbrella', 8),
    step('exchange/umbrella taken', 7, he, (deps: Deps, send: Send) => {
      const code = codeOf(deps.secret, firstIdOf(reserveName('umbrella')))
      return redeemExchange(deps, he, { key: send.key, code }, send)
    }),
    reserve('soap', 5),
    step('exchange/soap back', 4, zhou, (deps, send) =>
      cancelExchange(deps, zhou, firstIdOf(reserveName('soap')), send),
    ),
    reserve('bag', 1),
  ]
}
