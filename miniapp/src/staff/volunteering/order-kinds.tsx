import { StaffOnly } from '../../features/cases/desk/staff-only'
import { KindSettings } from '../../features/volunteering/orders/kind-settings'
import { useKindSettings } from '../../features/volunteering/orders/use-kind-settings'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'

export default function OrderKindsPage() {
  return <StaffOnly title="点单类别">{() => <Open />}</StaffOnly>
}

function Open() {
  const hand = useKindSettings()
  return (
    <Screen title="点单类别" wide className="rewards-desk">
      <Loaded load={hand.load}>{(data) => <KindSettings {...data} hand={hand} />}</Loaded>
    </Screen>
  )
}
