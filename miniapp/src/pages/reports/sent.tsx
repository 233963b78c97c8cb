import { useRouter } from '@tarojs/taro'
import { Sent } from '../../features/reports/sent'
import { Screen } from '../../ui/screen'

export default function SentPage() {
  const { id = '' } = useRouter<{ id: string }>().params
  return (
    <Screen title="已提交">
      <Sent id={id} />
    </Screen>
  )
}
