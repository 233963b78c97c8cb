import { checkCountyAdmin } from '../../../shared/people/grants'
import type { Actor } from '../../../shared/people/roles'
import type { VolunteeringRulesView } from '../../../shared/volunteering/rules/contract'
import { type RuleNumbers, ruleFacts, STAR_RULE_IDS, whyNotRules } from '../../../shared/volunteering/rules/rules'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { listStarLevels } from '../ledger/star-queries'
import { readSignUpRules } from '../move-queries'
import { readClocks } from '../orders/kind-actions'
import { recordRules } from './queries'

/** Where the county has no such level yet. */
const STARS = [100, 300, 600, 1000, 1500]

/** The numbers are the whole county's. */
export function admitted(actor: Actor) {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
}

async function findRules(deps: Deps): Promise<VolunteeringRulesView> {
  const [{ version, ...rules }, clocks, levels] = await Promise.all([
    readSignUpRules(deps.db),
    readClocks(deps),
    listStarLevels(deps.db),
  ])
  const stars = STAR_RULE_IDS.map(
    (id, i) => [id, levels.find((level) => level.stars === i + 1)?.hours ?? STARS[i]] as const,
  )
  const { offerMinutes, offerLeadMinutes, appealDays, adultDayMinutes, minorDayMinutes } = rules
  return {
    version,
    numbers: {
      ...{ offerMinutes, offerLeadMinutes, appealDays, adultDayMinutes, minorDayMinutes, ...clocks },
      ...(Object.fromEntries(stars) as Pick<RuleNumbers, (typeof STAR_RULE_IDS)[number]>),
    },
  }
}

export async function readRules(deps: Deps, actor: Actor) {
  admitted(actor)
  return findRules(deps)
}

type Ask = { readonly version: number; readonly numbers: RuleNumbers }

export async function changeRules(deps: Deps, actor: Actor, { version, numbers }: Ask, send: Send) {
  admitted(actor)
  const was = await findRules(deps)
  if (version !== was.version) return fail('conflict', '别人刚刚改过规则，请刷新后再改')
  const refusal = whyNotRules(was.numbers, numbers)
  if (refusal) grant(refusal)
  const change = {
    ...{ id: deps.newId(), kind: 'volunteering_rules_changed' as const, subjectId: 'county', zh: '志愿服务规则' },
    ...{ by: actor.id, at: deps.now(), before: ruleFacts(was.numbers), after: ruleFacts(numbers) },
  }
  const done = await recordRules(deps.db, version, numbers, change, send)
  return done ? readRules(deps, actor) : fail('conflict', '别人刚刚改过规则，请刷新后再改')
}
