import { useRouter } from '@tarojs/taro'
import { StaffOnly } from '../../features/cases/desk/staff-only'
import { IntakeForm } from '../../features/reports/intake-form'
import { MailIntake } from '../../features/reports/mail-intake'

export default function IntakePage() {
  const { mail = '' } = useRouter().params
  return (
    <StaffOnly title="代录">
      {(me) => (mail === '' ? <IntakeForm me={me} mail={null} /> : <MailIntake me={me} mailId={mail} />)}
    </StaffOnly>
  )
}
