import type { VolunteeringRulesView } from '@shared/volunteering/rules/contract'
import { RULE_IDS, type RuleId, VOLUNTEERING_RULES } from '@shared/volunteering/rules/rules'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import type { RulesHand } from './use-rules'

const GROUPS = [...new Set(RULE_IDS.map((id) => VOLUNTEERING_RULES[id].group))]
const numbersOf = (texts: Record<RuleId, string>) =>
  Object.fromEntries(RULE_IDS.map((id) => [id, Number(texts[id].trim() || Number.NaN)])) as Record<RuleId, number>
const textsOf = (numbers: VolunteeringRulesView['numbers']) =>
  Object.fromEntries(RULE_IDS.map((id) => [id, String(numbers[id])])) as Record<RuleId, string>

/** 志愿服务规则: numbers as they are typed, judged by the server. */
export function RulesForm({ rules, hand: { busy, wrong, save } }: { rules: VolunteeringRulesView; hand: RulesHand }) {
  const [texts, setTexts] = useState(() => textsOf(rules.numbers))
  const wrongOf = (id: RuleId) => (wrong?.field?.split('.').at(-1) === id ? wrong.zh : '')
  const isTyped = RULE_IDS.every((id) => /^\d+$/.test(texts[id].trim()))
  const isSame = RULE_IDS.every((id) => texts[id].trim() === String(rules.numbers[id]))
  return (
    <Box className="office">
      <Box className="pairs">
        {GROUPS.map((group) => (
          <Card key={group} title={group}>
            {RULE_IDS.filter((id) => VOLUNTEERING_RULES[id].group === group).map((id) => {
              const { zh, unit, min, max } = VOLUNTEERING_RULES[id]
              const label = `${zh}（${unit}）`
              return (
                <FormRow key={id} label={label} hint={`${min}–${max}`} wrong={wrongOf(id)}>
                  <Input
                    label={label}
                    keyboard="number"
                    value={texts[id]}
                    max={5}
                    onText={(text) => setTexts({ ...texts, [id]: text })}
                  />
                </FormRow>
              )
            })}
          </Card>
        ))}
      </Box>
      <Button busy={busy} disabled={!isTyped || isSame} onTap={() => void save(rules.version, numbersOf(texts))}>
        保存规则
      </Button>
    </Box>
  )
}
