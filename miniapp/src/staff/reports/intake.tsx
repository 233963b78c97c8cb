import { StaffOnly } from '../../features/cases/desk/staff-only'
import { IntakeForm } from '../../features/reports/intake-form'

export default function IntakePage() {
  return <StaffOnly title="代录">{(me) => <IntakeForm me={me} />}</StaffOnly>
}
