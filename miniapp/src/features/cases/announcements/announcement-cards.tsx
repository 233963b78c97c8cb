import { type AnnouncementView, ListAnnouncements } from '@shared/cases/announcement-contract'
import { useState } from 'react'
import { useLoad } from '../../../api/use-load'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'

/** What is live today; nothing while it is not known, so that nothing waits for it. */
const useAnnouncements = () => useLoad(ListAnnouncements, { params: {}, body: {} }).data?.items ?? []

/** 公告 on the home, each in one line, whole by a tap; what is about one class waits for whoever reports such a thing. */
export function HomeAnnouncements() {
  const items = useAnnouncements().filter(({ categoryCode }) => categoryCode === null)
  return items.length === 0 ? null : <Lines items={items} />
}

type AskedProps = { readonly categoryCode: string | null; readonly gridId: string | null }

/** What somebody who is reporting should know first: of that class and of that grid; of everything only what is urgent. */
export function ReportAnnouncements({ categoryCode, gridId }: AskedProps) {
  const concerns = (one: AnnouncementView) =>
    one.gridId === null && one.categoryCode === null
      ? one.isUrgent
      : (one.gridId === null || one.gridId === gridId) &&
        (one.categoryCode === null || one.categoryCode === categoryCode)
  const items = useAnnouncements().filter(concerns)
  return items.length === 0 ? null : <Lines items={items} />
}

const Lines = ({ items }: { items: readonly AnnouncementView[] }) => (
  <Box as="list" className="announcements" label="公告">
    {items.map((one) => (
      <Line key={one.id} one={one} />
    ))}
  </Box>
)

function Line({ one: { title, text, isUrgent, scopeZh, endsOn } }: { one: AnnouncementView }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Box as="item">
      <Card {...(isUrgent ? { tone: 'warn' as const } : {})} className="announcement">
        <Tap className="announcement-head" on={isOpen} onTap={() => setOpen(!isOpen)}>
          <Icon
            name={isUrgent ? 'alert-triangle' : 'bell'}
            size={20}
            className={isUrgent ? 'tone-warn' : 'tone-brand'}
          />
          <Txt strong className="grow">
            {title}
          </Txt>
          <Icon name={isOpen ? 'chevron-up' : 'chevron-down'} size={20} />
        </Tap>
        {isOpen && (
          <>
            <Txt block>{text}</Txt>
            <Txt size="caption" tone="second" block>{`${scopeZh} · 至 ${endsOn}`}</Txt>
          </>
        )}
      </Card>
    </Box>
  )
}
