import type { Actor } from '../../../shared/people/roles'
import { decideEdit, type EditAsk, type EditDecision } from '../../../shared/volunteering/editing'
import { planMoves } from '../../../shared/volunteering/reconsents'
import type { ActivitySheet } from '../../../shared/volunteering/sheet-contract'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { loadRecruiting } from '../activity-actions'
import { settleQueue } from '../queue-actions'
import { readSheet } from './draft-actions'
import { isOvertaken, listBegun, listPromisesAround, recordEdit, recordLateMoves } from './edit-queries'
import { snapshotOf } from './versions'

const TRIES = 3

/** 修改已发布的活动. Whoever signs up or moves meanwhile is seen at the second look. */
export async function editActivity(
  deps: Deps,
  actor: Actor,
  id: string,
  ask: EditAsk,
  send: Send,
): Promise<ActivitySheet> {
  for (let tries = 1; ; tries++) {
    const { decision, snapshot } = await judge(deps, actor, id, ask)
    const moves = planMoves(decision.retimed, await promisesOf(deps, decision))
    const eventId = deps.newId()
    const done = await recordEdit(deps.db, decision, moves, { eventId, send, snapshot }).catch((err: unknown) => {
      if (isOvertaken(err) && tries < TRIES) return null
      if (isOvertaken(err)) return fail('conflict', '报名刚有变化，请再试一次')
      throw err
    })
    if (done === undefined) return fail('conflict', '别人刚刚改过这个活动，请刷新后再改')
    if (done !== null) return settled(deps, actor, id, decision, eventId)
  }
}

const promisesOf = async ({ db }: Deps, { retimed }: EditDecision) =>
  retimed.length === 0
    ? []
    : listPromisesAround(
        db,
        retimed.map((one) => one.id),
      )

async function judge(deps: Deps, actor: Actor, id: string, ask: EditAsk) {
  const { row, activity } = await loadRecruiting(deps, actor, id)
  const was = { ...row, shifts: activity.shifts, begun: await listBegun(deps.db, id) }
  const decision = grant(decideEdit(was, actor, ask, deps.now()))
  const { texts, startsAt, endsAt, signUpEndsAt, retimed, posts } = decision
  const shifts = activity.shifts.map((shift) => {
    const move = retimed.find((one) => one.id === shift.id)
    const capped = shift.posts.map((post) => ({
      ...post,
      capacity: posts.find((one) => one.id === post.id)?.is ?? post.capacity,
    }))
    return { ...shift, ...move?.is, capMinutes: move?.capMinutes ?? shift.capMinutes, posts: capped }
  })
  const snapshot = snapshotOf({ ...row, ...texts, ...texts.position, startsAt, endsAt, signUpEndsAt }, shifts)
  return { decision, snapshot }
}

async function settled(deps: Deps, actor: Actor, id: string, decision: EditDecision, eventId: string) {
  const { retimed, was, posts } = decision
  const left = (await promisesOf(deps, decision)).filter((one) => {
    const move = retimed.find(({ id }) => id === one.shiftId)
    return move !== undefined && (one.startsAt < move.is.startsAt || one.endsAt > move.is.endsAt)
  })
  if (left.length > 0) {
    const moves = planMoves(retimed, await promisesOf(deps, decision)).filter(({ id }) =>
      left.some((one) => one.id === id),
    )
    await recordLateMoves(deps.db, decision, moves, eventId)
  }
  const touched = was.shifts.filter(
    (shift) =>
      retimed.some(({ id }) => id === shift.id) || shift.posts.some(({ id }) => posts.some((one) => one.id === id)),
  )
  for (const shift of touched) await settleQueue(deps, shift.id)
  return readSheet(deps, actor, id)
}
