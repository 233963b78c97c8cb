import { AdminOnly } from '../../features/people/admin-only'
import { ChangeList } from '../../features/people/change-list'

export default function ChangesPage() {
  return (
    <AdminOnly title="变更记录">
      <ChangeList />
    </AdminOnly>
  )
}
