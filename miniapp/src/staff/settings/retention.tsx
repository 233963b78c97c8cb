import { AdminOnly } from '../../features/people/admin-only'
import { RetentionList } from '../../features/people/retention-list'

export default function RetentionPage() {
  return (
    <AdminOnly title="保存期限" reader="county">
      <RetentionList />
    </AdminOnly>
  )
}
