import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { key, nothing } from '../kit/fields'
import { LOG_DAYS_LEAST } from './audit'
import { RETENTION_KINDS } from './retention'

const kind = z.enum(RETENTION_KINDS, '没有这一类')
const days = z.number('请填写天数').int('天数要是整数').min(0, '天数不能是负数').max(100_000, '天数太大')

export const RetentionView = z.object({
  kind,
  zh: z.string(),
  days: z.number().int(),
  daysMin: z.number().int(),
  isLog: z.boolean(),
})
export type RetentionView = z.infer<typeof RetentionView>

export const ListRetention = endpoint({
  verb: 'GET',
  path: '/api/retention',
  who: ['admin'],
  zh: '保存期限：各类记录保存多少天，最少多少天',
  params: nothing,
  body: nothing,
  reply: z.object({ items: z.array(RetentionView) }),
})

export const SetRetention = endpoint({
  verb: 'POST',
  path: '/api/retention',
  who: ['admin'],
  zh: `调整一类记录的保存天数；网络日志不得少于 ${LOG_DAYS_LEAST} 天；记入变更记录`,
  params: nothing,
  /** `was` is what the screen showed: who changed it meanwhile is not overwritten. */
  body: z.strictObject({ key, kind, days, was: days }),
  reply: ListRetention.reply,
  isSensitive: true,
})
