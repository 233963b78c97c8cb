import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing } from '../kit/fields'
import { OUTBOX_STATES } from './outbox'
import { MESSAGE_KINDS } from './templates'

const Offer = z.object({
  kind: z.enum(MESSAGE_KINDS),
  templateId: z.string(),
  /** How many more messages of it this person accepts. */
  left: z.number().int(),
})
const Offers = z.object({ items: z.array(Offer) })

export const ListMessageOffers = endpoint({
  verb: 'GET',
  path: '/api/message-offers',
  who: 'signed_in',
  zh: '可以订阅的微信消息和我还能收到几条；没有配置模板时为空',
  params: nothing,
  body: nothing,
  reply: Offers,
})

export const ReportAcceptance = endpoint({
  verb: 'POST',
  path: '/api/message-acceptances',
  who: 'signed_in',
  zh: '报告订阅弹窗的结果：接受的种类各多一条；总是接受的由微信决定，发送时以微信的回答为准',
  params: nothing,
  body: z.strictObject({
    key,
    accepted: z.array(z.enum(MESSAGE_KINDS, '没有这种消息')).min(1, '没有接受的消息').max(MESSAGE_KINDS.length),
  }),
  reply: Offers,
})

export const DeadMessage = z.object({
  id: z.string(),
  kind: z.enum(MESSAGE_KINDS),
  title: z.string(),
  text: z.string(),
  tries: z.number().int(),
  why: z.string(),
  at: moment,
})
export type DeadMessage = z.infer<typeof DeadMessage>

export const Outbox = z.object({
  counts: z.array(z.object({ state: z.enum(OUTBOX_STATES), n: z.number().int() })),
  /** The first hundred that could not be sent, the latest first; never whose they are. */
  dead: z.array(DeadMessage),
})

export const GetOutbox = endpoint({
  verb: 'GET',
  path: '/api/outbox',
  who: ['admin'],
  zh: '微信消息的发送情况：各状态多少条（近三十天），发不出去的和原因',
  params: nothing,
  body: nothing,
  reply: Outbox,
})

export const SendOutbox = endpoint({
  verb: 'POST',
  path: '/api/jobs/send',
  who: ['admin'],
  zh: '立即发送到时间的微信消息；和定时任务同时运行也不会重发',
  params: nothing,
  body: z.strictObject({}),
  reply: Outbox,
})

export const MoveDeadMessage = endpoint({
  verb: 'POST',
  path: '/api/outbox/:id/moves',
  who: ['admin'],
  zh: '发不出去的消息：再发一次，或放弃；站内消息不受影响',
  params: idParams,
  body: z.strictObject({ key, move: z.enum(['again', 'drop'], '没有这个操作') }),
  reply: Outbox,
})
