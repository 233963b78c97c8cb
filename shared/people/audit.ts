/** 审计: what a row of the audit chain tells of. */
export const AUDIT_OUTCOMES = ['done', 'denied', 'exported', 'signed_in', 'signed_out', 'set'] as const
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number]

export const AUDIT_OUTCOME_ZH: Record<AuditOutcome, string> = {
  done: '办理',
  denied: '被拒绝',
  exported: '下载',
  signed_in: '登录',
  signed_out: '退出',
  set: '登录安全',
}

/** 《网络安全法》第二十三条第三项：网络日志留存不少于六个月. */
export const LOG_DAYS_LEAST = 183
