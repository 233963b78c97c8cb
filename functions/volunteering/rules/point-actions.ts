import { addDays, shanghai } from '../../../shared/kit/time'
import type { Actor } from '../../../shared/people/roles'
import { type PointRule, pointRuleFacts, ruleOn, whyNotPointRule } from '../../../shared/volunteering/points/rules'
import type { PointRulesView } from '../../../shared/volunteering/rules/contract'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { listPointRules } from '../points/queries'
import { admitted } from './actions'
import { recordPointRule } from './point-queries'

export async function readPointRules({ db, now }: Deps, actor: Actor): Promise<PointRulesView> {
  admitted(actor)
  const today = shanghai(now()).day
  const items = (await listPointRules(db)).map(({ startsOn, pointsPerHour, keptYears }) => ({
    ...{ startsOn, pointsPerHour, keptYears, hasBegun: startsOn <= today },
  }))
  return { items, from: shanghai(addDays(now(), 1)).day }
}

/** 积分办法 from a day to come on; a rule that has not begun may be set once more. */
export async function setPointRule(deps: Deps, actor: Actor, is: PointRule, send: Send) {
  admitted(actor)
  const [rules, at] = [await listPointRules(deps.db), deps.now()]
  const refusal = whyNotPointRule(rules, is, at)
  if (refusal) grant(refusal)
  const was = ruleOn(rules, is.startsOn)
  const change = {
    ...{ id: deps.newId(), kind: 'point_rule_changed' as const, subjectId: is.startsOn, zh: `${is.startsOn} 起` },
    ...{ by: actor.id, at, before: was ? pointRuleFacts(was) : {}, after: pointRuleFacts(is) },
  }
  const replaces = rules.find(({ startsOn }) => startsOn === is.startsOn) ?? null
  const done = await recordPointRule(deps.db, is, replaces, change, send)
  return done ? readPointRules(deps, actor) : fail('conflict', '别人刚刚定过这一天，请刷新后再定')
}
