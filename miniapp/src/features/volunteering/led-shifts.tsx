import type { LedShift } from '@shared/volunteering/leader-contract'
import { now as clock } from '../../api/clock'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Entry } from '../../ui/entry'
import { Loaded } from '../../ui/loaded'
import { MoreButton } from '../../ui/more-button'
import { go } from '../../ui/nav'
import { Tag } from '../../ui/tag'
import { Txt } from '../../ui/txt'
import { whenZh } from './say'
import { useLedShifts } from './use-my-sign-ups'

export function LedShifts() {
  const { load, items, hasMore, busy, readOn } = useLedShifts()
  return (
    <Loaded load={load}>
      {() =>
        items.length === 0 ? (
          <Empty icon="users" title="您还没有带队的班次" zh="组织单位安排您带队后，会出现在这里" />
        ) : (
          <Box>
            <Card flush>
              {items.map((shift) => (
                <Row key={shift.id} shift={shift} />
              ))}
            </Card>
            {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
          </Box>
        )
      }
    </Loaded>
  )
}

const Row = ({ shift }: { shift: LedShift }) => {
  const now = clock()
  const [from, to] = [new Date(shift.startsAt), new Date(shift.endsAt)]
  return (
    <Entry
      icon="qrcode"
      title={shift.title}
      zh={[whenZh(from, to, now), shift.settleZh].filter(Boolean).join(' · ')}
      aside={
        <Box className="led-aside">
          {shift.state === 'cancelled' ? <Tag zh="已取消" tone="warn" /> : <Tag {...stateOf(from, to, now)} />}
          <Txt size="micro" num>{`${shift.signedUp} / ${shift.capacity} 人`}</Txt>
        </Box>
      }
      onTap={() => go('/staff/volunteering/board', { id: shift.id })}
    />
  )
}

function stateOf(from: Date, to: Date, now: Date) {
  if (now >= to) return { zh: '已结束' }
  return now >= from ? ({ zh: '进行中', tone: 'ok' } as const) : ({ zh: '未开始', tone: 'brand' } as const)
}
