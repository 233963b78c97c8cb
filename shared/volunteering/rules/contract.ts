import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { key, nothing } from '../../kit/fields'
import { RULE_IDS } from './rules'

const Numbers = z.record(z.enum(RULE_IDS), z.number('请填写数字'))
const Rules = z.object({ version: z.int(), numbers: Numbers })
export type VolunteeringRulesView = z.output<typeof Rules>

export const GetVolunteeringRules = endpoint({
  verb: 'GET',
  path: '/api/volunteering-rules',
  who: ['admin'],
  zh: '志愿服务规则：候补保留、申诉期限、每日上限、点单时限、星级标准；全县管理员',
  params: nothing,
  body: nothing,
  reply: Rules,
})

export const ChangeVolunteeringRules = endpoint({
  verb: 'POST',
  path: '/api/volunteering-rules/changes',
  who: ['admin'],
  zh: '修改志愿服务规则，改前改后留痕；全县管理员',
  params: nothing,
  body: z.strictObject({ key, version: z.int().min(0), numbers: Numbers }),
  reply: Rules,
})

const PointRule = z.object({
  startsOn: z.string(),
  pointsPerHour: z.int(),
  keptYears: z.int(),
  /** What has begun stays as it is. */
  hasBegun: z.boolean(),
})
const PointRules = z.object({ items: z.array(PointRule), from: z.string() })
export type PointRulesView = z.output<typeof PointRules>

export const ListPointRules = endpoint({
  verb: 'GET',
  path: '/api/volunteer-point-rules',
  who: ['admin'],
  zh: '志愿积分办法的各个版本，新的在前，和最早可定的一天；全县管理员',
  params: nothing,
  body: nothing,
  reply: PointRules,
})

export const SetPointRule = endpoint({
  verb: 'POST',
  path: '/api/volunteer-point-rules',
  who: ['admin'],
  zh: '定从某一天起的每小时积分和到期，留痕；还没开始的可再定一次，已得的积分和到期不变；全县管理员',
  params: nothing,
  body: z.strictObject({
    key,
    startsOn: z.iso.date('日期写成 2026-12-31'),
    pointsPerHour: z.number('请填写每小时积分'),
    keptYears: z.number('请填写保留年数'),
  }),
  reply: PointRules,
})
