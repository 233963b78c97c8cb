import type { z } from 'zod'
import { isRefusal } from '../../../shared/kit/refusal'
import { MINUTE_MS } from '../../../shared/kit/time'
import type { Actor } from '../../../shared/people/roles'
import type { OrderAsk } from '../../../shared/volunteering/orders/asks'
import type { MoveOrder, OrderView, SmallActivity } from '../../../shared/volunteering/orders/contract'
import { decideOrder, ORDER_CLOCK, openOrderMoves } from '../../../shared/volunteering/orders/decide'
import { DEFAULT_RADIUS_M } from '../../../shared/volunteering/place'
import { brokenConstraint } from '../../db/errors'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { findActivity } from '../activity-queries'
import { listVolunteersByNumber } from '../sign-up-queries'
import { findTeam } from '../teams/team-queries'
import { loadOrder, noOrder, orderNow, readOrder } from './actions'
import { sweepServedCases } from './case-served'
import { readClocks, readClocksOf } from './kind-actions'
import { type FoundOrder, findMaster, findOrder, listComing, listUnrated } from './queries'
import { recordOrderMove, type SmallRows } from './record-queries'

type Body = z.output<typeof MoveOrder.body>

export async function moveOrder(deps: Deps, actor: Actor, id: string, body: Body, send: Send): Promise<OrderView> {
  const { found, was, led } = await loadOrder(deps, actor, id, body.photos)
  if (body.version !== undefined && body.version !== was.version) fail('conflict', '别人刚刚处理过，请刷新')
  if (found.freePhotos < new Set(body.photos).size) fail('invalid', '有照片没传好，请重新上传', 'photos')
  const given = { ...(await givenFor(deps, found, body)), led }
  const decision = grant(decideOrder(was, actor, askOf(body), given))
  const linked = body.move === 'link' ? await linkOf(deps, actor, found, body) : { small: null, activityId: null }
  const row = await recordOrderMove(deps.db, decision, { eventId: deps.newId(), ...linked, send }).catch(asTaken)
  if (!row) fail('conflict', body.move === 'claim' ? '已被别的队伍抢到' : '别人刚刚处理过，请刷新')
  if (body.move === 'serve' && found.caseId !== null) await sweepServedCases(deps, id)
  return readOrder(deps, actor, id)
}

async function givenFor(deps: Deps, { kind }: FoundOrder, { teamId, masterId }: Body) {
  const [team, master, clocks] = await Promise.all([
    teamId ? findTeam(deps.db, teamId) : null,
    masterId ? findMaster(deps.db, masterId) : null,
    readClocksOf(deps, kind),
  ])
  const named = team ? { isCentre: team.kind === 'centre', isClosed: team.closedAt !== null } : null
  return { at: deps.now(), clocks, team: named, master }
}

async function linkOf(deps: Deps, actor: Actor, found: FoundOrder, body: Body) {
  const small = body.small ? await smallRows(deps, actor, found, body.small) : null
  return { small, activityId: small ? small.activity.id : await usable(deps, actor, found, body) }
}

function asTaken(err: unknown): never {
  if (brokenConstraint(err, 'service_order_photos_pkey')) return fail('invalid', '有照片已经用过，请重新上传', 'photos')
  throw err
}

/** Only what a step has a use for goes with it. */
function askOf({ move, note, teamId, masterId, agreedAt, activityId, small, photos, stars }: Body): OrderAsk {
  return {
    ...{ move, note, teamId, photos: move === 'serve' ? photos : [], stars: move === 'rate' ? stars : null },
    masterId: move === 'merge' ? masterId : null,
    agreedAt: agreedAt !== null && (move === 'take' || move === 'claim') ? new Date(agreedAt) : null,
    activity: activityId !== null || small !== null,
  }
}

/** What a lead may tie an order to, beside a small activity of its own. */
export async function listOrderActivities(deps: Deps, actor: Actor, id: string) {
  const { was, led } = await loadOrder(deps, actor, id)
  const at = deps.now()
  if (was.teamId === null || !openOrderMoves(was, actor, led, at).includes('link'))
    return fail('forbidden', '这一单现在不由您安排活动')
  const rows = await listComing(deps.db, was.teamId, at)
  return {
    items: rows.map(({ startsAt, endsAt, ...row }) => ({
      ...{ ...row, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    })),
  }
}

/** An activity of the same team that is not over. */
async function usable(deps: Deps, actor: Actor, { teamId }: FoundOrder, { activityId }: Body) {
  const found = await findActivity(deps.db, actor, activityId ?? '')
  if (!found || found.teamId !== teamId) return fail('invalid', '没有找到本队的这个活动', 'activityId')
  const isOver = !['draft', 'in_review', 'published'].includes(found.state) || found.endsAt <= deps.now()
  return isOver ? fail('invalid', '这个活动已经结束', 'activityId') : found.id
}

/** Where people meet: as the lead says, else where the order is. */
function meetingPlace({ lng, lat }: FoundOrder, { position }: SmallActivity) {
  const own = lng === null || lat === null ? null : { lng, lat }
  return position ?? own ?? fail('missing', '请附上集合位置', 'small.position')
}

async function smallRows(deps: Deps, actor: Actor, order: FoundOrder, small: SmallActivity): Promise<SmallRows> {
  const [startsAt, endsAt, at] = [new Date(small.startsAt), new Date(small.endsAt), deps.now()]
  const minutes = Math.floor((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS)
  if (startsAt <= at) fail('invalid', '开始时间要在以后', 'small.startsAt')
  if (minutes < 30 || minutes > 600) fail('invalid', '小活动从半小时到十小时', 'small.endsAt')
  const { lng, lat } = meetingPlace(order, small)
  const [leader] = await listVolunteersByNumber(deps.db, [small.leaderNumber])
  if (!leader) return fail('invalid', '没有这个编号的志愿者', 'small.leaderNumber')
  const [id, shiftId] = [deps.newId(), deps.newId()]
  return {
    eventId: deps.newId(),
    activity: {
      ...{
        id,
        title: small.title,
        summary: order.words,
        kind: 'other',
        state: 'in_review',
        teamId: order.teamId ?? '',
      },
      ...{ placeZh: order.placeZh, lng, lat, radiusM: DEFAULT_RADIUS_M, riskZh: small.riskZh, isRisky: false },
      ...{
        riskClass: 'low',
        insuranceNo: null,
        minAge: null,
        signUpFrom: at,
        signUpEndsAt: startsAt,
        startsAt,
        endsAt,
      },
      ...{
        seriesIssue: null,
        seriesId: null,
        contactZh: small.contactZh,
        coverKey: 'default',
        createdBy: actor.id,
        createdAt: at,
      },
      ...{ publishedAt: null, version: 1 },
    },
    shift: {
      ...{ id: shiftId, activityId: id, startsAt, endsAt, capMinutes: minutes, graceMinutes: 15, admission: 'auto' },
      qualificationId: null,
      leaderId: leader.personId,
    },
    post: { id: deps.newId(), shiftId, name: '服务', seq: 0, capacity: small.capacity, taken: 0 },
  }
}

const BATCH = 200
const NOTHING = { note: '', teamId: null, masterId: null, agreedAt: null, activity: false, photos: [], stars: null }

/** 未评 orders end by themselves; late, twice or on several servers at once, each ends once. */
export async function lapseOrders(deps: Deps): Promise<number> {
  const at = deps.now()
  const due = await listUnrated(deps.db, at, BATCH)
  const clocks = await readClocks(deps)
  for (const { id } of due) {
    const found = (await findOrder(deps.db, { id: ORDER_CLOCK.id, grants: OFFICE }, [], id)) ?? noOrder()
    const given = { at, clocks, led: [], team: null, master: null }
    const decision = decideOrder(orderNow(found), ORDER_CLOCK, { ...NOTHING, move: 'lapse' }, given)
    // Rated or ended on another server in between.
    if (isRefusal(decision)) continue
    await recordOrderMove(deps.db, decision, { eventId: deps.newId(), activityId: null, small: null, send: null })
  }
  return due.length
}

/** The house reads as the office does. */
const OFFICE = [{ role: 'admin', unitId: null, gridId: null }] as const
