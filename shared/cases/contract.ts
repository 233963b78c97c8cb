import * as z from 'zod'
import { PhotoView } from '../files/contract'
import { ChainLink } from '../grids/contract'
import { endpoint } from '../kit/endpoint'
import { fileIds, idParams, key, moment, nothing, pageOf, pageQuery, position, words } from '../kit/fields'
import { LEVELS } from './clocks'
import { DOUBT_CODES } from './doubts'
import { caseFilter } from './filter'
import { RelapseView } from './relapses'
import { CASE_SOURCES, CASE_STATES, REJECT_REASONS, SUSPEND_REASONS, URGENCIES } from './states'
import { CASE_EVENT_KINDS, CASE_MOVES } from './transitions'

export const STAFF = ['reviewer', 'dispatcher', 'handler', 'verifier', 'area_leader', 'grid_chief', 'admin'] as const

/** The stage's clock as staff see it; minutes are work minutes unless the category runs on wall time. Negative is late. */
const ClockView = z.object({
  level: z.enum(LEVELS),
  stageDueAt: moment.nullable(),
  leftMinutes: z.number().int().nullable(),
  dueAt: moment.nullable(),
})

export const CaseRow = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.enum(CASE_STATES),
  categoryCode: z.string(),
  categoryZh: z.string(),
  urgency: z.enum(URGENCIES),
  source: z.enum(CASE_SOURCES),
  addressZh: z.string(),
  gridZh: z.string(),
  unitZh: z.string(),
  followers: z.number().int(),
  submittedAt: moment,
  clock: ClockView,
  cover: PhotoView.nullable(),
  lng: z.number(),
  lat: z.number(),
  version: z.number().int(),
})
export type CaseRow = z.infer<typeof CaseRow>

/** One line of the journal. `byZh` is a unit or a role, never a person; `note` is there only where the reader may read it. */
export const CaseEventView = z.object({
  kind: z.enum(CASE_EVENT_KINDS),
  zh: z.string(),
  byZh: z.string(),
  at: moment,
  note: z.string(),
  detail: z.string(),
  photos: z.array(PhotoView),
})
export type CaseEventView = z.infer<typeof CaseEventView>

/** A case for those who work on it. Who reported it is not here: see the reports column. */
export const CaseView = CaseRow.extend({
  words: z.string(),
  accuracyM: z.number().nullable(),
  gridId: z.string().nullable(),
  unitId: z.string().nullable(),
  handlerZh: z.string(),
  /** 协办 units with whether each has finished. */
  helpers: z.array(z.object({ unitId: z.string(), zh: z.string(), isDone: z.boolean() })),
  returns: z.number().int(),
  isPublic: z.boolean(),
  /** The reporter does not want it public; whatever a reviewer ticks, it stays inside. */
  isWithheld: z.boolean(),
  chain: z.array(ChainLink),
  /** The unit whose trade the class is, whatever the place: 市政 for a manhole. */
  tradeUnit: z.object({ id: z.string(), name: z.string() }).nullable(),
  filingConditions: z.array(z.string()),
  closingConditions: z.array(z.string()),
  events: z.array(CaseEventView),
  before: z.array(PhotoView),
  after: z.array(PhotoView),
  moves: z.array(z.enum(CASE_MOVES)),
  /** 疑点 of the feedback, for verifiers and the office; empty for the others. */
  doubts: z.array(z.object({ code: z.enum(DOUBT_CODES), zh: z.string() })),
  /** 反复点: the same class at the same spot, closed shortly before this was reported; only what the reader may open. */
  relapses: z.array(RelapseView),
  ratings: z.array(z.object({ score: z.number().int(), tags: z.array(z.string()), words: z.string(), at: moment })),
})
export type CaseView = z.infer<typeof CaseView>

/** A case as its reporter or a follower sees it: units, never persons; public notes only. */
export const MyCaseView = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.enum(CASE_STATES),
  categoryZh: z.string(),
  addressZh: z.string(),
  gridZh: z.string(),
  unitZh: z.string(),
  leadZh: z.string(),
  followers: z.number().int(),
  mine: z.boolean(),
  version: z.number().int(),
  submittedAt: moment,
  dispatchedAt: moment.nullable(),
  dueAt: moment.nullable(),
  /** When the next step is promised while there is no handling deadline yet. */
  stageDueAt: moment.nullable(),
  handledAt: moment.nullable(),
  endedAt: moment.nullable(),
  lng: z.number(),
  lat: z.number(),
  before: z.array(PhotoView),
  after: z.array(PhotoView),
  events: z.array(CaseEventView),
  moves: z.array(z.enum(CASE_MOVES)),
  masterId: z.string().nullable(),
  masterNumber: z.string().nullable(),
  rating: z.object({ score: z.number().int(), tags: z.array(z.string()), words: z.string() }).nullable(),
  mayRate: z.boolean(),
})
export type MyCaseView = z.infer<typeof MyCaseView>

const ask = {
  key,
  /** The version the person was looking at: a case that moved on meanwhile is shown, not overwritten. */
  version: z.number().int().min(0).optional(),
  note: words('说明', 500).default(''),
  photos: fileIds(9).default([]),
}

export const TransitionCase = endpoint({
  verb: 'POST',
  path: '/api/cases/:id/transitions',
  who: STAFF,
  zh: '办理一步：立案、派遣、签收、反馈、核查结案等；能做哪一步以案件的 moves 为准',
  params: idParams,
  body: z.strictObject({
    ...ask,
    move: z.enum(CASE_MOVES, '没有这个办理动作'),
    photoWaiver: words('没有照片的原因', 200).default(''),
    conditions: z.array(z.string().max(100)).max(10).default([]),
    categoryCode: z.string().max(8).nullable().default(null),
    urgency: z.enum(URGENCIES).nullable().default(null),
    gridId: z.string().max(64).nullable().default(null),
    unitId: z.string().max(64).nullable().default(null),
    coUnitIds: z.array(z.string().max(64)).max(9, '协办单位最多 9 个').default([]),
    inspectorId: z.string().max(64).nullable().default(null),
    masterId: z.string().max(64).nullable().default(null),
    rejectReason: z.enum(REJECT_REASONS).nullable().default(null),
    suspendReason: z.enum(SUSPEND_REASONS).nullable().default(null),
    reviewAt: moment.nullable().default(null),
    newDueAt: moment.nullable().default(null),
    target: words('转到哪里', 60).default(''),
    externalNumber: words('外部编号', 60).default(''),
    isPublic: z.boolean().nullable().default(null),
    /** Where the phone is at 反馈 and 核查; only the distance to the case is kept. */
    position: position.optional(),
  }),
  reply: CaseView,
})

/** What the reporter or a follower may do. */
export const MY_MOVES = ['supplement', 'object', 'ask_reopen', 'withdraw', 'nudge'] as const

export const TransitionMyCase = endpoint({
  verb: 'POST',
  path: '/api/my-cases/:id/transitions',
  who: 'signed_in',
  zh: '反映人的一步：补充、异议、申请重办、撤回、催办',
  params: idParams,
  body: z.strictObject({ ...ask, move: z.enum(MY_MOVES, '没有这个动作') }),
  reply: MyCaseView,
})

export const ListCases = endpoint({
  verb: 'GET',
  path: '/api/cases',
  who: STAFF,
  zh: '待办和台账，按剩余时间排序；只列出自己能看的案件',
  params: nothing,
  body: z.strictObject({ ...pageQuery, ...caseFilter }),
  reply: pageOf(CaseRow).extend({ counts: z.partialRecord(z.enum(CASE_STATES), z.number().int()) }),
})

export const GetCase = endpoint({
  verb: 'GET',
  path: '/api/cases/:id',
  who: STAFF,
  zh: '一件案件的全部办理情况',
  params: idParams,
  body: nothing,
  reply: CaseView,
})
