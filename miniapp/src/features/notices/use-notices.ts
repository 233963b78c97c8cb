import { ListNotices, type NoticeView, ReadAllNotices, ReadNotice } from '@shared/notices/contract'
import { call } from '../../api/call'
import { newKey } from '../../api/key'
import { useLoad } from '../../api/use-load'
import { usePages } from '../../api/use-pages'
import { useSend } from '../../api/use-send'
import { go } from '../../ui/nav'

export const NOTICES = '/pages/notices/list'

export function useNotices() {
  const pages = usePages(ListNotices, { params: {}, body: {} })
  const { busy, send } = useSend()
  /** Opening is reading, even when the mark does not come through. */
  const open = (notice: NoticeView) => {
    if (notice.readAt === null)
      void call(ReadNotice, { params: { id: notice.id }, body: { key: newKey() } }).catch(() => undefined)
    go(notice.link)
  }
  const readAll = () =>
    send('all', async (key) => {
      await call(ReadAllNotices, { params: {}, body: { key } })
      await pages.load.reload()
    })
  return { ...pages, unread: pages.load.data?.unread ?? 0, reading: busy !== null, open, readAll }
}

/** How many are unread, for the bell. */
export const useUnread = () => useLoad(ListNotices, { params: {}, body: { size: 1 } }).data?.unread ?? 0
