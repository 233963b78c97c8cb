import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { key, nothing } from '../kit/fields'

const Day = z.object({ day: z.string(), kind: z.enum(['work', 'rest']), note: z.string() })
const year = z.coerce.number('年份有误').int('年份有误').min(2000, '年份有误').max(2100, '年份有误')
const csv = z.string('请粘贴或选择 CSV').min(1, '请粘贴或选择 CSV').max(40_000, '内容太长，一年最多 400 行')

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

export const CheckWorkYear = endpoint({
  verb: 'POST',
  path: '/api/work-calendar/check',
  who: ['admin'],
  zh: '试读一年的 CSV（日期,类型,说明），逐格指出错误，不改动日历',
  params: nothing,
  body: z.strictObject({ year, csv }),
  reply: z.object({
    days: z.array(Day),
    bad: z.array(z.object({ row: z.number().int(), column: z.string(), zh: z.string() })),
  }),
})

export const SetWorkYear = endpoint({
  verb: 'POST',
  path: '/api/work-calendar',
  who: ['admin'],
  zh: '整年替换工作日历：从 CSV，或从已公布的安排（不带 CSV）；立即用于期限计算',
  params: nothing,
  body: z.strictObject({ key, year, csv: csv.nullable().default(null) }),
  reply: WorkYearView,
})
