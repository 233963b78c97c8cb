import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { idParams, key, moment, nothing, pageOf, pageQuery, someWords, words } from '../../kit/fields'
import { EVIDENCE_CLASSES } from '../attendance'
import { ANOMALY_KINDS, ANOMALY_STATES } from './anomalies'
import { CALL_BACK_RESULTS } from './call-backs'

const OFFICE = ['reviewer', 'admin'] as const

export const AnomalyView = z.object({
  id: z.string(),
  kind: z.enum(ANOMALY_KINDS),
  /** What was found, in one line. */
  zh: z.string(),
  at: moment,
  /** The shift it was found in; the last of several. */
  shift: z.object({
    id: z.string(),
    activityId: z.string(),
    title: z.string(),
    teamName: z.string(),
    leaderZh: z.string(),
    startsAt: moment,
    endsAt: moment,
  }),
  people: z.array(z.object({ signUpId: z.string(), name: z.string(), number: z.string() })),
  reviews: z.array(z.object({ note: z.string(), byZh: z.string(), at: moment })),
  mayReview: z.boolean(),
})
export type AnomalyView = z.infer<typeof AnomalyView>

export const ListAnomalies = endpoint({
  verb: 'GET',
  path: '/api/attendance-anomalies',
  who: OFFICE,
  zh: '签到异常，由记录推出、只供核实，不自动处罚；最近的在前',
  params: nothing,
  body: z.strictObject({
    ...pageQuery,
    state: z.enum(ANOMALY_STATES).default('open'),
    kind: z.enum(ANOMALY_KINDS).optional(),
  }),
  reply: pageOf(AnomalyView),
})

export const ReviewAnomaly = endpoint({
  verb: 'POST',
  path: '/api/attendance-anomalies/:id/reviews',
  who: OFFICE,
  zh: '标为已核，写明核实的情况，留痕；与自己有关的由别人核；时长不变',
  params: idParams,
  body: z.strictObject({ key, note: someWords('核实的情况', 300) }),
  reply: AnomalyView,
})

export const DrawnRecord = z.object({
  recordId: z.string(),
  signUpId: z.string(),
  month: z.string(),
  name: z.string(),
  number: z.string(),
  title: z.string(),
  teamName: z.string(),
  placeZh: z.string(),
  leaderZh: z.string(),
  confirmedByZh: z.string(),
  servedFrom: moment,
  servedTo: moment,
  creditedMinutes: z.int(),
  evidence: z.enum(EVIDENCE_CLASSES),
  /** Every call, the last one last; its result stands. */
  calls: z.array(z.object({ result: z.enum(CALL_BACK_RESULTS), note: z.string(), byZh: z.string(), at: moment })),
  mayCall: z.boolean(),
})
export type DrawnRecord = z.infer<typeof DrawnRecord>

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份写成 2026-06 这样')

export const ListCallBacks = endpoint({
  verb: 'GET',
  path: '/api/record-call-backs',
  who: OFFICE,
  zh: '抽查回访：一个已结束月份认定的记录里抽 2%（至少一条）；谁都改不了抽到哪些',
  params: nothing,
  body: z.strictObject({ month: month.optional() }),
  reply: z.object({ month: z.string(), months: z.array(z.string()), items: z.array(DrawnRecord) }),
})

export const RecordCallBack = endpoint({
  verb: 'POST',
  path: '/api/record-call-backs/:id/results',
  who: OFFICE,
  zh: '记下回访结果：核实、不符或联系不上；时长不变，不符的另走更正',
  params: idParams,
  body: z.strictObject({
    key,
    result: z.enum(CALL_BACK_RESULTS, '请选择核实、不符或联系不上'),
    note: words('说明', 300).default(''),
  }),
  reply: DrawnRecord,
})

export const GetCallBackFigures = endpoint({
  verb: 'GET',
  path: '/api/call-back-figures',
  who: 'anyone',
  zh: '抽查回访公开数字：近 12 个月每月认定、抽到、核实、不符、联系不上的条数，和抽签用的凭据',
  params: nothing,
  body: nothing,
  reply: z.object({
    at: moment,
    percent: z.int(),
    months: z.array(
      z.object({
        month: z.string(),
        records: z.int(),
        drawn: z.int(),
        verified: z.int(),
        differs: z.int(),
        unreached: z.int(),
        /** Hash of the ledger's last row of the month: with it anyone can draw the same records again. */
        salt: z.string(),
      }),
    ),
  }),
})
export type CallBackFigures = z.infer<typeof GetCallBackFigures.reply>
