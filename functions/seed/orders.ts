import { ORDERS, type OrderBeat, type OrderLine, type When } from '../../schema/seed/demo/orders'
import { addDays, addMinutes, shanghai, shanghaiMoment } from '../../shared/kit/time'
import type { Deps, Send } from '../http/deps'
import { submitOrder } from '../volunteering/orders/actions'
import { moveOrder } from '../volunteering/orders/move-actions'
import { activityIdOf, type Show } from './activity-steps'
import { diceOf, firstIdOf } from './dice'
import { cameraOf, photoId, type Shot } from './photos'
import { minuteOf } from './services'
import type { Step } from './steps'

const NOTHING = { teamId: null, masterId: null, agreedAt: null, activityId: null, small: null, stars: null }

const submitName = (key: string) => `order/${key}`

function momentOf(at: Date, when: When) {
  const [ago = '0', clock] = when.split(' ')
  if (clock === undefined) return addMinutes(at, Number(ago))
  return shanghaiMoment(shanghai(addDays(at, Number(ago))).day, minuteOf(clock))
}
const isoAt = (at: Date, when: When | null | undefined) => (when ? momentOf(at, when).toISOString() : null)

/** 点单 by those who need help, and what the office, the teams and they themselves made of it. */
export const orderSteps = (show: Show): Step[] =>
  ORDERS.flatMap((line) => [submitStep(show, line), ...line.beats.map((beat) => beatStep(show, line, beat))])

function submitStep({ cast, at }: Show, line: OrderLine): Step {
  const by = cast(line.by)
  const { kind, words, placeZh } = line
  const [lng, lat] = line.at
  const phone = `138${String(diceOf(`order ${line.key}`).int(0, 99_999_999)).padStart(8, '0')}`
  const run = (deps: Deps, send: Send) => {
    const asked = { key: send.key, kind, words, placeZh, wantedAt: isoAt(at, line.wanted), position: { lng, lat } }
    return submitOrder(deps, by, { ...asked, contact: { name: '', phone } }, send)
  }
  return { name: submitName(line.key), at: momentOf(at, line.submitted), by, shots: [], run }
}

function beatStep({ cast, at }: Show, { key }: OrderLine, [move, when, who, more = {}]: OrderBeat): Step {
  const by = cast(who)
  const moment = momentOf(at, when)
  const { note = '', scene } = more
  const name = `order/${key}/${move}`
  const shots: Shot[] = scene ? [{ name, by, at: moment, scene, side: 'after', camera: cameraOf(diceOf(name)) }] : []
  const run = (deps: Deps, send: Send) => {
    const named = {
      ...{ teamId: more.teamId ?? null, agreedAt: isoAt(at, more.agreed), stars: more.stars ?? null },
      activityId: more.activity ? activityIdOf(more.activity) : null,
      photos: shots.map((shot) => photoId(shot.name)),
    }
    return moveOrder(deps, by, firstIdOf(submitName(key)), { ...NOTHING, ...named, key: send.key, move, note }, send)
  }
  return { name, at: moment, by, shots, run }
}
