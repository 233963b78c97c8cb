import { AdminOnly } from '../../features/people/admin-only'
import { ConsentTexts } from '../../features/people/consent-texts'

export default function ConsentsPage() {
  return (
    <AdminOnly title="同意书" reader="county">
      <ConsentTexts />
    </AdminOnly>
  )
}
