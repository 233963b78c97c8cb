import { ListNotices } from '@shared/notices/contract'
import { useLoad } from '../../api/use-load'

const first = { params: {}, body: { size: 1 } }

export const useUnreadCount = () => useLoad(ListNotices, first).data?.unread ?? 0
