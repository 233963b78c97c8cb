import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { moment, nothing, pageOf, pageQuery } from '../../kit/fields'
import { HOURS_EXPORT_KINDS } from './codes'

const Sum = z.object({ key: z.string(), zh: z.string(), measured: z.int(), supplemented: z.int(), minutes: z.int() })

export const GetHoursTotals = endpoint({
  verb: 'GET',
  path: '/api/hours-ledger/totals',
  who: ['admin'],
  zh: '时长合计：按人、队伍、月份、类别，都从同一次读账得出，和账一分不差；按人只列前 100 位',
  params: nothing,
  body: nothing,
  reply: z.object({
    at: moment,
    all: Sum,
    people: z.array(Sum),
    /** How many there are in all. */
    peopleCount: z.int(),
    teams: z.array(Sum),
    months: z.array(Sum),
    classes: z.array(Sum),
  }),
})
export type HoursTotals = z.output<typeof GetHoursTotals.reply>
export type HoursSum = z.output<typeof Sum>

export const VerifyHoursLedger = endpoint({
  verb: 'GET',
  path: '/api/hours-ledger/verification',
  who: ['admin'],
  zh: '核对时长账的哈希链；断了就指出第一笔不符的',
  params: nothing,
  body: nothing,
  reply: z.object({
    at: moment,
    alg: z.literal('sha256'),
    rows: z.int(),
    head: z.string(),
    broken: z.object({ seq: z.int(), id: z.string() }).nullable(),
  }),
})

const reason = z.string('请写明用途').trim().min(2, '用途至少写两个字').max(200, '用途最多 200 个字')

export const ExportHoursJournal = endpoint({
  verb: 'GET',
  path: '/api/hours-ledger/journal',
  who: ['admin'],
  zh: '时长账的 hledger 日记账（纯文本，一笔一条分录，单位分钟）；登记导出人和用途',
  params: nothing,
  body: z.strictObject({ reason }),
  reply: z.unknown(),
  gives: 'file',
  isSensitive: true,
})

export const ExportServiceRecords = endpoint({
  verb: 'GET',
  path: '/api/service-records/export',
  who: ['admin'],
  zh: '服务记录 CSV：67号令第五条至第十条的记录项；登记导出人和用途',
  params: nothing,
  body: z.strictObject({ reason }),
  reply: z.unknown(),
  gives: 'file',
  isSensitive: true,
})

export const ListHoursExports = endpoint({
  verb: 'GET',
  path: '/api/hours-exports',
  who: ['admin'],
  zh: '时长导出登记，最新的在前',
  params: nothing,
  body: z.strictObject(pageQuery),
  reply: pageOf(
    z.object({
      id: z.string(),
      kind: z.enum(HOURS_EXPORT_KINDS),
      byName: z.string(),
      reason: z.string(),
      rows: z.int(),
      at: moment,
    }),
  ),
})
