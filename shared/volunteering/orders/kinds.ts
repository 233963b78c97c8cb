import { type Refusal, refuse } from '../../kit/refusal'
import { VOLUNTEERING_RULES } from '../rules/rules'
import { ORDER_CLOCKS, type OrderClock, type OrderClocks } from './moves'

/** Hours of its own for a step; null: the county's. */
export type KindHours = Readonly<Record<OrderClock, number | null>>
export type OrderKind = {
  readonly code: string
  readonly zh: string
  readonly isOn: boolean
  readonly hours: KindHours
}

/** What counts for an order of this kind from its next step on. */
export const clocksOf = (county: OrderClocks, own: KindHours): OrderClocks =>
  Object.fromEntries(ORDER_CLOCKS.map((step) => [step, own[step] ?? county[step]])) as OrderClocks

/** Why the list cannot stand with this kind as it is to be, or null; `was` null: a new one. */
export function whyNotKind(all: readonly OrderKind[], was: OrderKind | null, is: OrderKind): Refusal | null {
  const others = all.filter(({ code }) => code !== is.code)
  if (others.some(({ zh }) => zh === is.zh)) return refuse('conflict', '已经有这个名称，请换一个', 'zh')
  for (const step of ORDER_CLOCKS) {
    const { zh, min, max } = VOLUNTEERING_RULES[step]
    const own = is.hours[step]
    if (own !== null && (!Number.isInteger(own) || own < min || own > max))
      return refuse('invalid', `${zh}填 ${min} 到 ${max} 小时之间的整数，或留空按县里的`, step)
  }
  if (!is.isOn && !others.some(({ isOn }) => isOn)) return refuse('invalid', '至少留一类在用，否则没有人能点单')
  const isSame = was !== null && JSON.stringify(kindFacts(was)) === JSON.stringify(kindFacts(is))
  return isSame ? refuse('invalid', '没有改动') : null
}

/** As the journal of settings has it. */
export const kindFacts = ({ zh, isOn, hours }: OrderKind): Record<string, string> => ({
  名称: zh,
  状态: isOn ? '在用' : '停用',
  ...Object.fromEntries(
    ORDER_CLOCKS.map((step) => [
      VOLUNTEERING_RULES[step].zh,
      hours[step] === null ? '按县里的' : `${hours[step]} 小时`,
    ]),
  ),
})
