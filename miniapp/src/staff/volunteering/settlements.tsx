import { StaffOnly } from '../../features/cases/desk/staff-only'
import { Settlements } from '../../features/volunteering/ledger/settlements'
import { Screen } from '../../ui/screen'

export default function SettlementsPage() {
  return (
    <StaffOnly title="登记期限">
      {() => (
        <Screen title="登记期限" wide className="rewards-desk">
          <Settlements />
        </Screen>
      )}
    </StaffOnly>
  )
}
