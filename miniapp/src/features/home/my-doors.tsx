import { Card } from '../../ui/card'
import { Entry } from '../../ui/entry'
import { go } from '../../ui/nav'
import { Tag } from '../../ui/tag'
import { useMyOpenCases } from '../cases/use-my-cases'
import { NOTICES, useUnread } from '../notices/use-notices'
import { useDraftCount } from '../reports/use-drafts'

/** What is mine, with how much of it waits. */
export function MyDoors() {
  const { items, countZh } = useMyOpenCases()
  const drafts = useDraftCount()
  const unread = useUnread()
  return (
    <Card flush>
      <Entry
        icon="clipboard-list"
        title="我的上报"
        {...(items.length > 0 ? { aside: `${countZh}在办` } : {})}
        onTap={() => go('/pages/cases/mine')}
      />
      <Entry
        icon="device-floppy"
        title="我的草稿"
        {...(drafts > 0 ? { aside: `${drafts} 件` } : {})}
        onTap={() => go('/pages/reports/drafts')}
      />
      <Entry
        icon="bell"
        title="消息"
        {...(unread > 0 ? { aside: <Tag tone="danger" zh={`${unread} 条未读`} /> } : {})}
        onTap={() => go(NOTICES)}
      />
    </Card>
  )
}
