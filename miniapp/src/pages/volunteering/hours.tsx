import { MyHours } from '../../features/volunteering/my-hours'
import { useHours } from '../../features/volunteering/use-hours'
import { Screen } from '../../ui/screen'

export default function MyHoursPage() {
  const hours = useHours()
  return (
    <Screen title="我的志愿时长">
      <MyHours hours={hours} />
    </Screen>
  )
}
