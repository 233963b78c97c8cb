import { useRouter } from '@tarojs/taro'
import { CategoryEditor } from '../../features/cases/settings/category-editor'
import { CategoryList } from '../../features/cases/settings/category-list'
import { AdminOnly } from '../../features/people/admin-only'

export default function CategoriesPage() {
  const { id } = useRouter<{ id?: string }>().params
  return (
    <AdminOnly title="类别与时限" reader="county">
      {id ? <CategoryEditor code={id} /> : <CategoryList />}
    </AdminOnly>
  )
}
