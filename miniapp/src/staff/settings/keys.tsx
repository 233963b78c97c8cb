import { AdminOnly } from '../../features/people/admin-only'
import { ApiKeys } from '../../features/reports/api-keys'

export default function ApiKeysPage() {
  return (
    <AdminOnly title="接口密钥" reader="county">
      <ApiKeys />
    </AdminOnly>
  )
}
