import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { key, moment, nothing } from '../../kit/fields'

const CalendarFeed = z.object({
  /** When the address was made; null where there is none. */
  at: moment.nullable(),
})

export const GetMyCalendarFeed = endpoint({
  verb: 'GET',
  path: '/api/my-calendar-feed',
  who: 'signed_in',
  zh: '我的活动日历订阅：有没有地址，什么时候生成的',
  params: nothing,
  body: nothing,
  reply: CalendarFeed,
})

export const MakeCalendarFeed = endpoint({
  verb: 'POST',
  path: '/api/my-calendar-feed',
  who: 'signed_in',
  zh: '生成一个新的日历订阅地址，旧的立即作废；地址只显示这一次',
  params: nothing,
  body: z.strictObject({ key }),
  /** `path` is null when the same request is sent again. */
  reply: CalendarFeed.extend({ path: z.string().nullable() }),
})

export const EndCalendarFeed = endpoint({
  verb: 'POST',
  path: '/api/my-calendar-feed/end',
  who: 'signed_in',
  zh: '停用日历订阅地址',
  params: nothing,
  body: z.strictObject({ key }),
  reply: CalendarFeed,
})
