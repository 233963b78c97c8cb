import { ExportList } from '../../features/cases/settings/export-list'
import { AdminOnly } from '../../features/people/admin-only'

export default function ExportsPage() {
  return (
    <AdminOnly title="导出记录" reader="county">
      <ExportList />
    </AdminOnly>
  )
}
