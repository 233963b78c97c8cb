import type { ActivityKind, ActivityState } from './activities'
import type { Admission } from './admissions'
import type { AppealState } from './appeals'
import type { AttendanceFlag, AttendanceKind, AttendanceMethod, AttendanceState, EvidenceClass } from './attendance'
import type { CodeDirection } from './codes'
import type { RecordState } from './hours'
import type { ActivityPhase } from './phases'
import type { DistanceBucket, PlaceVerdict } from './place'
import type { SignUpState } from './sign-ups'
import type { AgeBand, TeamKind } from './volunteers'

export const ACTIVITY_STATE_ZH: Record<ActivityState, string> = {
  draft: '草稿',
  in_review: '审核中',
  published: '已发布',
  cancelled: '已取消',
  settled: '已结项',
  archived: '已归档',
}

export const ACTIVITY_PHASE_ZH: Record<ActivityPhase, string> = {
  scheduled: '即将开放',
  open: '报名中',
  full: '已满员',
  closed: '报名截止',
  running: '进行中',
  ended: '已结束',
  settle_overdue: '超期未结项',
}

export const ACTIVITY_KIND_ZH: Record<ActivityKind, string> = {
  greening: '护河护绿',
  cleaning: '环境清洁',
  traffic: '文明劝导',
  elderly: '敬老助老',
  children: '关爱儿童',
  culture: '文化宣传',
  patrol: '平安巡防',
  event: '大型活动',
  other: '其他服务',
}

export const SIGN_UP_STATE_ZH: Record<SignUpState, string> = {
  applied: '待审核',
  approved: '已报名',
  waitlisted: '候补中',
  offered: '候补有名额',
  rejected: '未通过',
  withdrawn: '已取消报名',
  late_withdrawn: '临时取消',
  no_show: '未到',
  excused: '已请假',
  cancelled_by_org: '活动已取消',
  handed_over: '已转给别人',
}

export const APPEAL_STATE_ZH: Record<AppealState, string> = { asked: '待处理', granted: '已通过', refused: '未通过' }

export const ADMISSION_ZH: Record<Admission, string> = { auto: '报名即通过', approval: '领队审核' }

export const ATTENDANCE_STATE_ZH: Record<AttendanceState, string> = { absent: '未到', in: '服务中', out: '已签退' }

export const ATTENDANCE_KIND_ZH: Record<AttendanceKind, string> = {
  check_in: '签到',
  check_out: '签退',
  leader_confirm: '领队确认',
  auto_close: '按计划时间签退',
  void: '作废',
}

export const ATTENDANCE_METHOD_ZH: Record<AttendanceMethod, string> = {
  qr: '扫码',
  digits: '输入数字码',
  leader_scan: '领队扫个人码',
  leader_confirm: '领队登记',
  auto_close: '按计划时间',
}

export const EVIDENCE_ZH: Record<EvidenceClass, string> = { strong: '实测', medium: '确认', supplemented: '补录' }

export const ATTENDANCE_FLAG_ZH: Record<AttendanceFlag, string> = {
  outside: '不在签到范围内',
  place_unknown: '没有位置',
  auto_closed: '按计划时间签退',
  leader_ticked: '领队登记',
  forced: '未核对码放行',
  late_upload: '事后上传',
  leader_self: '领队本人',
}

export const PLACE_VERDICT_ZH: Record<PlaceVerdict, string> = {
  inside: '在服务范围内',
  outside: '不在服务范围内',
  unknown: '位置未知',
}

export const DISTANCE_BUCKET_ZH: Record<DistanceBucket, string> = {
  to_100m: '100 米内',
  to_300m: '300 米内',
  to_1km: '1 公里内',
  to_5km: '5 公里内',
  beyond: '5 公里以外',
}

export const CODE_DIRECTION_ZH: Record<CodeDirection, string> = { in: '签到', out: '签退' }

export const RECORD_STATE_ZH: Record<RecordState, string> = {
  serving: '服务中',
  pending: '待认定',
  no_check_out: '缺签退',
  confirmed: '已认定',
}

export const AGE_BAND_ZH: Record<AgeBand, string> = {
  under_8: '未满 8 周岁',
  under_14: '8–13 周岁',
  '14_15': '14–15 周岁',
  '16_17': '16–17 周岁',
  adult: '18 周岁以上',
}

export const TEAM_KIND_ZH: Record<TeamKind, string> = {
  corps: '总队',
  branch: '分队',
  squad: '小队',
  centre: '文明实践中心',
  office: '文明实践所',
  station: '文明实践站',
}

export const STAR_ZH = ['未评星', '一星志愿者', '二星志愿者', '三星志愿者', '四星志愿者', '五星志愿者'] as const

/** 3.0, 46.5: hours as a headline has them, never more than were credited. */
export const hoursZh = (minutes: number) => (Math.floor(minutes / 6) / 10).toFixed(1)
