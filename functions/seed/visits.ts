import { addMinutes } from '../../shared/kit/time'
import { STEP_SECONDS } from '../../shared/volunteering/codes'
import { countedSpan, creditedMinutes, rawMinutes } from '../../shared/volunteering/minutes'
import type { Show } from './activity-steps'
import { diceOf, idOf } from './dice'
import type { LongPast } from './long-past'

type Visit = {
  readonly name: string
  readonly id: string
  readonly personId: string
  readonly leader: string
  readonly nonce: string
  readonly stay: { inAt: Date; outAt: Date; breaks: [] }
  readonly bornAt: Date
  readonly confirmedAt: Date
}

/** Each person's coming and going, with the record and the minutes that the rules make of it. */
export const visitsOf = (show: Show) => (past: LongPast) =>
  past.who.map((key) => {
    const visit = visitOf(show, past, key)
    const { name, id, personId, bornAt } = visit
    const born = {
      id: idOf(`${name} born`),
      signUpId: id,
      move: 'sign_up' as const,
      note: '',
      by: personId,
      at: bornAt,
    }
    return { signUp: signUpOf(past, visit), born, shown: shownOf(visit), ...countedOf(past, visit) }
  })

function visitOf({ cast }: Show, { i, activity, shift }: LongPast, key: string): Visit {
  const name = `long past ${i} ${key}`
  const dice = diceOf(name)
  const inAt = addMinutes(shift.startsAt, dice.int(-9, 6))
  return {
    ...{ name, id: idOf(name), personId: cast(key).id, leader: shift.leaderId, nonce: idOf(`long past ${i} confirm`) },
    stay: { inAt, outAt: addMinutes(shift.endsAt, dice.int(-12, 9)), breaks: [] },
    bornAt: addMinutes(activity.publishedAt, dice.int(30, 2000)),
    confirmedAt: addMinutes(shift.endsAt, 35),
  }
}

function signUpOf({ activity, shift, posts: [post] }: LongPast, { id, personId, bornAt }: Visit) {
  const { startsAt, endsAt, id: shiftId } = shift
  return {
    ...{ id, activityId: activity.id, shiftId, postId: post?.id ?? '', isPostChosen: true, personId },
    ...{ startsAt, endsAt, createdAt: bornAt, state: 'approved' as const, version: 3 },
  }
}

function shownOf({ name, id, personId, leader, nonce, stay, confirmedAt: at }: Visit) {
  const confirmed = { kind: 'leader_confirm', method: 'leader_confirm', verdict: 'unknown', note: '' } as const
  return [
    attended(`${name} in`, id, 'check_in', stay.inAt, personId),
    attended(`${name} out`, id, 'check_out', stay.outAt, personId),
    { ...confirmed, id: `${nonce}.${id}`, signUpId: id, nonce, countsAt: at, serverAt: at, actorId: leader },
  ]
}

const attended = (name: string, signUpId: string, kind: 'check_in' | 'check_out', at: Date, actorId: string) => ({
  ...{ id: idOf(name), signUpId, kind, method: 'qr' as const, nonce: idOf(`${name} nonce`), actorId, note: '' },
  ...{ countsAt: at, deviceAt: at, serverAt: at, step: Math.floor(at.getTime() / (STEP_SECONDS * 1000)) },
  ...{ verdict: 'inside' as const, bucket: 'to_100m' as const, accuracyM: 15 },
})

function countedOf({ shift }: LongPast, { name, id: signUpId, personId, leader, stay, confirmedAt: at }: Visit) {
  const recordId = idOf(`${name} record`)
  const { from: servedFrom, to: servedTo } = countedSpan(stay, shift)
  const minutes = creditedMinutes(stay, shift)
  const evidence = 'strong' as const
  const record = {
    ...{ id: recordId, signUpId, personId, servedFrom, servedTo, evidence, isAutoClosed: false },
    ...{ rawMinutes: rawMinutes(stay), creditedMinutes: minutes, confirmedBy: leader, confirmedAt: at },
  }
  const grant = {
    ...{ id: idOf(`${name} grant`), personId, kind: 'grant' as const, minutes, evidence, recordId },
    ...{ servedAt: servedFrom, reasonZh: '领队确认名单', actorId: leader, at },
  }
  return { record, grant }
}
