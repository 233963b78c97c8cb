import { StaffOnly } from '../../features/cases/desk/staff-only'
import { SupervisionLedger } from '../../features/cases/supervision/ledger'
import { Screen } from '../../ui/screen'

export default function SupervisionsPage() {
  return (
    <StaffOnly title="督办台账">
      {() => (
        <Screen title="督办台账" wide>
          <SupervisionLedger />
        </Screen>
      )}
    </StaffOnly>
  )
}
