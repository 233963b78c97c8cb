import { PrivacyCards } from '../../features/people/privacy-cards'
import { Screen } from '../../ui/screen'

export default function PrivacyPage() {
  return (
    <Screen title="个人信息" className="settings">
      <PrivacyCards />
    </Screen>
  )
}
