import { AdminOnly } from '../../features/people/admin-only'
import { AuditList } from '../../features/people/audit-list'

export default function AuditPage() {
  return (
    <AdminOnly title="审计记录" reader="county">
      <AuditList />
    </AdminOnly>
  )
}
