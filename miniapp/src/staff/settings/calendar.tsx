import { WorkYear } from '../../features/cases/settings/work-year'
import { AdminOnly } from '../../features/people/admin-only'

export default function CalendarPage() {
  return (
    <AdminOnly title="工作日历" reader="county">
      <WorkYear />
    </AdminOnly>
  )
}
