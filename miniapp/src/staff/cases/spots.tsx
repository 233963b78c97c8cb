import { StaffOnly } from '../../features/cases/desk/staff-only'
import { Spots } from '../../features/cases/spots/spots'
import { Screen } from '../../ui/screen'

export default function SpotsPage() {
  return (
    <StaffOnly title="热点与反复点">
      {() => (
        <Screen title="热点与反复点" wide>
          <Spots />
        </Screen>
      )}
    </StaffOnly>
  )
}
