/** What is kept for a time only. 网络安全法第二十三条: logs stay for six months at least, held by a CHECK. */
export const RETENTION_KINDS = ['audit', 'sessions', 'sends', 'pushes', 'notices', 'uploads'] as const
export type RetentionKind = (typeof RETENTION_KINDS)[number]

type Period = { readonly zh: string; readonly days: number }

/** 保存期限 where the county set none of its own, in days. */
// biome-ignore format: a table reads by its columns
export const RETENTION: Record<RetentionKind, Period> = {
  audit:    { zh: '审计记录',             days: 1095 },
  sessions: { zh: '登录记录',             days: 183 },
  sends:    { zh: '重复提交的凭据',       days: 30 },
  pushes:   { zh: '微信推送的回执',       days: 30 },
  notices:  { zh: '读过的站内消息',       days: 365 },
  uploads:  { zh: '传了没有用上的照片',   days: 30 },
}
