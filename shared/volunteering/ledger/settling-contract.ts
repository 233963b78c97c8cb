import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { moment, nothing, pageOf, pageQuery } from '../../kit/fields'

export const SettlementRow = z.object({
  activityId: z.string(),
  title: z.string(),
  teamName: z.string(),
  endsAt: moment,
  /** Approved sign-ups that have no outcome yet; none left means it can be settled. */
  unsettled: z.int(),
  /** Null where the work calendar of that year is unknown. */
  by: moment.nullable(),
  daysLeft: z.int().nullable(),
  isOverdue: z.boolean(),
  zh: z.string(),
  maySettle: z.boolean(),
})
export type SettlementRow = z.output<typeof SettlementRow>

export const ListSettlements = endpoint({
  verb: 'GET',
  path: '/api/settlements',
  who: ['admin', 'reviewer'],
  zh: '已结束还没结项的活动和登记期限（结束后 10 个工作日），最早结束的在前',
  params: nothing,
  body: z.strictObject(pageQuery),
  reply: pageOf(SettlementRow),
})
