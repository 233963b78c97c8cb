import { StaffOnly } from '../../features/cases/desk/staff-only'
import { SpotChecks } from '../../features/volunteering/spot-checks/spot-checks'
import { Screen } from '../../ui/screen'

export default function SpotChecksPage() {
  return (
    <StaffOnly title="异常与抽查">
      {() => (
        <Screen title="异常与抽查" wide className="rewards-desk">
          <SpotChecks />
        </Screen>
      )}
    </StaffOnly>
  )
}
