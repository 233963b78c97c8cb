import { StaffOnly } from '../../features/cases/desk/staff-only'
import { Requests } from '../../features/volunteering/ledger/requests'
import { useRequests } from '../../features/volunteering/ledger/use-requests'
import { Screen } from '../../ui/screen'

export default function HoursRequestsPage() {
  return <StaffOnly title="更正与补录">{() => <Open />}</StaffOnly>
}

function Open() {
  const hand = useRequests()
  return (
    <Screen title="更正与补录" wide className="rewards-desk">
      <Requests hand={hand} />
    </Screen>
  )
}
