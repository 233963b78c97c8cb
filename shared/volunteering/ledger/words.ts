import type { HoursReason, HoursRequestKind, HoursRequestState, StarApplicationState } from './codes'

export const HOURS_REQUEST_KIND_ZH: Record<HoursRequestKind, string> = {
  check: '志愿者申请更正',
  correct: '更正时长',
  backfill: '补录',
  own: '领队本人时长',
}
export const HOURS_REQUEST_STATE_ZH: Record<HoursRequestState, string> = {
  asked: '待核定',
  proposed: '待另一人同意',
  applied: '已入账',
  refused: '没有同意',
}
export const HOURS_REASON_ZH: Record<HoursReason, string> = {
  wrong_time: '起止时间有误',
  not_served: '没有实际服务',
  counted_twice: '重复计算',
  missed_scan: '漏签到签退',
  device_failed: '设备故障',
  other: '其他',
}
export const STAR_APPLICATION_STATE_ZH: Record<StarApplicationState, string> = {
  publicised: '公示中',
  conferred: '已认定',
  refused: '没有认定',
}
/** 两类时长: what was measured on the spot, what two people told afterwards. */
export const HOURS_CLASS_ZH = { measured: '实测', supplemented: '补录' } as const

/** What the person is told of a change of their hours. */
export const toldZh = (title: string, state: HoursRequestState, minutes: number, why: string) =>
  state === 'applied'
    ? { title: '服务时长已入账', text: `“${title}”现在计 ${minutes} 分钟。${why}` }
    : { title: '服务时长没有变化', text: `“${title}”：${why}` }
