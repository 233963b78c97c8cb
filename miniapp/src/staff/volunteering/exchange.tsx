import { StaffOnly } from '../../features/cases/desk/staff-only'
import { ExchangeDesk } from '../../features/volunteering/points/exchange-desk'
import { useExchangeDesk } from '../../features/volunteering/points/use-points'
import { Screen } from '../../ui/screen'

export default function ExchangePage() {
  return <StaffOnly title="积分兑换">{() => <Open />}</StaffOnly>
}

function Open() {
  const hand = useExchangeDesk()
  return (
    <Screen title="积分兑换" wide className="rewards-desk">
      <ExchangeDesk hand={hand} />
    </Screen>
  )
}
