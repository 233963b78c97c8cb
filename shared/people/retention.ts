import { type Refusal, refuse } from '../kit/refusal'
import { LOG_DAYS_LEAST } from './audit'

/** What is kept for a time only. 网络安全法第二十三条: logs stay for six months at least, held by a CHECK. */
export const RETENTION_KINDS = ['audit', 'sessions', 'sends', 'pushes', 'notices', 'uploads'] as const
export type RetentionKind = (typeof RETENTION_KINDS)[number]

/** Ten years: longer than any of it is of use. */
const DAYS_MAX = 3650

type Period = { readonly zh: string; readonly days: number; readonly isLog: boolean }

/** 保存期限 where the county set none of its own, in days. */
// biome-ignore format: a table reads by its columns
export const RETENTION: Record<RetentionKind, Period> = {
  audit:    { zh: '审计记录',             days: 1095, isLog: true },
  sessions: { zh: '登录记录',             days: LOG_DAYS_LEAST, isLog: true },
  sends:    { zh: '重复提交的凭据',       days: 30,   isLog: false },
  pushes:   { zh: '微信推送的回执',       days: 30,   isLog: false },
  notices:  { zh: '读过的站内消息',       days: 365,  isLog: false },
  uploads:  { zh: '传了没有用上的照片',   days: 30,   isLog: false },
}

/** Days at the least: six months of a log by law, a week of anything else, so that a send of unknown end can still be repeated. */
export const daysMin = (kind: RetentionKind) => (RETENTION[kind].isLog ? LOG_DAYS_LEAST : 7)

/** Null where the period may be set. */
export function checkPeriod(kind: RetentionKind, days: number): Refusal | null {
  const { zh, isLog } = RETENTION[kind]
  const min = daysMin(kind)
  if (days < min && isLog)
    return refuse('invalid', `${zh}属于网络日志，依《网络安全法》至少保存六个月（${min} 天）`, 'days')
  if (days < min) return refuse('invalid', `${zh}至少保存 ${min} 天`, 'days')
  return days > DAYS_MAX ? refuse('invalid', `最多保存 ${DAYS_MAX} 天`, 'days') : null
}
