import { momentZh } from '@shared/kit/time'
import { ListShiftFailures } from '@shared/volunteering/offline/contract'
import { CODE_DIRECTION_ZH } from '@shared/volunteering/words'
import { now } from '../../../api/clock'
import { usePages } from '../../../api/use-pages'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { MoreButton } from '../../../ui/more-button'
import { Txt } from '../../../ui/txt'
import { FailureRow } from './failure-row'
import type { Entry } from './queue'

const atZh = (moment: string) => momentZh(new Date(moment), now())

/** How many only this phone knows of. */
export const PendingCard = ({ count, busy, onSend }: { count: number; busy: boolean; onSend: () => void }) => (
  <Card tone={count === 0 ? 'plain' : 'warn'}>
    <Box as="status" className="row gap-2">
      <Icon
        name={count === 0 ? 'circle-check' : 'upload'}
        size={22}
        className={count === 0 ? 'tone-ok' : 'tone-warn'}
      />
      <Txt strong className="grow" num>
        {count === 0 ? '都已上传' : `${count} 条还在手机里，联网后自动上传`}
      </Txt>
      {count > 0 && (
        <Button kind="outline" dense fit busy={busy} onTap={onSend}>
          现在上传
        </Button>
      )}
    </Box>
  </Card>
)

/** What the server did not count, one sentence each; it stays until the leader has read it. */
export const RefusedCard = ({ entry, onDrop }: { entry: Entry; onDrop: () => void }) => (
  <Card tone="danger">
    <Box as="alert" className="row gap-2">
      <Icon name="alert-circle" size={22} className="tone-danger" />
      <Txt strong className="grow">
        {`${CODE_DIRECTION_ZH[entry.direction]}没有记上：${entry.refusedZh}`}
      </Txt>
    </Box>
    <Txt size="caption" block className="kept-words" num>
      {`${entry.name || '没认出是谁'} · ${atZh(entry.deviceAt)} 登记。这一条系统已留存备查。`}
    </Txt>
    <Button kind="outline" dense onTap={onDrop}>
      知道了
    </Button>
  </Card>
)

/** 没有记上的登记 of this shift as the server keeps them. */
export function FailuresCard({ shiftId }: { shiftId: string }) {
  const { items, hasMore, busy, readOn } = usePages(ListShiftFailures, { params: { id: shiftId }, body: { size: 5 } })
  if (items.length === 0) return null
  return (
    <Card flush title="没有记上的登记" aside="留存备查">
      {items.map((one) => (
        <FailureRow key={one.id} failure={one} />
      ))}
      {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
    </Card>
  )
}
