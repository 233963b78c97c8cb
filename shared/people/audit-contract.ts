import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { moment, nothing, pageOf, pageQuery } from '../kit/fields'
import { AUDIT_OUTCOMES } from './audit'

export const AuditView = z.object({
  seq: z.int(),
  at: moment,
  outcome: z.enum(AUDIT_OUTCOMES),
  /** What was done, by the endpoint's own sentence. */
  zh: z.string(),
  byName: z.string(),
  /** The roles they held then, in Chinese. */
  rolesZh: z.string(),
  subjectId: z.string(),
  /** The block of addresses it came from; empty where it came from none. */
  address: z.string(),
  hash: z.string(),
})
export type AuditView = z.infer<typeof AuditView>

export const ListAudit = endpoint({
  verb: 'GET',
  path: '/api/audit',
  who: ['admin'],
  zh: '审计记录：谁在什么时候做了什么，最新的在前；只有全县管理员能看',
  params: nothing,
  body: z.strictObject({
    outcome: z.enum(AUDIT_OUTCOMES, '没有这一类').optional(),
    personId: z.string().min(1).max(64).optional(),
    day: z.iso.date('日期有误').optional(),
    ...pageQuery,
  }),
  reply: pageOf(AuditView),
})

export const GetAuditChain = endpoint({
  verb: 'GET',
  path: '/api/audit/chain',
  who: ['admin'],
  zh: '审计链是否完好：最近一万行逐行重算，和每天留底的链头对照',
  params: nothing,
  body: nothing,
  reply: z.object({
    rows: z.int(),
    checked: z.int(),
    /** The first row that does not fit, or null. */
    brokenSeq: z.int().nullable(),
    /** The day whose head no longer fits, or null. */
    brokenDay: z.string().nullable(),
    heads: z.array(z.object({ day: z.string(), seq: z.int(), hash: z.string() })),
  }),
})
