import { useRouter } from '@tarojs/taro'
import { OrderPage } from '../../features/volunteering/orders/order-page'
import { useOrder } from '../../features/volunteering/orders/use-order'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'

export default function OneOrderPage() {
  const { id = '' } = useRouter<{ id: string }>().params
  const hand = useOrder(id)
  return (
    <Screen title="点单">
      <Loaded load={hand.load}>{(order) => <OrderPage order={order} hand={hand} />}</Loaded>
    </Screen>
  )
}
