import { NoticeList } from '../../features/notices/notice-list'
import { Screen } from '../../ui/screen'

export default function NoticesPage() {
  return (
    <Screen title="消息">
      <NoticeList />
    </Screen>
  )
}
