import { useRouter } from '@tarojs/taro'
import { Desk } from '../../features/cases/desk/desk'
import { PhoneCase } from '../../features/cases/desk/phone-case'
import { StaffOnly } from '../../features/cases/desk/staff-only'
import { firstAsk } from '../../features/cases/desk/use-queue'
import { BesideCase } from '../../features/volunteering/orders/beside-case'
import { useWide } from '../../ui/wide'

export default function CaseDetailPage() {
  const { id = '' } = useRouter().params
  const wide = useWide()
  return (
    <StaffOnly title="案件">
      {(me) =>
        wide ? (
          <Desk me={me} first={firstAsk('todo')} firstId={id} reports={(of) => <BesideCase caseId={of} me={me} />} />
        ) : (
          <PhoneCase id={id} me={me} reports={(of) => <BesideCase caseId={of} me={me} />} />
        )
      }
    </StaffOnly>
  )
}
