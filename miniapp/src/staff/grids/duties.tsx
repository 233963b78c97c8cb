import { useRouter } from '@tarojs/taro'
import { DutyEditor } from '../../features/grids/duty-editor'
import { GridList } from '../../features/grids/grid-list'
import { useGrids } from '../../features/grids/use-grids'
import { AdminOnly } from '../../features/people/admin-only'

export default function DutiesPage() {
  const { id } = useRouter<{ id?: string }>().params
  const name = useGrids().find((grid) => grid.id === id)?.name
  return (
    <AdminOnly title={name ? `${name}责任链` : '责任链'}>{id ? <DutyEditor gridId={id} /> : <GridList />}</AdminOnly>
  )
}
