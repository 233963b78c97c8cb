import { TemplateList } from '../../features/cases/settings/template-list'
import { AdminOnly } from '../../features/people/admin-only'

export default function TemplatesPage() {
  return (
    <AdminOnly title="回复模板" reader="office">
      <TemplateList />
    </AdminOnly>
  )
}
