import { Nearby } from '../../features/cases/nearby'
import { Screen } from '../../ui/screen'
import { useWide } from '../../ui/wide'

export default function NearbyPage() {
  const wide = useWide()
  return (
    <Screen title="周边" tab="周边" className="nearby" wide={wide}>
      <Nearby key={String(wide)} wide={wide} />
    </Screen>
  )
}
