import { StaffOnly } from '../../features/cases/desk/staff-only'
import { FiguresCard } from '../../features/volunteering/orders/figures-card'
import { OrderList } from '../../features/volunteering/orders/order-list'
import { useOrders } from '../../features/volunteering/orders/use-orders'
import { Box } from '../../ui/box'
import { Screen } from '../../ui/screen'

export default function OrderDeskPage() {
  return <StaffOnly title="点单调度">{() => <Open />}</StaffOnly>
}

function Open() {
  const hand = useOrders('desk')
  return (
    <Screen title="点单调度" wide className="rewards-desk">
      <Box className="office">
        <OrderList hand={hand} lists={['desk', 'pool']} />
        <FiguresCard />
      </Box>
    </Screen>
  )
}
