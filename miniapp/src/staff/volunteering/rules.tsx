import { StaffOnly } from '../../features/cases/desk/staff-only'
import { RulesForm } from '../../features/volunteering/rules/rules-form'
import { useRules } from '../../features/volunteering/rules/use-rules'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'

export default function VolunteeringRulesPage() {
  return <StaffOnly title="志愿服务规则">{() => <Open />}</StaffOnly>
}

function Open() {
  const hand = useRules()
  return (
    <Screen title="志愿服务规则" wide className="rewards-desk">
      <Loaded load={hand.load}>{(rules) => <RulesForm key={rules.version} rules={rules} hand={hand} />}</Loaded>
    </Screen>
  )
}
