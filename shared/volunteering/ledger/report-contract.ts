import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { key, moment, nothing } from '../../kit/fields'
import { ReportFigures } from './report'

/** Below this a number could point at a person; zero says nothing about anybody. */
const figure = z.int().nullable()

export const GetServiceFigures = endpoint({
  verb: 'GET',
  path: '/api/service-figures',
  who: 'anyone',
  zh: '志愿服务公开数字和它的时间：注册志愿者、今天在服务、活动场次、两类时长；小于 5 的不显示',
  params: nothing,
  body: nothing,
  reply: z.object({
    at: moment,
    registered: figure,
    activeToday: figure,
    activities: figure,
    measuredMinutes: z.int().nullable(),
    supplementedMinutes: z.int().nullable(),
  }),
})
export type ServiceFigures = z.output<typeof GetServiceFigures.reply>

const Frozen = z.object({ ...ReportFigures.shape, alg: z.string(), hash: z.string(), byZh: z.string(), at: moment })

const Reports = z.object({
  /** The last whole year while it is not frozen yet, as it stands now. */
  draft: ReportFigures.nullable(),
  items: z.array(Frozen),
})

export const ListServiceReports = endpoint({
  verb: 'GET',
  path: '/api/service-reports',
  who: ['admin'],
  zh: '志愿服务记录与证明年度报告（67号令）：已定稿的各年，和上一年还没定稿的数字',
  params: nothing,
  body: nothing,
  reply: Reports,
})

export const FreezeServiceReport = endpoint({
  verb: 'POST',
  path: '/api/service-reports',
  who: ['admin'],
  zh: '年度报告定稿：一年一份，定稿后不能改；这一年过完才能定稿',
  params: nothing,
  body: z.strictObject({ key, year: z.int('年份有误').min(2000, '年份有误').max(2100, '年份有误') }),
  reply: Reports,
})
