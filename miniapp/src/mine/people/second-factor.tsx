import { SecondFactor } from '../../features/people/second-factor'
import { Screen } from '../../ui/screen'

export default function SecondFactorPage() {
  return (
    <Screen title="两步验证" className="settings">
      <SecondFactor />
    </Screen>
  )
}
