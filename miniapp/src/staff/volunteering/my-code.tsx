import './board.scss'
import { useRouter } from '@tarojs/taro'
import { MyCode } from '../../features/volunteering/offline/my-code'
import { Screen } from '../../ui/screen'

export default function MyCodePage() {
  const { id = '' } = useRouter<{ id: string }>().params
  return (
    <Screen title="让领队扫我">
      <MyCode signUpId={id} />
    </Screen>
  )
}
