import { useRouter } from '@tarojs/taro'
import { usePublicCase } from '../../features/cases/use-public-cases'
import { PublicDetail } from '../../features/reports/public-detail'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'

export default function PublicCasePage() {
  const { id = '' } = useRouter<{ id: string }>().params
  const load = usePublicCase(id)
  return (
    <Screen title="问题详情">
      <Loaded load={load}>{(c) => <PublicDetail c={c} />}</Loaded>
    </Screen>
  )
}
