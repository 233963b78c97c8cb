import * as z from 'zod'
import { PhotoView } from '../files/contract'
import { endpoint } from '../kit/endpoint'
import { fileIds, idParams, key, moment, nothing, pageOf, pageQuery, someWords, words } from '../kit/fields'
import { CASE_STATES } from './states'
import {
  COLOURS,
  SUPERVISION_EVENT_KINDS,
  SUPERVISION_LEVELS,
  SUPERVISION_MOVES,
  SUPERVISION_STATES,
} from './supervision'

const READERS = ['reviewer', 'dispatcher', 'handler', 'area_leader', 'grid_chief', 'admin'] as const
const WRITERS = ['reviewer', 'handler', 'area_leader', 'admin'] as const

export const SupervisionRow = z.object({
  id: z.string(),
  /** 督〔2026〕12号 */
  number: z.string(),
  colour: z.enum(COLOURS),
  level: z.enum(SUPERVISION_LEVELS),
  state: z.enum(SUPERVISION_STATES),
  listedAt: moment.nullable(),
  unitId: z.string(),
  unitZh: z.string(),
  issuedAt: moment,
  dueAt: moment,
  /** Work minutes until the answer is due, negative when late; null once it was answered. */
  leftMinutes: z.number().int().nullable(),
  caseId: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  caseState: z.enum(CASE_STATES),
})
export type SupervisionRow = z.infer<typeof SupervisionRow>

export const SupervisionView = SupervisionRow.extend({
  version: z.number().int(),
  addressZh: z.string(),
  isAutomatic: z.boolean(),
  moves: z.array(z.enum(SUPERVISION_MOVES)),
  events: z.array(
    z.object({
      kind: z.enum(SUPERVISION_EVENT_KINDS),
      zh: z.string(),
      byZh: z.string(),
      note: z.string(),
      at: moment,
      photos: z.array(PhotoView),
    }),
  ),
})
export type SupervisionView = z.infer<typeof SupervisionView>

/** 约谈草稿: drafted by the count, decided on by people. */
const TalkView = z.object({
  unitId: z.string(),
  unitZh: z.string(),
  quarterZh: z.string(),
  reds: z.number().int(),
  numbers: z.array(z.string()),
})

export const ListSupervisions = endpoint({
  verb: 'GET',
  path: '/api/supervisions',
  who: READERS,
  zh: '督办台账，新的在前；按颜色、状态、单位筛选。本季度三张红色督办单的单位列出约谈草稿',
  params: nothing,
  body: z.strictObject({
    ...pageQuery,
    colour: z.enum(COLOURS).optional(),
    state: z.enum(SUPERVISION_STATES).optional(),
    unitId: z.string().max(64).optional(),
  }),
  reply: pageOf(SupervisionRow).extend({
    counts: z.partialRecord(z.enum(SUPERVISION_STATES), z.number().int()),
    units: z.array(z.object({ id: z.string(), name: z.string() })),
    talks: z.array(TalkView),
  }),
})

export const GetSupervision = endpoint({
  verb: 'GET',
  path: '/api/supervisions/:id',
  who: READERS,
  zh: '一张督办单和它的经过',
  params: idParams,
  body: nothing,
  reply: SupervisionView,
})

export const TransitionSupervision = endpoint({
  verb: 'POST',
  path: '/api/supervisions/:id/transitions',
  who: WRITERS,
  zh: '督办单的一步：书面答复、退回重答、挂牌、提请销号、同意或不同意销号；能做哪一步以 moves 为准',
  params: idParams,
  body: z.strictObject({
    key,
    move: z.enum(SUPERVISION_MOVES, '没有这个动作'),
    version: z.number().int().min(0).optional(),
    note: words('说明', 500).default(''),
    photos: fileIds(9).default([]),
    level: z.enum(SUPERVISION_LEVELS).nullable().default(null),
  }),
  reply: SupervisionView,
})

export const ListCaseSupervisions = endpoint({
  verb: 'GET',
  path: '/api/cases/:id/supervisions',
  who: READERS,
  zh: '一件案件的督办单，和能不能再发',
  params: idParams,
  body: nothing,
  reply: z.object({ items: z.array(SupervisionRow), colours: z.array(z.enum(COLOURS)) }),
})

export const IssueSupervision = endpoint({
  verb: 'POST',
  path: '/api/cases/:id/supervisions',
  who: ['reviewer', 'area_leader', 'admin'],
  zh: '发督办单：同一件案件每轮每种颜色一张；可以同时挂牌',
  params: idParams,
  body: z.strictObject({
    key,
    colour: z.enum(COLOURS, '请选择督办颜色'),
    level: z.enum(SUPERVISION_LEVELS, '请选择级别').default('county'),
    isListed: z.boolean().default(false),
    note: someWords('督办要求', 500),
  }),
  reply: SupervisionView,
})
