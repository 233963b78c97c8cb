import { CASE_STATES } from '@shared/cases/states'
import { useRouter } from '@tarojs/taro'
import { Desk } from '../../features/cases/desk/desk'
import { PhoneList } from '../../features/cases/desk/phone-list'
import { StaffOnly } from '../../features/cases/desk/staff-only'
import { firstAsk } from '../../features/cases/desk/use-queue'
import { isView } from '../../features/cases/desk/views'
import { BesideCase } from '../../features/volunteering/orders/beside-case'
import { useWide } from '../../ui/wide'

export default function CaseListPage() {
  const { params } = useRouter()
  const wide = useWide()
  const state = CASE_STATES.find((one) => one === params.state) ?? null
  const words = decodeURIComponent(params.text ?? '')
  const first = { ...firstAsk(isView(params.view) ? params.view : 'todo', state), text: words }
  return (
    <StaffOnly title="待办">
      {(me) =>
        wide ? (
          <Desk me={me} first={first} firstId={null} reports={(id) => <BesideCase caseId={id} me={me} />} />
        ) : (
          <PhoneList me={me} first={first} />
        )
      }
    </StaffOnly>
  )
}
