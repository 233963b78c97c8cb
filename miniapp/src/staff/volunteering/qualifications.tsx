import { useRouter } from '@tarojs/taro'
import { QualificationDesk } from '../../features/volunteering/qualifications/desk'
import { useQualificationDesk } from '../../features/volunteering/qualifications/use-qualifications'
import { Screen } from '../../ui/screen'

/** Also for a lead who holds no desk: the server says whose records one may see. */
export default function QualificationsPage() {
  const { number = '' } = useRouter<{ number: string }>().params
  const hand = useQualificationDesk(number)
  return (
    <Screen title="培训和证书" wide className="rewards-desk">
      <QualificationDesk hand={hand} number={number} />
    </Screen>
  )
}
