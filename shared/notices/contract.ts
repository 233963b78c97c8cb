import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing, pageOf, pageQuery } from '../kit/fields'

/** 站内消息: the inbox is the source of truth; other channels only repeat it. */
export const NoticeView = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  /** A page of the phone, e.g. /pages/cases/progress?id=… */
  link: z.string(),
  at: moment,
  readAt: moment.nullable(),
})
export type NoticeView = z.infer<typeof NoticeView>

export const ListNotices = endpoint({
  verb: 'GET',
  path: '/api/notices',
  who: 'signed_in',
  zh: '我的消息，最新的在前',
  params: nothing,
  body: z.strictObject(pageQuery),
  reply: pageOf(NoticeView).extend({ unread: z.number().int() }),
})

export const ReadNotice = endpoint({
  verb: 'POST',
  path: '/api/notices/:id/reads',
  who: 'signed_in',
  zh: '标为已读',
  params: idParams,
  body: z.strictObject({ key }),
  reply: NoticeView,
})

export const ReadAllNotices = endpoint({
  verb: 'POST',
  path: '/api/notices/reads',
  who: 'signed_in',
  zh: '全部标为已读',
  params: nothing,
  body: z.strictObject({ key }),
  reply: z.object({ unread: z.number().int() }),
})
