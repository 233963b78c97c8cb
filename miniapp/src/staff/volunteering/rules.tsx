import { StaffOnly } from '../../features/cases/desk/staff-only'
import { PointRules } from '../../features/volunteering/rules/point-rules'
import { RulesForm } from '../../features/volunteering/rules/rules-form'
import { usePointRules } from '../../features/volunteering/rules/use-point-rules'
import { useRules } from '../../features/volunteering/rules/use-rules'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'

export default function VolunteeringRulesPage() {
  return <StaffOnly title="志愿服务规则">{() => <Open />}</StaffOnly>
}

function Open() {
  const hand = useRules()
  const points = usePointRules()
  return (
    <Screen title="志愿服务规则" wide className="rewards-desk">
      <Loaded load={hand.load}>{(rules) => <RulesForm key={rules.version} rules={rules} hand={hand} />}</Loaded>
      <Loaded load={points.load}>{(rules) => <PointRules rules={rules} hand={points} />}</Loaded>
    </Screen>
  )
}
