import { MyPoints } from '../../features/volunteering/points/my-points'
import { useMyPoints } from '../../features/volunteering/points/use-points'
import { Screen } from '../../ui/screen'

export default function MyPointsPage() {
  const hand = useMyPoints()
  return (
    <Screen title="我的积分">
      <MyPoints hand={hand} />
    </Screen>
  )
}
