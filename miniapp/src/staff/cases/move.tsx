import { useRouter } from '@tarojs/taro'
import { PhoneMove } from '../../features/cases/desk/phone-move'
import { StaffOnly } from '../../features/cases/desk/staff-only'

export default function CaseMovePage() {
  const { id = '', plan = '' } = useRouter().params
  return <StaffOnly title="办理">{(me) => <PhoneMove id={id} planId={plan} me={me} />}</StaffOnly>
}
