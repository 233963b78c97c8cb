import { StaffOnly } from '../../features/cases/desk/staff-only'
import { RuleBook } from '../../features/reports/rewards/rule-book'
import { Screen } from '../../ui/screen'

export default function RewardRulesPage() {
  return (
    <StaffOnly title="奖励办法">
      {(me) => (
        <Screen title="奖励办法" wide className="rewards-desk">
          <RuleBook mayEdit={me.roles.some(({ role }) => role === 'admin')} />
        </Screen>
      )}
    </StaffOnly>
  )
}
