import { Activities } from '../../features/volunteering/activity-list'
import { Doors } from '../../features/volunteering/doors'
import { NextShift } from '../../features/volunteering/next-shift'
import { useNextSignUp } from '../../features/volunteering/use-my-sign-ups'
import { Screen } from '../../ui/screen'

export default function ActivitiesPage() {
  const next = useNextSignUp()
  return (
    <Screen title="志愿活动" tab="志愿">
      {next && <NextShift mine={next} />}
      <Doors />
      <Activities />
    </Screen>
  )
}
