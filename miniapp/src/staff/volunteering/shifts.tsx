import { LedShifts } from '../../features/volunteering/led-shifts'
import { Screen } from '../../ui/screen'

export default function LedShiftsPage() {
  return (
    <Screen title="我带队的班次">
      <LedShifts />
    </Screen>
  )
}
