import { MyRewards } from '../../features/reports/rewards/my-rewards'
import { useMyRewards } from '../../features/reports/rewards/use-my-rewards'
import { Screen } from '../../ui/screen'

export default function MyRewardsPage() {
  const hand = useMyRewards()
  return (
    <Screen title="我的奖励">
      <MyRewards hand={hand} />
    </Screen>
  )
}
