import { MySignUps } from '../../features/volunteering/my-sign-ups'
import { Screen } from '../../ui/screen'

export default function MyActivitiesPage() {
  return (
    <Screen title="我的活动">
      <MySignUps />
    </Screen>
  )
}
