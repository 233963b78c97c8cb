import { AdminOnly } from '../../features/people/admin-only'
import { PointCodes } from '../../features/volunteering/point-codes'

export default function PointCodesPage() {
  return (
    <AdminOnly title="点位码" reader="county">
      <PointCodes />
    </AdminOnly>
  )
}
