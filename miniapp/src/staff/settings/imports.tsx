import { AdminOnly } from '../../features/people/admin-only'
import { Imports } from '../../features/points/imports'

export default function ImportsPage() {
  return (
    <AdminOnly title="导入" reader="county">
      <Imports />
    </AdminOnly>
  )
}
