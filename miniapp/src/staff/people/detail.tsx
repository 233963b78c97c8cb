import { useRouter } from '@tarojs/taro'
import { GrantSheet } from '../../features/grids/grant-sheet'
import { AdminOnly } from '../../features/people/admin-only'
import { StaffDetail } from '../../features/people/staff-detail'

export default function StaffDetailPage() {
  const { id = '' } = useRouter<{ id: string }>().params
  return (
    <AdminOnly title="人员">
      <StaffDetail id={id} adder={(reload) => <GrantSheet personId={id} onGranted={() => void reload()} />} />
    </AdminOnly>
  )
}
