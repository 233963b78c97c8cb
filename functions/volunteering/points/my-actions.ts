import type { z } from 'zod'
import { pageFrom, readCursor } from '../../../shared/kit/page'
import { refuse } from '../../../shared/kit/refusal'
import { shanghai } from '../../../shared/kit/time'
import { type Actor, holds } from '../../../shared/people/roles'
import type { ExchangeView, GetMyPoints } from '../../../shared/volunteering/points/contract'
import { POINT_POSTINGS, type PointPosting } from '../../../shared/volunteering/points/moves'
import { decideReserve, ruleOn } from '../../../shared/volunteering/points/rules'
import { brokenConstraint } from '../../db/errors'
import type { Deps, Send } from '../../http/deps'
import { fail, grant, Refused } from '../../http/refused'
import { codeBehind, codeHashOf, codeOf } from './codes'
import {
  type FoundExchange,
  findBalance,
  findExchange,
  findItem,
  findNextExpiry,
  listExchanges,
  listItems,
  listPointRules,
  listPostings,
} from './queries'
import { recordEnd, recordReserve } from './record-queries'

export function exchangeView(deps: Deps, e: FoundExchange, isOwner: boolean): ExchangeView {
  const { id, itemZh, placeZh, windowZh, points, state } = e
  const isLive = isOwner && state === 'reserved' && e.expiresAt >= deps.now()
  return {
    ...{ id, itemZh, placeZh, windowZh, points, state },
    at: e.at.toISOString(),
    expiresAt: e.expiresAt.toISOString(),
    code: isLive ? codeBehind(deps.secrets, id, e.codeHash) : null,
  }
}

/** As the person's own account feels it. */
function signed(kind: PointPosting, amount: number) {
  const { from, to } = POINT_POSTINGS[kind]
  if (to === 'person') return amount
  return from === 'person' ? -amount : 0
}

export async function readMyPoints(deps: Deps, { id }: Actor, { size, cursor }: z.output<typeof GetMyPoints.body>) {
  const { day } = shanghai(deps.now())
  const [balance, rules, nextExpiry, exchanges, rows] = await Promise.all([
    findBalance(deps.db, id),
    listPointRules(deps.db),
    findNextExpiry(deps.db, id, day),
    listExchanges(deps.db, id),
    listPostings(deps.db, id, size, readCursor(cursor)),
  ])
  const page = pageFrom(rows, size, (row) => ({ at: row.at.toISOString(), id: row.id }))
  const { available, reserved, debt } = balance
  return {
    ...{ available, reserved, debt, nextExpiry, next: page.next },
    pointsPerHour: ruleOn(rules, day)?.pointsPerHour ?? 0,
    exchanges: exchanges.map((one) => exchangeView(deps, one, true)),
    items: page.items.map((row) => ({
      ...{ id: row.id, kind: row.kind, zh: POINT_POSTINGS[row.kind].zh, amount: signed(row.kind, row.amount) },
      at: row.at.toISOString(),
    })),
  }
}

export async function readItems(deps: Deps, actor: Actor) {
  const mayChange = holds(actor, 'admin')
  const rows = await listItems(deps.db, mayChange, shanghai(deps.now()).day)
  return { items: rows.map(({ at: _at, version: _version, ...row }) => row), mayChange }
}

export async function readExchange(deps: Deps, actor: Actor, id: string): Promise<ExchangeView> {
  const found = await findExchange(deps.db, { id })
  if (!found || found.personId !== actor.id) return fail('not_found', '没有找到这张兑换单')
  return exchangeView(deps, found, true)
}

export async function reserveItem(deps: Deps, actor: Actor, itemId: string, send: Send): Promise<ExchangeView> {
  const item = (await findItem(deps.db, itemId)) ?? fail('not_found', '没有这件物品')
  const { available } = await findBalance(deps.db, actor.id)
  const decision = grant(decideReserve(item, available, deps.now()))
  const id = deps.newId()
  const codeHash = codeHashOf(deps.secret, codeOf(deps.secret, id))
  const done = await recordReserve(deps.db, decision, { id, personId: actor.id, codeHash, send }).catch(asFull)
  if (done === 0) return fail('conflict', '积分刚刚有变动，不够兑换，请刷新')
  return readExchange(deps, actor, id)
}

function asFull(err: unknown): never {
  if (brokenConstraint(err, 'point_items_stock')) throw new Refused(refuse('full', '这件物品刚刚兑完'))
  throw err
}

export async function cancelExchange(deps: Deps, actor: Actor, id: string, send: Send): Promise<ExchangeView> {
  const { state } = await readExchange(deps, actor, id)
  if (state !== 'reserved') return fail('wrong_state', '这张兑换单已经结束')
  const done = await recordEnd(deps.db, { id, to: 'cancelled', by: null, at: deps.now(), send })
  return done === 0 ? fail('conflict', '刚刚有变动，请刷新再试') : readExchange(deps, actor, id)
}
