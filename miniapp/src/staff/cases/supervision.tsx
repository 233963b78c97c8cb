import { useRouter } from '@tarojs/taro'
import { StaffOnly } from '../../features/cases/desk/staff-only'
import { SupervisionBar, SupervisionDetail } from '../../features/cases/supervision/supervision-detail'
import { useSupervision } from '../../features/cases/supervision/use-supervisions'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'

export default function SupervisionPage() {
  const { id = '' } = useRouter().params
  return <StaffOnly title="督办单">{() => <Shown id={id} />}</StaffOnly>
}

function Shown({ id }: { id: string }) {
  const load = useSupervision(id)
  const { data, reload } = load
  return (
    <Screen
      title="督办单"
      wide
      {...(data && data.moves.length > 0 ? { bar: <SupervisionBar view={data} onDone={() => void reload()} /> } : {})}
    >
      <Loaded load={load}>{(view) => <SupervisionDetail view={view} />}</Loaded>
    </Screen>
  )
}
