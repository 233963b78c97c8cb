import type { z } from 'zod'
import { pageFrom, readCursor } from '../../../shared/kit/page'
import { addMinutes } from '../../../shared/kit/time'
import { type Actor, holdsAny } from '../../../shared/people/roles'
import { CONTACT_READ_MINUTES, KnownContact } from '../../../shared/reports/contact'
import type {
  ListOrders,
  OrderRow,
  OrderView,
  ReadOrderContact,
  SubmitOrder,
} from '../../../shared/volunteering/orders/contract'
import { openOrderMoves } from '../../../shared/volunteering/orders/decide'
import {
  MAX_REDISPATCHES,
  ORDER_ENDS,
  ORDER_OFFICE,
  type OrderNow,
  orderPhase,
} from '../../../shared/volunteering/orders/moves'
import { orderEventZh } from '../../../shared/volunteering/orders/words'
import { mayActFor } from '../../../shared/volunteering/teams/teams'
import { photoView } from '../../files/actions'
import type { Deps, Send } from '../../http/deps'
import { fail } from '../../http/refused'
import { seal, unseal } from '../../http/sealing'
import { listLedTeams } from '../teams/team-queries'
import { readKind } from './kind-actions'
import { type FoundOrder, findOrder, type ListedOrder, listOrderRows, listTeamNames } from './queries'
import { findOrderContactRead, recordOrder, recordOrderContactRead } from './record-queries'

export const noOrder = () => fail('not_found', '没有找到这一单')

export function orderRow(o: ListedOrder, now: Date): OrderRow {
  const { id, kind, kindZh, words, placeZh, state, teamId, teamZh, caseId } = o
  return {
    ...{ id, kind, kindZh, words, placeZh, state, teamId, teamZh, caseId, phase: orderPhase(o, now) },
    wantedAt: o.wantedAt?.toISOString() ?? null,
    agreedAt: o.agreedAt?.toISOString() ?? null,
    dueAt: o.dueAt?.toISOString() ?? null,
    at: o.at.toISOString(),
  }
}

export const orderNow = ({ activity, ...o }: FoundOrder): OrderNow => ({
  ...o,
  activity: activity && { ...activity, startsAt: new Date(activity.startsAt) },
})

export async function loadOrder({ db }: Deps, actor: Actor, id: string, photos: readonly string[] = []) {
  const led = await listLedTeams(db, actor.id)
  const found = (await findOrder(db, actor, led, id, photos)) ?? noOrder()
  return { found, was: orderNow(found), led }
}

export async function readOrder(deps: Deps, actor: Actor, id: string): Promise<OrderView> {
  const { found, was, led } = await loadOrder(deps, actor, id)
  const now = deps.now()
  const { activity, rating } = found
  return {
    ...orderRow(found, now),
    version: found.version,
    cycle: found.cycle,
    redispatchesLeft: Math.max(0, MAX_REDISPATCHES + 1 - found.dispatches),
    isMine: found.requesterId === actor.id,
    hasContact: found.hasContact && mayReadContact(was, actor, led),
    masterId: found.masterId,
    activity: activity && {
      ...{ id: activity.id, title: activity.title, isPublished: activity.isPublished },
      isCancelled: activity.isCancelled,
      startsAt: new Date(activity.startsAt).toISOString(),
    },
    rating: rating && { ...rating, at: new Date(rating.at).toISOString() },
    photos: found.photos.map((photo) => photoView(deps, photo)),
    moves: openOrderMoves(was, actor, led, now),
    led: await listTeamNames(deps.db, led),
    events: found.events.map(({ move, note, teamZh, at }) => ({
      ...{ move, note, teamZh, zh: orderEventZh(move), at: new Date(at).toISOString() },
    })),
  }
}

export async function listOrders(deps: Deps, actor: Actor, query: z.output<typeof ListOrders.body>) {
  const { list, open, size, cursor } = query
  const led = await listLedTeams(deps.db, actor.id)
  const isOffice = holdsAny(actor, ORDER_OFFICE)
  if (list === 'desk' && !isOffice) return fail('forbidden', '调度台只给派遣员和管理员看')
  if (list === 'pool' && !isOffice && led.length === 0) return fail('forbidden', '抢单池只给队长看')
  const filter = { list, size, cursor: readCursor(cursor), open: open === undefined ? null : open === 'yes' }
  const page = pageFrom(await listOrderRows(deps.db, actor, led, filter), size, ({ at, id }) => ({
    ...{ at: at.toISOString(), id },
  }))
  return { ...page, items: page.items.map((row) => orderRow(row, deps.now())) }
}

type Submitted = z.output<typeof SubmitOrder.body>

export async function submitOrder(deps: Deps, actor: Actor, body: Submitted, send: Send): Promise<OrderView> {
  const { kind, words, placeZh, wantedAt, position, contact } = body
  const row = await newOrder(deps, actor, { kind, words, placeZh, wantedAt, caseId: null, position })
  await recordOrder(deps.db, row, await seal(deps.secret, aboutOrder(row.id), contact), deps.newId(), send)
  return readOrder(deps, actor, row.id)
}

type Asked = Pick<Submitted, 'kind' | 'words' | 'placeZh' | 'wantedAt' | 'position'> & {
  readonly caseId: string | null
}

/** What a new order begins with. */
export async function newOrder(deps: Deps, actor: Actor, asked: Asked) {
  const [found, at] = [await readKind(deps, asked.kind), deps.now()]
  if (!found?.isOn) return fail('invalid', found ? '这一类已停用，请选别的' : '没有这个类别，请重新选择', 'kind')
  const wantedAt = asked.wantedAt === null ? null : new Date(asked.wantedAt)
  if (wantedAt && wantedAt <= at) return fail('invalid', '希望的时间要在以后', 'wantedAt')
  const { kind, words, placeZh, position, caseId } = asked
  return {
    ...{
      id: deps.newId(),
      kind,
      kindZh: found.zh,
      words,
      placeZh,
      wantedAt,
      caseId,
      personId: actor.id,
      state: 'submitted' as const,
    },
    ...{ lng: position?.lng ?? null, lat: position?.lat ?? null, teamId: null, masterId: null, activityId: null },
    ...{ dispatches: 0, cycle: 1, agreedAt: null, dueAt: addMinutes(at, found.clocks.triage * 60), at, version: 0 },
  }
}

export const aboutOrder = (orderId: string) => `service order ${orderId}`

/** The office, and the team once it has taken the order and until the order is over. */
const mayReadContact = (was: OrderNow, actor: Actor, led: readonly string[]) =>
  !ORDER_ENDS.includes(was.state) &&
  (holdsAny(actor, ORDER_OFFICE) ||
    (['taken', 'linked', 'served'].includes(was.state) && was.teamId !== null && mayActFor(actor, led, was.teamId)))

type Read = z.output<typeof ReadOrderContact.body>

export async function readOrderContact(deps: Deps, actor: Actor, id: string, { reason }: Read, send: Send) {
  const { found, was, led } = await loadOrder(deps, actor, id)
  if (!found.hasContact || !mayReadContact(was, actor, led)) return fail('forbidden', '您不能看这一单的联系方式')
  const at = deps.now()
  const read = { id: deps.newId(), orderId: id, by: actor.id, reason, at }
  const sealed =
    (await recordOrderContactRead(deps.db, send, read, addMinutes(at, -60))) ??
    fail('too_many', '这一小时看得太多了，请过一会儿再看')
  return KnownContact.parse(await unseal(deps.secrets, aboutOrder(id), sealed))
}

export async function readOrderContactAgain(deps: Deps, { id: by }: Actor, readId: string) {
  const since = addMinutes(deps.now(), -CONTACT_READ_MINUTES)
  const { orderId, ...sealed } =
    (await findOrderContactRead(deps.db, readId, by, since)) ?? fail('wrong_state', '这次查看已过期，请重新写明理由')
  return KnownContact.parse(await unseal(deps.secrets, aboutOrder(orderId), sealed))
}
