import * as z from 'zod'
import { shanghai } from '../kit/time'
import { kindOfKey, templateValue } from './message-values'

/** 订阅消息的种类: what a person can accept to be told of, one message an acceptance. */
export const MESSAGE_KINDS = ['progress', 'result', 'more', 'activity'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]
export const MESSAGE_KIND_ZH: Record<MessageKind, string> = {
  progress: '办理进展',
  result: '办理结果',
  more: '需要补充',
  activity: '志愿活动',
}

/** 消息说的是什么事, where it is neither a case nor a sign-up: a step of an order, an order that runs late, a 培训或证书, an article. */
export const MESSAGE_ABOUTS = ['order_step', 'order_late', 'qualification', 'qualification_end', 'article'] as const
export type MessageAbout = (typeof MESSAGE_ABOUTS)[number]

/** What a field of a template can say. */
const FACTS = ['title', 'state', 'text', 'at', 'day'] as const
type Fact = (typeof FACTS)[number]

/** A template of the console: its id, and what each of its fields says; a field's key begins with its kind. */
const Template = z.strictObject({
  id: z.string().min(1).max(64),
  fields: z
    .record(z.string(), z.enum(FACTS))
    .refine((fields) => Object.keys(fields).length > 0 && Object.keys(fields).every(kindOfKey)),
})
export const MessageTemplates = z.partialRecord(z.enum(MESSAGE_KINDS), Template)
export type MessageTemplates = z.infer<typeof MessageTemplates>

/** What is kept of a message until it is sent; `state` is the notice's title. */
export type MessageFacts = {
  readonly title: string
  readonly state: string
  readonly text: string
  readonly at: string
}

const dayOf = (at: string) => {
  const { year, month, date, clock } = shanghai(new Date(at))
  return { dayZh: `${year}年${month}月${date}日`, clock }
}

const SAYS: Record<Fact, (facts: MessageFacts) => string> = {
  title: ({ title }) => title,
  state: ({ state }) => state,
  text: ({ text }) => text,
  at: ({ at }) => `${dayOf(at).dayZh} ${dayOf(at).clock}`,
  day: ({ at }) => dayOf(at).dayZh,
}

/** The template's fields, each cut as the platform takes it; one of which nothing fits says 无. */
export const messageData = ({ fields }: z.infer<typeof Template>, facts: MessageFacts) =>
  Object.fromEntries(
    Object.entries(fields).map(([key, fact]) => {
      const kind = kindOfKey(key)
      return [key, { value: (kind && templateValue(kind, SAYS[fact](facts))) || '无' }]
    }),
  )
