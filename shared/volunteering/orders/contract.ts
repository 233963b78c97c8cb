import * as z from 'zod'
import { PhotoView } from '../../files/contract'
import { endpoint } from '../../kit/endpoint'
import {
  fileIds,
  idParams,
  key,
  moment,
  nothing,
  pageOf,
  pageQuery,
  position,
  someWords,
  words,
} from '../../kit/fields'
import { Contact, KnownContact } from '../../reports/contact'
import { ORDER_EVENTS, ORDER_MOVES, ORDER_PHASES, ORDER_STATES } from './moves'

const id = z.string().min(1).max(64)

export const OrderRow = z.object({
  id: z.string(),
  kind: z.string(),
  kindZh: z.string(),
  words: z.string(),
  placeZh: z.string(),
  state: z.enum(ORDER_STATES),
  /** Derived by the clock. */
  phase: z.enum(ORDER_PHASES),
  teamId: z.string().nullable(),
  teamZh: z.string(),
  wantedAt: moment.nullable(),
  agreedAt: moment.nullable(),
  dueAt: moment.nullable(),
  at: moment,
  caseId: z.string().nullable(),
})
export type OrderRow = z.infer<typeof OrderRow>

export const OrderView = OrderRow.extend({
  version: z.int(),
  cycle: z.int(),
  /** Times it may still be given to another team before only the county's centre is left. */
  redispatchesLeft: z.int(),
  isMine: z.boolean(),
  hasContact: z.boolean(),
  masterId: z.string().nullable(),
  activity: z
    .object({
      ...{ id: z.string(), title: z.string(), startsAt: moment, isPublished: z.boolean() },
      /** 活动取消了: another is to be arranged. */
      isCancelled: z.boolean(),
    })
    .nullable(),
  rating: z.object({ stars: z.int(), words: z.string(), at: moment }).nullable(),
  photos: z.array(PhotoView),
  moves: z.array(z.enum(ORDER_MOVES)),
  /** The teams this person may claim for. */
  led: z.array(z.object({ id: z.string(), name: z.string() })),
  events: z.array(
    z.object({ move: z.enum(ORDER_EVENTS), zh: z.string(), note: z.string(), teamZh: z.string(), at: moment }),
  ),
})
export type OrderView = z.infer<typeof OrderView>

export const asked = {
  kind: z.string('请选择类别').min(1, '请选择类别').max(40, '请选择类别'),
  words: someWords('需要什么帮助', 500),
  wantedAt: moment.nullable().default(null),
}

export const SubmitOrder = endpoint({
  verb: 'POST',
  path: '/api/service-orders',
  who: 'signed_in',
  zh: '点单：类别、需要什么、地点、希望的时间、联系方式（加密保存）',
  params: nothing,
  body: z.strictObject({
    key,
    ...asked,
    placeZh: someWords('地点', 100),
    position: position.pick({ lng: true, lat: true }).nullable().default(null),
    contact: Contact,
  }),
  reply: OrderView,
})

export const ORDER_LISTS = ['mine', 'desk', 'team', 'pool'] as const

export const ListOrders = endpoint({
  verb: 'GET',
  path: '/api/service-orders',
  who: 'signed_in',
  zh: '点单列表，新的在前：我点的、调度台（派遣员和管理员）、本队的、抢单池',
  params: nothing,
  body: z.strictObject({
    ...pageQuery,
    list: z.enum(ORDER_LISTS, '没有这个列表').default('mine'),
    open: z.enum(['yes', 'no']).optional(),
  }),
  reply: pageOf(OrderRow),
})

export const GetOrder = endpoint({
  verb: 'GET',
  path: '/api/service-orders/:id',
  who: 'signed_in',
  zh: '一单和它的经过；能做哪一步以 moves 为准',
  params: idParams,
  body: nothing,
  reply: OrderView,
})

export const ListOrderActivities = endpoint({
  verb: 'GET',
  path: '/api/service-orders/:id/activities',
  who: 'signed_in',
  zh: '安排活动时可选的：接单队伍已发布、还没结束的活动，按开始时间',
  params: idParams,
  body: nothing,
  reply: z.object({ items: z.array(z.object({ id, title: z.string(), startsAt: moment, endsAt: moment })) }),
})

/** 小活动: one shift, one post, made with the link and sent for review like every activity. */
const SmallActivity = z.strictObject({
  title: someWords('活动名称', 60),
  startsAt: moment,
  endsAt: moment,
  capacity: z.int('请填写人数').min(1, '至少 1 人').max(200, '最多 200 人'),
  leaderNumber: z.string('请填写领队的志愿者编号').regex(/^\d{10}$/, '领队的志愿者编号是 10 位数字'),
  contactZh: someWords('领队联系方式', 60),
  riskZh: someWords('安全提示', 1000),
  /** Null: where the order is. */
  position: position.pick({ lng: true, lat: true }).nullable().default(null),
})
export type SmallActivity = z.output<typeof SmallActivity>

export const MoveOrder = endpoint({
  verb: 'POST',
  path: '/api/service-orders/:id/transitions',
  who: 'signed_in',
  zh: '点单的一步：受理、派单、接单、抢单、安排活动、完成、评价、回访等；能做哪一步以 moves 为准',
  params: idParams,
  body: z.strictObject({
    key,
    move: z.enum(ORDER_MOVES, '没有这个动作'),
    version: z.int().min(0).optional(),
    note: words('说明', 500).default(''),
    teamId: id.nullable().default(null),
    masterId: id.nullable().default(null),
    agreedAt: moment.nullable().default(null),
    activityId: id.nullable().default(null),
    small: SmallActivity.nullable().default(null),
    photos: fileIds(9).default([]),
    stars: z.int('请打分').min(1, '最低 1 星').max(5, '最高 5 星').nullable().default(null),
  }),
  reply: OrderView,
})

export const ReadOrderContact = endpoint({
  verb: 'POST',
  path: '/api/service-orders/:id/contact-reads',
  who: 'signed_in',
  zh: '看点单人的联系方式：调度和接单的队伍，写明理由，留痕',
  params: idParams,
  body: z.strictObject({ key, reason: someWords('查看理由', 100) }),
  reply: KnownContact,
})

const Figures = z.object({
  teamId: z.string(),
  teamZh: z.string(),
  served: z.int(),
  rated: z.int(),
  /** Null where nobody rated: silence is not praise. */
  meanStars: z.number().nullable(),
  /** Of all that were served, in percent. */
  responseShare: z.number(),
  goodShare: z.number(),
  poor: z.int(),
})

export const GetOrderFigures = endpoint({
  verb: 'GET',
  path: '/api/service-order-figures',
  who: ['dispatcher', 'admin', 'reviewer'],
  zh: '评单数字：平均星级旁边写明评价率；未评的不算好评',
  params: nothing,
  body: nothing,
  reply: z.object({ all: Figures, teams: z.array(Figures) }),
})
