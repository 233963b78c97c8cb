import { Stars } from '../../features/volunteering/ledger/stars'
import { useStars } from '../../features/volunteering/ledger/use-stars'
import { Screen } from '../../ui/screen'

export default function StarsPage() {
  const hand = useStars()
  return (
    <Screen title="星级与公示">
      <Stars hand={hand} />
    </Screen>
  )
}
