import { StaffOnly } from '../../features/cases/desk/staff-only'
import { Office } from '../../features/reports/rewards/office'
import { useOffice } from '../../features/reports/rewards/use-office'
import { Screen } from '../../ui/screen'

export default function RewardsPage() {
  return (
    <StaffOnly title="奖励发放">
      {() => (
        <Screen title="奖励发放" wide className="rewards-desk">
          <Desk />
        </Screen>
      )}
    </StaffOnly>
  )
}

const Desk = () => <Office hand={useOffice()} />
