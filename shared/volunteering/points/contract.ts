import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { idParams, key, moment, nothing, pageOf, pageQuery, someWords } from '../../kit/fields'
import { EXCHANGE_STATES, POINT_POSTING_KINDS } from './moves'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期写成 2026-12-31')

const Exchange = z.object({
  id: z.string(),
  itemZh: z.string(),
  placeZh: z.string(),
  windowZh: z.string(),
  points: z.int(),
  state: z.enum(EXCHANGE_STATES),
  at: moment,
  expiresAt: moment,
  /** Eight letters and digits, shown only to its owner and only while it may be used. */
  code: z.string().nullable(),
})
export type ExchangeView = z.output<typeof Exchange>

const Posting = z.object({
  id: z.string(),
  kind: z.enum(POINT_POSTING_KINDS),
  zh: z.string(),
  /** How the person's own points moved; nothing for what lay reserved. */
  amount: z.int(),
  at: moment,
})

export const GetMyPoints = endpoint({
  verb: 'GET',
  path: '/api/my-points',
  who: 'signed_in',
  zh: '我的志愿积分：可用、预留、待扣，最近到期，兑换单和流水；与有奖举报分开',
  params: nothing,
  body: z.strictObject(pageQuery),
  reply: pageOf(Posting).extend({
    available: z.int(),
    reserved: z.int(),
    /** Taken back by a correction and not there any more: the next points pay it. */
    debt: z.int(),
    pointsPerHour: z.int(),
    nextExpiry: z.object({ on: day, amount: z.int() }).nullable(),
    exchanges: z.array(Exchange),
  }),
})

const Item = z.object({
  id: z.string(),
  zh: z.string(),
  points: z.int(),
  stock: z.int(),
  placeZh: z.string(),
  windowZh: z.string(),
  keepDays: z.int(),
  endsOn: day.nullable(),
  isOn: z.boolean(),
})
export type PointItemView = z.output<typeof Item>

export const ListPointItems = endpoint({
  verb: 'GET',
  path: '/api/point-items',
  who: 'signed_in',
  zh: '可兑换的物品；管理员也看到停用的',
  params: nothing,
  body: nothing,
  reply: z.object({ items: z.array(Item), mayChange: z.boolean() }),
})

export const ReservePointItem = endpoint({
  verb: 'POST',
  path: '/api/point-items/:id/exchanges',
  who: 'signed_in',
  zh: '用积分兑换一件，得到一次性领取码',
  params: idParams,
  body: z.strictObject({ key }),
  reply: Exchange,
})

export const CancelExchange = endpoint({
  verb: 'POST',
  path: '/api/point-exchanges/:id/cancellations',
  who: 'signed_in',
  zh: '取消兑换，积分退回',
  params: idParams,
  body: z.strictObject({ key }),
  reply: Exchange,
})

export const REDEEMERS = ['admin', 'dispatcher', 'reviewer'] as const

export const RedeemExchange = endpoint({
  verb: 'POST',
  path: '/api/point-redemptions',
  who: REDEEMERS,
  zh: '兑换点核销领取码，只能用一次',
  params: nothing,
  body: z.strictObject({
    key,
    code: z
      .string('请输入领取码')
      .transform((text) => text.replace(/[\s-]/g, '').toUpperCase())
      .pipe(z.string().regex(/^[A-Z0-9]{8}$/, '领取码是 8 位字母和数字')),
  }),
  reply: Exchange,
})

const stock = z.int('请填写库存').min(0, '库存不能为负').max(100_000, '库存最多 100000')

export const CreatePointItem = endpoint({
  verb: 'POST',
  path: '/api/point-items',
  who: ['admin'],
  zh: '上架兑换物品；所需积分定了不改，改价另上一件',
  params: nothing,
  body: z.strictObject({
    key,
    zh: someWords('物品名称', 40),
    points: z.int('请填写所需积分').min(1, '至少 1 分').max(100_000, '最多 100000 分'),
    stock,
    placeZh: someWords('领取地点', 100),
    windowZh: someWords('领取时间', 100),
    keepDays: z.int('请填写保留天数').min(1, '至少 1 天').max(90, '最多 90 天').default(7),
    endsOn: day.nullable().default(null),
  }),
  reply: Item,
})

export const ChangePointItem = endpoint({
  verb: 'POST',
  path: '/api/point-items/:id/changes',
  who: ['admin'],
  zh: '补货或减库存、上架或停用；留痕',
  params: idParams,
  body: z.strictObject({
    key,
    addStock: z.int('请填写增减数量').min(-100_000, '减得太多').max(100_000, '加得太多').default(0),
    isOn: z.boolean(),
  }),
  reply: Item,
})
