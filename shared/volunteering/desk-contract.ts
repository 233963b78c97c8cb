import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing, pageOf, pageQuery, position, someWords, words } from '../kit/fields'
import { ACTIVITY_KINDS, ACTIVITY_MOVES, ACTIVITY_STATES } from './activities'
import { ADMISSIONS } from './admissions'
import { ActivityCard, ActivityView } from './contract'
import { RISK_CLASSES } from './guardians'
import { DEFAULT_RADIUS_M } from './place'

export const ListActivityDesk = endpoint({
  verb: 'GET',
  path: '/api/activity-desk',
  who: 'signed_in',
  zh: '活动台账：默认草稿和待审核；管理员、审核员看全部，队长看本队',
  params: nothing,
  body: z.strictObject({ ...pageQuery, state: z.enum(ACTIVITY_STATES, '没有这种状态').optional() }),
  reply: pageOf(ActivityCard),
})

const PostDraft = z.strictObject({
  name: someWords('岗位名称', 20),
  capacity: z.int('请填写名额').min(1, '名额至少 1 人').max(10_000, '名额最多 10000 人'),
})

const ShiftDraft = z.strictObject({
  startsAt: moment,
  endsAt: moment,
  /** Null: as long as the shift. */
  capMinutes: z.int().min(1).max(1440).nullable().default(null),
  graceMinutes: z.int().min(0).max(120).default(15),
  admission: z.enum(ADMISSIONS, '请选择报名方式').default('auto'),
  /** 须有的培训或证书; null: none. */
  qualificationId: z.string().min(1).max(64).nullable().default(null),
  leaderNumber: z.string('请填写领队的志愿者编号').regex(/^\d{10}$/, '领队的志愿者编号是 10 位数字'),
  posts: z.array(PostDraft).min(1, '请至少设一个岗位').max(20, '最多 20 个岗位'),
})

export const ActivityDraft = z.strictObject({
  key,
  title: someWords('活动名称', 60),
  summary: someWords('活动介绍', 2000),
  kind: z.enum(ACTIVITY_KINDS, '请选择活动类别'),
  teamId: z.string('请选择组织队伍').min(1, '请选择组织队伍').max(64, '请选择组织队伍'),
  placeZh: someWords('集合地点', 100),
  position: position.pick({ lng: true, lat: true }),
  radiusM: z.int().min(50).max(5000).default(DEFAULT_RADIUS_M),
  riskZh: words('风险与安全提示', 1000),
  isRisky: z.boolean().default(false),
  riskClass: z.enum(RISK_CLASSES, '请选择风险等级').default('low'),
  insuranceNo: words('保险单号', 60).nullable().default(null),
  minAge: z.int().min(8).max(100).nullable().default(null),
  /** Null: from the moment it is published. */
  signUpFrom: moment.nullable().default(null),
  signUpEndsAt: moment,
  /** 系列; its issue number is given at publication. */
  seriesId: z.string().min(1).max(64).nullable().default(null),
  seriesIssue: z.int().min(1).max(100_000).nullable().default(null),
  contactZh: someWords('领队联系方式', 60),
  coverKey: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, '封面编号有误')
    .default('default'),
  shifts: z.array(ShiftDraft).min(1, '请至少安排一个班次').max(50, '最多 50 个班次'),
})
export type ActivityDraft = z.output<typeof ActivityDraft>

export const CreateActivity = endpoint({
  verb: 'POST',
  path: '/api/activities',
  who: 'signed_in',
  zh: '新建活动草稿，连同班次和岗位；管理员和本队队长',
  params: nothing,
  body: ActivityDraft,
  reply: ActivityView,
})

export const TransitionActivity = endpoint({
  verb: 'POST',
  path: '/api/activities/:id/transitions',
  who: 'signed_in',
  zh: '提交审核、发布、退回、取消、结项、归档；审核须由另一人',
  params: idParams,
  body: z.strictObject({
    key,
    move: z.enum(ACTIVITY_MOVES, '请选择要做的一步'),
    note: words('原因', 500).default(''),
  }),
  reply: ActivityView,
})
