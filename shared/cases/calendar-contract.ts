import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { key, nothing } from '../kit/fields'

const Day = z.object({ day: z.string(), kind: z.enum(['work', 'rest']), note: z.string() })
const year = z.coerce.number('年份有误').int('年份有误').min(2000, '年份有误').max(2100, '年份有误')

export const CALENDAR_BYTES_MAX = 512 * 1024

export const WorkYearView = z.object({
  year: z.number().int(),
  /** Where the days came from; null where the year is missing, and deadlines that reach into it are refused. */
  source: z.string().nullable(),
  days: z.array(Day),
  /** The kept library knows the published list of this year. */
  isPublished: z.boolean(),
})
export type WorkYearView = z.infer<typeof WorkYearView>

export const GetWorkYear = endpoint({
  verb: 'GET',
  path: '/api/work-calendar',
  who: ['admin'],
  zh: '一年的工作日历：和周一到周五不一样的日子；没有导入的年份说明没有',
  params: nothing,
  body: z.strictObject({ year }),
  reply: WorkYearView,
})

export const GetWorkYearTable = endpoint({
  verb: 'GET',
  path: '/api/work-calendar/table',
  who: ['admin'],
  zh: '下载一年的工作日历（XLSX：日期、类型、说明），改好可以原样传回；没有导入的年份只有表头',
  params: nothing,
  body: z.strictObject({ year }),
  reply: z.unknown(),
  gives: 'file',
})

export const WorkYearCheck = z.object({
  days: z.array(Day),
  bad: z.array(z.object({ sheet: z.string(), row: z.number().int(), column: z.string(), zh: z.string() })),
  /** Of these bytes and of the year as it stands; null while a cell is bad. To be sent along with the bytes for good. */
  stamp: z.string().nullable(),
})
export type WorkYearCheck = z.infer<typeof WorkYearCheck>

export const CheckWorkYear = endpoint({
  verb: 'POST',
  path: '/api/work-calendar/check',
  who: ['admin'],
  zh: '试读一年的工作日历（multipart，字段 file：XLSX 或 CSV，列为日期、类型、说明），逐格指出错误，不改动日历',
  params: nothing,
  body: z.strictObject({ year }),
  reply: WorkYearCheck,
  takes: 'multipart',
})

export const ImportWorkYear = endpoint({
  verb: 'POST',
  path: '/api/work-calendar/imports',
  who: ['admin'],
  zh: '用试读过的同一个文件整年替换工作日历（multipart，字段 file，加上试读给的 stamp）；立即用于期限计算',
  params: nothing,
  body: z.strictObject({ key, year, stamp: z.string('请先检查').length(64, '请先检查') }),
  reply: WorkYearView,
  takes: 'multipart',
})

export const FillWorkYear = endpoint({
  verb: 'POST',
  path: '/api/work-calendar',
  who: ['admin'],
  zh: '按已公布的放假安排整年替换工作日历；立即用于期限计算',
  params: nothing,
  body: z.strictObject({ key, year }),
  reply: WorkYearView,
})
