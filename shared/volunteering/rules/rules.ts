import { type Refusal, refuse } from '../../kit/refusal'
import { ORDER_CLOCKS } from '../orders/moves'

export const SIGN_UP_RULE_IDS = [
  'offerMinutes',
  'offerLeadMinutes',
  'appealDays',
  'adultDayMinutes',
  'minorDayMinutes',
] as const
export const STAR_RULE_IDS = ['star1', 'star2', 'star3', 'star4', 'star5'] as const
export const RULE_IDS = [...SIGN_UP_RULE_IDS, ...ORDER_CLOCKS, ...STAR_RULE_IDS] as const
export type RuleId = (typeof RULE_IDS)[number]
export type RuleNumbers = Readonly<Record<RuleId, number>>

type Rule = {
  readonly group: string
  readonly zh: string
  readonly unit: string
  readonly min: number
  readonly max: number
}
/** 志愿服务规则: the numbers a county sets, with what each may be; the constraints of their tables say the same. */
// biome-ignore format: a table reads by its columns
export const VOLUNTEERING_RULES: Readonly<Record<RuleId, Rule>> = {
  offerMinutes:     { group: '报名', zh: '候补名额保留',           unit: '分钟', min: 1,  max: 10_080 },
  offerLeadMinutes: { group: '报名', zh: '开始前多久不再保留',     unit: '分钟', min: 0,  max: 10_080 },
  appealDays:       { group: '报名', zh: '记为未到后可申诉',       unit: '天',   min: 1,  max: 60 },
  adultDayMinutes:  { group: '报名', zh: '成年人每天报名上限',     unit: '分钟', min: 30, max: 1440 },
  minorDayMinutes:  { group: '报名', zh: '未成年人每天报名上限',   unit: '分钟', min: 30, max: 1440 },
  triage:           { group: '点单时限', zh: '受理',               unit: '小时', min: 1,  max: 8760 },
  take:             { group: '点单时限', zh: '队伍接单',           unit: '小时', min: 1,  max: 8760 },
  agree:            { group: '点单时限', zh: '与点单人约定时间',   unit: '小时', min: 1,  max: 8760 },
  rate:             { group: '点单时限', zh: '点单人评单',         unit: '小时', min: 1,  max: 8760 },
  star1:            { group: '星级', zh: '一星志愿者满',           unit: '小时', min: 1,  max: 50_000 },
  star2:            { group: '星级', zh: '二星志愿者满',           unit: '小时', min: 1,  max: 50_000 },
  star3:            { group: '星级', zh: '三星志愿者满',           unit: '小时', min: 1,  max: 50_000 },
  star4:            { group: '星级', zh: '四星志愿者满',           unit: '小时', min: 1,  max: 50_000 },
  star5:            { group: '星级', zh: '五星志愿者满',           unit: '小时', min: 1,  max: 50_000 },
}

/** Why these numbers cannot stand, or null; the sentence says which and what it may be. */
export function whyNotRules(was: RuleNumbers, is: RuleNumbers): Refusal | null {
  for (const id of RULE_IDS) {
    const { zh, unit, min, max } = VOLUNTEERING_RULES[id]
    if (!Number.isInteger(is[id]) || is[id] < min || is[id] > max)
      return refuse('invalid', `${zh}填 ${min} 到 ${max} ${unit}之间的整数`, id)
  }
  if (is.minorDayMinutes > is.adultDayMinutes)
    return refuse('invalid', '未成年人每天的上限不能高于成年人', 'minorDayMinutes')
  const low = STAR_RULE_IDS.find((id, i) => i > 0 && is[id] <= is[STAR_RULE_IDS[i - 1] ?? id])
  if (low) return refuse('invalid', `${VOLUNTEERING_RULES[low].zh}的时长要比下一级多`, low)
  return RULE_IDS.every((id) => was[id] === is[id]) ? refuse('invalid', '没有改动') : null
}

/** As the journal of settings has it: 受理 24 小时. */
export const ruleFacts = (numbers: RuleNumbers): Record<string, string> =>
  Object.fromEntries(
    RULE_IDS.map((id) => {
      const { group, zh, unit } = VOLUNTEERING_RULES[id]
      return [`${group}·${zh}`, `${numbers[id]} ${unit}`]
    }),
  )
