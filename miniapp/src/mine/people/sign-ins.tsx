import { MySignIns } from '../../features/people/sign-in-list'
import { Screen } from '../../ui/screen'

export default function SignInsPage() {
  return (
    <Screen title="登录设备" className="settings">
      <MySignIns />
    </Screen>
  )
}
