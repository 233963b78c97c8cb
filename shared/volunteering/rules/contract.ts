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
  zh: '志愿服务规则：候补保留、申诉期限、每日上限、点单时限；全县管理员',
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
