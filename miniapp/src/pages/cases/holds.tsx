import { Holds } from '../../features/cases/holds'
import { Screen } from '../../ui/screen'

export default function HoldsPage() {
  return (
    <Screen title="挂账清单">
      <Holds />
    </Screen>
  )
}
