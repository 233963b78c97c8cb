import { StaffOnly } from '../../features/cases/desk/staff-only'
import { Rates } from '../../features/cases/rates/rates'
import { Screen } from '../../ui/screen'

export default function RatesPage() {
  return (
    <StaffOnly title="三率">
      {() => (
        <Screen title="三率" wide>
          <Rates />
        </Screen>
      )}
    </StaffOnly>
  )
}
