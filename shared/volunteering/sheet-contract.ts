import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing, position, someWords } from '../kit/fields'
import { ACTIVITY_KINDS, ACTIVITY_MOVES, ACTIVITY_STATES } from './activities'
import { ADMISSIONS } from './admissions'
import { ActivityView } from './contract'
import { ActivityDraft } from './desk-contract'
import { RISK_CLASSES } from './guardians'
import { RECONSENT_ANSWERS } from './reconsents'
import { VERSION_CAUSES } from './versions'

const lngLat = position.pick({ lng: true, lat: true })

const SheetShift = z.object({
  id: z.string(),
  startsAt: moment,
  endsAt: moment,
  capMinutes: z.int(),
  graceMinutes: z.int(),
  admission: z.enum(ADMISSIONS),
  qualificationId: z.string().nullable(),
  demandZh: z.string().nullable(),
  leaderNumber: z.string(),
  leaderName: z.string(),
  posts: z.array(z.object({ id: z.string(), name: z.string(), capacity: z.int(), taken: z.int() })),
  /** 改期后还没回答的人数 */
  unanswered: z.int(),
})

/** An activity as its desk has it: all that was typed, and what was done with it. */
export const ActivitySheet = z.object({
  id: z.string(),
  version: z.int(),
  state: z.enum(ACTIVITY_STATES),
  moves: z.array(z.enum(ACTIVITY_MOVES)),
  /** 草稿 can be saved, 已发布 can be edited, by this person. */
  maySave: z.boolean(),
  mayEdit: z.boolean(),
  /** Why it last came back from review; empty if it did not. */
  returnedZh: z.string(),
  title: z.string(),
  summary: z.string(),
  kind: z.enum(ACTIVITY_KINDS),
  teamId: z.string(),
  teamName: z.string(),
  placeZh: z.string(),
  position: z.object({ lng: z.number(), lat: z.number() }),
  radiusM: z.int(),
  riskZh: z.string(),
  isRisky: z.boolean(),
  riskClass: z.enum(RISK_CLASSES),
  insuranceNo: z.string().nullable(),
  minAge: z.int().nullable(),
  signUpFrom: moment,
  signUpEndsAt: moment,
  seriesId: z.string().nullable(),
  seriesIssue: z.int().nullable(),
  contactZh: z.string(),
  coverKey: z.string(),
  shifts: z.array(SheetShift),
  versions: z.array(
    z.object({ version: z.int(), cause: z.enum(VERSION_CAUSES), byName: z.string(), riskHash: z.string(), at: moment }),
  ),
})
export type ActivitySheet = z.infer<typeof ActivitySheet>

export const GetActivitySheet = endpoint({
  verb: 'GET',
  path: '/api/activity-desk/:id',
  who: 'signed_in',
  zh: '一个活动的全部填写内容、版本和改期答复；管理员、审核员和本队队长',
  params: idParams,
  body: nothing,
  reply: ActivitySheet,
})

export const SaveActivity = endpoint({
  verb: 'POST',
  path: '/api/activities/:id/drafts',
  who: 'signed_in',
  zh: '保存活动草稿，班次和岗位整体替换；管理员和本队队长',
  params: idParams,
  body: ActivityDraft.extend({ version: z.int().min(0) }),
  reply: ActivitySheet,
})

const ShiftEdit = z.strictObject({
  id: z.string().min(1).max(64),
  startsAt: moment,
  endsAt: moment,
  posts: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(64),
        capacity: z.int('请填写名额').min(1, '名额至少 1 人').max(10_000, '名额最多 10000 人'),
      }),
    )
    .max(20),
})

export const EditActivity = endpoint({
  verb: 'POST',
  path: '/api/activities/:id/edits',
  who: 'signed_in',
  zh: '修改已发布的活动：介绍、地点、联系方式、风险提示、名额，未开始班次的时间；改时间会逐人询问',
  params: idParams,
  body: z.strictObject({
    key,
    version: z.int().min(0),
    summary: someWords('活动介绍', 2000),
    placeZh: someWords('集合地点', 100),
    position: lngLat,
    radiusM: z.int().min(50).max(5000),
    riskZh: someWords('风险与安全提示', 1000),
    contactZh: someWords('领队联系方式', 60),
    shifts: z.array(ShiftEdit).max(50),
  }),
  reply: ActivitySheet,
})

export const AnswerReconsent = endpoint({
  verb: 'POST',
  path: '/api/sign-ups/:id/reconsents',
  who: 'signed_in',
  zh: '改期后回答：还能去，或去不了（不算缺席，名额给候补的人）',
  params: idParams,
  body: z.strictObject({ key, answer: z.enum(RECONSENT_ANSWERS, '请选择还能去或去不了') }),
  reply: ActivityView,
})
