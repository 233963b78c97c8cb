import { useRouter } from '@tarojs/taro'
import { AcceptInviteCard } from '../../features/people/accept-invite'
import { Screen } from '../../ui/screen'

export default function InvitePage() {
  const { token = '' } = useRouter<{ token: string }>().params
  return (
    <Screen title="工作邀请">
      <AcceptInviteCard token={token} />
    </Screen>
  )
}
