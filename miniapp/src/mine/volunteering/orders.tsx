import { useState } from 'react'
import { OrderList } from '../../features/volunteering/orders/order-list'
import { OrderSheet } from '../../features/volunteering/orders/order-sheet'
import { useOrders } from '../../features/volunteering/orders/use-orders'
import { useLeadsTeam } from '../../features/volunteering/teams/use-teams'
import { Button } from '../../ui/button'
import { go } from '../../ui/nav'
import { Screen } from '../../ui/screen'

export default function OrdersPage() {
  const hand = useOrders('mine')
  const leads = useLeadsTeam()
  const [asking, setAsking] = useState(false)
  return (
    <Screen
      title="志愿点单"
      bar={
        <Button icon="plus" onTap={() => setAsking(true)}>
          我要点单
        </Button>
      }
    >
      <OrderList hand={hand} lists={leads ? ['mine', 'team', 'pool'] : ['mine']} />
      {asking && (
        <OrderSheet
          onClose={() => setAsking(false)}
          onDone={(id) => {
            setAsking(false)
            go('/mine/volunteering/order', { id })
          }}
        />
      )}
    </Screen>
  )
}
