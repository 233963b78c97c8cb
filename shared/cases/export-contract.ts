import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { moment, nothing, pageOf, pageQuery } from '../kit/fields'
import { caseFilter } from './filter'

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** 导出登记 also tells which papers were taken. */
export const JOURNAL_FORMATS = [...EXPORT_FORMATS, 'pdf'] as const

export const ExportCases = endpoint({
  verb: 'GET',
  path: '/api/cases/export',
  who: ['reviewer', 'dispatcher', 'admin'],
  zh: '导出台账：筛选条件同列表，只有自己能看的案件，不含反映人；每次导出都登记导出人和原因',
  params: nothing,
  body: z.strictObject({
    ...caseFilter,
    format: z.enum(EXPORT_FORMATS, '请选择 csv 或 xlsx'),
    reason: z.string('请写明导出原因').trim().min(2, '导出原因至少写两个字').max(200, '导出原因最多 200 个字'),
  }),
  reply: z.unknown(),
  gives: 'file',
  isSensitive: true,
})

export const ExportView = z.object({
  id: z.string(),
  byName: z.string(),
  format: z.enum(JOURNAL_FORMATS),
  reason: z.string(),
  rows: z.number().int(),
  /** How many of the ledger's filters were set; none means all that the person may see. */
  filters: z.number().int(),
  at: moment,
})
export type ExportView = z.infer<typeof ExportView>

export const ListExports = endpoint({
  verb: 'GET',
  path: '/api/case-exports',
  who: ['admin'],
  zh: '导出登记：谁在什么时候因为什么导出了多少行，最新的在前',
  params: nothing,
  body: z.strictObject(pageQuery),
  reply: pageOf(ExportView),
})
