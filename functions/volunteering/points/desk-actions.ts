import type { z } from 'zod'
import type { Actor } from '../../../shared/people/roles'
import type {
  ChangePointItem,
  CreatePointItem,
  ExchangeView,
  PointItemView,
  RedeemExchange,
} from '../../../shared/volunteering/points/contract'
import { whyNotRedeem } from '../../../shared/volunteering/points/rules'
import { brokenConstraint } from '../../db/errors'
import { allow } from '../../db/rate'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { codeHashOf } from './codes'
import { recordItem, recordItemChange } from './item-queries'
import { exchangeView } from './my-actions'
import { findExchange, findItem } from './queries'
import { recordEnd } from './record-queries'

/** Codes a person may try a minute. */
const TRIES = 20

type Redeem = z.output<typeof RedeemExchange.body>

/** At the point: the code is used once, and nobody hands out to himself. */
export async function redeemExchange(deps: Deps, actor: Actor, { code }: Redeem, send: Send): Promise<ExchangeView> {
  const at = deps.now()
  if ((await allow(deps.db, `point-code:${actor.id}`, TRIES, at)) !== null)
    return fail('too_many', '试得太快了，请一分钟后再试')
  const found =
    (await findExchange(deps.db, { codeHashes: deps.secrets.map((secret) => codeHashOf(secret, code)) })) ??
    fail('not_found', '没有这个领取码，请核对', 'code')
  const refusal = whyNotRedeem(found, actor.id, at)
  if (refusal) grant(refusal)
  const done = await recordEnd(deps.db, { id: found.id, to: 'redeemed', by: actor.id, at, send })
  return done === 0 ? fail('conflict', '刚刚有变动，请再试一次') : readRedeemed(deps, found.id)
}

export async function readRedeemed(deps: Deps, id: string): Promise<ExchangeView> {
  const found = (await findExchange(deps.db, { id })) ?? fail('not_found', '没有找到这张兑换单')
  return exchangeView(deps, found, false)
}

export async function readItem(deps: Deps, id: string): Promise<PointItemView> {
  const found = (await findItem(deps.db, id)) ?? fail('not_found', '没有这件物品')
  const { at: _at, version: _version, ...item } = found
  return item
}

type Created = z.output<typeof CreatePointItem.body>

export async function createItem(deps: Deps, actor: Actor, body: Created, send: Send): Promise<PointItemView> {
  const { key: _key, ...item } = body
  const [id, at] = [deps.newId(), deps.now()]
  const is = { 物品: item.zh, 积分: String(item.points), 库存: String(item.stock), 状态: '上架' }
  const change = { id: deps.newId(), by: actor.id, at, before: {}, after: is }
  await recordItem(deps.db, { ...item, id, at, isOn: true, version: 0 }, change, send)
  return readItem(deps, id)
}

type Changed = z.output<typeof ChangePointItem.body>
const factsOf = ({ zh, stock, isOn }: { zh: string; stock: number; isOn: boolean }) => ({
  ...{ 物品: zh, 库存: String(stock), 状态: isOn ? '上架' : '停用' },
})

export async function changeItem(deps: Deps, actor: Actor, id: string, body: Changed, send: Send) {
  const was = (await findItem(deps.db, id)) ?? fail('not_found', '没有这件物品')
  const { addStock, isOn } = body
  if (addStock === 0 && isOn === was.isOn) return fail('invalid', '没有改动')
  if (was.stock + addStock < 0) return fail('invalid', `库存只有 ${was.stock}，不能减这么多`, 'addStock')
  const is = { ...was, stock: was.stock + addStock, isOn }
  const change = { id: deps.newId(), by: actor.id, at: deps.now(), before: factsOf(was), after: factsOf(is) }
  const row = await recordItemChange(deps.db, was, { addStock, isOn }, change, send).catch((err: unknown) => {
    if (brokenConstraint(err, 'point_items_stock')) return fail('conflict', '刚刚有人兑换，库存不够减，请刷新')
    throw err
  })
  return row ? readItem(deps, id) : fail('conflict', '刚刚有变动，请刷新再试')
}
