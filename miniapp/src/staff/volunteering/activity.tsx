import { useRouter } from '@tarojs/taro'
import { SheetPage } from '../../features/volunteering/desk/sheet-page'
import { useSheet } from '../../features/volunteering/desk/use-sheet'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'

export default function ActivitySheetPage() {
  const { id = '' } = useRouter<{ id: string }>().params
  const load = useSheet(id)
  if (id === '') return <SheetPage sheet={null} reload={load.reload} />
  if (load.data) return <SheetPage key={load.data.version} sheet={load.data} reload={load.reload} />
  return (
    <Screen title="活动">
      <Loaded load={load}>{() => null}</Loaded>
    </Screen>
  )
}
