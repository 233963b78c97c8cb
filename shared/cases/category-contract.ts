import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing, someWords, words } from '../kit/fields'

const clock = z.enum(['work', 'wall'], '请选择怎样计时')
const lines = (what: string, most: number) =>
  z.array(someWords(what, 40), `请填写${what}`).max(most, `${what}最多 ${most} 条`)
const minutes = z.int('请填写时限').min(15, '时限最短 15 分钟').max(500_000, '时限太长')

const rule = {
  zh: someWords('类别名称', 20),
  departmentZh: someWords('主管行业', 20),
  limitMinutes: minutes,
  limitClock: clock,
  /** The short limit of 安全隐患 and 应急; both null where there is none. */
  hazardMinutes: minutes.nullable(),
  hazardClock: clock.nullable(),
  isPrivate: z.boolean('请选择是否公开'),
  /** 位置敏感: outsiders get a coarse square instead of the place. */
  isFuzzed: z.boolean('请选择位置是否模糊'),
  hintZh: words('提示', 60),
  keywords: lines('关键词', 20),
  filingConditions: lines('立案条件', 8).min(1, '请至少写一条立案条件'),
  closingConditions: lines('结案条件', 8).min(1, '请至少写一条结案条件'),
}
export const CategoryRule = z.strictObject(rule)
export type CategoryRule = z.infer<typeof CategoryRule>

const RuleVersion = z.object({
  ...rule,
  /** Null for what the category said from the beginning. */
  startsAt: moment.nullable(),
  limitZh: z.string(),
  hazardLimitZh: z.string().nullable(),
})
export type RuleVersion = z.infer<typeof RuleVersion>

export const CategoryHistory = z.object({
  code: z.string(),
  groupZh: z.string(),
  /** The version in force now, by its place in the list. */
  now: z.number().int(),
  versions: z.array(RuleVersion),
})
export type CategoryHistory = z.infer<typeof CategoryHistory>

export const ListCategoryRules = endpoint({
  verb: 'GET',
  path: '/api/category-rules',
  who: ['admin'],
  zh: '全部类别现在的时限，以及哪些有将要生效的新版本',
  params: nothing,
  body: nothing,
  reply: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        zh: z.string(),
        groupZh: z.string(),
        limitZh: z.string(),
        hazardLimitZh: z.string().nullable(),
        isPrivate: z.boolean(),
        isChanging: z.boolean(),
      }),
    ),
  }),
})

export const GetCategoryHistory = endpoint({
  verb: 'GET',
  path: '/api/category-rules/:id',
  who: ['admin'],
  zh: '一个类别从头到尾的版本：名称、时限、条件、是否公开，各从哪天起',
  params: idParams,
  body: nothing,
  reply: CategoryHistory,
})

export const ChangeCategory = endpoint({
  verb: 'POST',
  path: '/api/category-rules/:id',
  who: ['admin'],
  zh: '从某一天起类别按新的规则；在那之前提交的案件照旧，过去的版本不能改',
  params: idParams,
  body: z.strictObject({ key, startsOn: z.iso.date('请选择从哪天起'), ...rule }),
  reply: CategoryHistory,
})
