import { ConsentCards } from '../../features/people/consent-cards'
import { PhoneCard } from '../../features/people/phone-card'
import { PrivacyCards } from '../../features/people/privacy-cards'
import { Screen } from '../../ui/screen'

export default function PrivacyPage() {
  return (
    <Screen title="我的隐私" className="settings">
      <ConsentCards />
      <PhoneCard />
      <PrivacyCards />
    </Screen>
  )
}
