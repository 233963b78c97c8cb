import { StaffOnly } from '../../features/cases/desk/staff-only'
import { QualificationDesk } from '../../features/volunteering/qualifications/desk'
import { useQualificationDesk } from '../../features/volunteering/qualifications/use-qualifications'
import { Screen } from '../../ui/screen'

export default function QualificationsPage() {
  return <StaffOnly title="培训和证书">{() => <Open />}</StaffOnly>
}

function Open() {
  const hand = useQualificationDesk()
  return (
    <Screen title="培训和证书" wide className="rewards-desk">
      <QualificationDesk hand={hand} />
    </Screen>
  )
}
