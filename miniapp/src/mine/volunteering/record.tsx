import { useRouter } from '@tarojs/taro'
import { RecordDetail } from '../../features/volunteering/ledger/record-detail'
import { useRecord } from '../../features/volunteering/ledger/use-record'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'

export default function RecordPage() {
  const { id = '' } = useRouter<{ id: string }>().params
  const hand = useRecord(id)
  return (
    <Screen title="服务记录">
      <Loaded load={hand.load}>{(record) => <RecordDetail record={record} hand={hand} />}</Loaded>
    </Screen>
  )
}
