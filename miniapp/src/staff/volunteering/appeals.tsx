import { StaffOnly } from '../../features/cases/desk/staff-only'
import { Appeals } from '../../features/volunteering/appeals'
import { useAppeals } from '../../features/volunteering/use-appeals'
import { Screen } from '../../ui/screen'

export default function AppealsPage() {
  return <StaffOnly title="未到申诉">{() => <Open />}</StaffOnly>
}

function Open() {
  const hand = useAppeals()
  return (
    <Screen title="未到申诉" wide className="rewards-desk">
      <Appeals hand={hand} />
    </Screen>
  )
}
