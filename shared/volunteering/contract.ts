import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing, pageOf, pageQuery, queryNumber, words } from '../kit/fields'
import { ACTIVITY_KINDS, ACTIVITY_MOVES, ACTIVITY_STATES } from './activities'
import { ADMISSIONS } from './admissions'
import { RISK_CLASSES } from './guardians'
import { ACTIVITY_PHASES } from './phases'
import { SIGN_UP_STATES } from './sign-ups'

/** Whether a button works for this person now; where not, `zh` says why and the way out. */
export const May = z.object({ may: z.boolean(), zh: z.string() })
export type May = z.infer<typeof May>

const card = {
  id: z.string(),
  title: z.string(),
  kind: z.enum(ACTIVITY_KINDS),
  state: z.enum(ACTIVITY_STATES),
  /** Null where the state says it all. */
  phase: z.enum(ACTIVITY_PHASES).nullable(),
  coverKey: z.string(),
  teamName: z.string(),
  placeZh: z.string(),
  lng: z.number(),
  lat: z.number(),
  startsAt: moment,
  endsAt: moment,
  signUpEndsAt: moment,
  seats: z.object({ capacity: z.int(), taken: z.int() }),
  shiftCount: z.int(),
  /** The most one shift of it counts. */
  capMinutes: z.int(),
  /** 第几期; null for a single activity. */
  seriesIssue: z.int().nullable(),
}

export const ActivityCard = z.object({ ...card, distanceM: z.int().nullable() })
export type ActivityCard = z.infer<typeof ActivityCard>

const PostView = z.object({ id: z.string(), name: z.string(), capacity: z.int(), taken: z.int() })

const MySignUp = z.object({
  id: z.string(),
  state: z.enum(SIGN_UP_STATES),
  /** Null while the leader still chooses the post. */
  postName: z.string().nullable(),
  /** What was promised: the whole shift, or a part of it. */
  startsAt: moment,
  endsAt: moment,
  withdraw: May,
  /** True once the deadline is over: a withdrawal then needs a reason. */
  isLate: z.boolean(),
  /** 候补: until when the offered seat is kept, and the place in the queue, 1 for the next. */
  offerUntil: moment.nullable(),
  place: z.int().nullable(),
})

export const ShiftView = z.object({
  id: z.string(),
  startsAt: moment,
  endsAt: moment,
  capMinutes: z.int(),
  graceMinutes: z.int(),
  admission: z.enum(ADMISSIONS),
  /** 须有的培训或证书; null: none. */
  demandZh: z.string().nullable(),
  posts: z.array(PostView),
  waiting: z.int(),
  mine: MySignUp.nullable(),
  signUp: May,
  /** Whether this person may wait for a seat where none is free. */
  queue: May,
  /** 路程提醒, with what else this person promised; never a refusal. Empty where there is none. */
  travelZh: z.string(),
})
export type ShiftView = z.infer<typeof ShiftView>

export const ActivityView = z.object({
  ...card,
  serverTime: moment,
  summary: z.string(),
  riskZh: z.string(),
  /** SHA-256 of the risk text: sent back with a sign-up, it says which words were read. */
  riskHash: z.string(),
  isInsured: z.boolean(),
  minAge: z.int().nullable(),
  isRisky: z.boolean(),
  riskClass: z.enum(RISK_CLASSES),
  /** A minor without a guardian's consent for this class of risk. */
  needsGuardian: z.boolean(),
  radiusM: z.int(),
  signUpFrom: moment,
  contactZh: z.string(),
  shifts: z.array(ShiftView),
  /** 陈＊: the first few who signed up. */
  people: z.array(z.string()),
  isVolunteer: z.boolean(),
  /** What staff may do with it next; empty for everyone else. */
  moves: z.array(z.enum(ACTIVITY_MOVES)),
})
export type ActivityView = z.infer<typeof ActivityView>

export const ActivityQuery = z.strictObject({
  ...pageQuery,
  when: z.enum(['week', 'all']).default('all'),
  seats: z.enum(['open', 'any']).default('any'),
  /** Both or neither: only activities within `withinM` of here. */
  lng: queryNumber.min(-180).max(180).optional(),
  lat: queryNumber.min(-90).max(90).optional(),
  withinM: queryNumber.int().min(100).max(50_000).default(5_000),
})
export type ActivityQuery = z.output<typeof ActivityQuery>

export const ListActivities = endpoint({
  verb: 'GET',
  path: '/api/activities',
  who: 'anyone',
  zh: '还没结束的志愿活动，按开始时间；可只看本周、有名额、附近',
  params: nothing,
  body: ActivityQuery,
  reply: pageOf(ActivityCard),
})

export const GetActivityMonth = endpoint({
  verb: 'GET',
  path: '/api/activity-month',
  who: 'anyone',
  zh: '月历：一个月里的志愿活动，结束的也在；最多 200 个',
  params: nothing,
  body: z.strictObject({
    month: z.string('请选择月份').regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份写成 2026-06 这样'),
  }),
  reply: z.object({ month: z.string(), items: z.array(ActivityCard), isCut: z.boolean() }),
})

export const GetActivity = endpoint({
  verb: 'GET',
  path: '/api/activities/:id',
  who: 'anyone',
  zh: '一个志愿活动；登录后附本人的报名和能否报名',
  params: idParams,
  body: nothing,
  reply: ActivityView,
})

export const SignUp = endpoint({
  verb: 'POST',
  path: '/api/shifts/:id/sign-ups',
  who: 'signed_in',
  zh: '报名一个班次；可选岗位，不选由领队安排；满员时可加入候补',
  params: idParams,
  body: z.strictObject({
    key,
    postId: z.string().min(1).max(64).nullable().default(null),
    /** 满员时加入候补, because the person said so. */
    queue: z.boolean().default(false),
    /** 只来一段: at least half an hour of the shift; null for all of it. */
    part: z.strictObject({ from: moment, to: moment }).nullable().default(null),
    /** Of the risk text on the screen; refused once the text is another. */
    riskHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, '风险提示的编号有误')
      .nullable()
      .default(null),
  }),
  reply: ActivityView,
})

export const Withdraw = endpoint({
  verb: 'POST',
  path: '/api/sign-ups/:id/withdrawals',
  who: 'signed_in',
  zh: '取消本人的报名；过了截止时间须写明原因',
  params: idParams,
  body: z.strictObject({ key, note: words('取消的原因', 200).default('') }),
  reply: ActivityView,
})
