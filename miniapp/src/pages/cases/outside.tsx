import { useRouter } from '@tarojs/taro'
import { OutsideCaseBody } from '../../features/cases/outside/outside-case'
import { Screen } from '../../ui/screen'

export default function OutsidePage() {
  const { token = '' } = useRouter<{ token: string }>().params
  return (
    <Screen title="外部办理">
      <OutsideCaseBody token={token} />
    </Screen>
  )
}
