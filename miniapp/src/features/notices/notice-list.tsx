import { momentZh } from '@shared/kit/time'
import type { NoticeView } from '@shared/notices/contract'
import { useNow } from '../../api/clock'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Loaded } from '../../ui/loaded'
import { Skeleton } from '../../ui/skeleton'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { useNotices } from './use-notices'

export function NoticeList() {
  const { load, items, unread, hasMore, busy, readOn, reading, open, readAll } = useNotices()
  return (
    <Loaded load={load} skeleton={<Skeleton rows={5} />}>
      {() =>
        items.length === 0 ? (
          <Card>
            <Empty icon="bell" title="还没有消息" zh="您反映的问题每走一步，这里都会告诉您" />
          </Card>
        ) : (
          <>
            <Box className="notice-head">
              <Txt size="caption" tone="second" num>
                {unread > 0 ? `${unread} 条未读` : '都看过了'}
              </Txt>
              {unread > 0 && (
                <Button kind="ghost" dense fit busy={reading} onTap={() => void readAll()}>
                  全部标为已读
                </Button>
              )}
            </Box>
            <Card flush>
              {items.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} onTap={() => open(notice)} />
              ))}
            </Card>
            {hasMore && (
              <Box className="list-more">
                <Button kind="outline" dense busy={busy} onTap={() => void readOn()}>
                  再看一些
                </Button>
              </Box>
            )}
          </>
        )
      }
    </Loaded>
  )
}

function NoticeRow({ notice: { title, text, at, readAt }, onTap }: { notice: NoticeView; onTap: () => void }) {
  const when = momentZh(new Date(at), useNow())
  const isNew = readAt === null
  return (
    <Tap className="notice" label={`${isNew ? '未读，' : ''}${title}，${when}，${text}`} onTap={onTap}>
      <Box quiet className={`notice-dot${isNew ? ' is-new' : ''}`} />
      <Box className="grow">
        <Box className="between">
          <Txt size="title-3" strong={isNew}>
            {title}
          </Txt>
          <Txt size="micro" tone="third" num>
            {when}
          </Txt>
        </Box>
        <Txt size="caption" tone="second" block>
          {text}
        </Txt>
      </Box>
    </Tap>
  )
}
