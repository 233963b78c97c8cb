import { type HoldRow, ListHolds } from '@shared/cases/hold-contract'
import { SUSPEND_REASON_ZH } from '@shared/cases/words'
import { SMALL_CELL } from '@shared/kit/small-cells'
import { dayZh } from '@shared/kit/time'
import { now } from '../../api/clock'
import { usePages } from '../../api/use-pages'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Entry } from '../../ui/entry'
import { Loaded } from '../../ui/loaded'
import { MoreButton } from '../../ui/more-button'
import { go } from '../../ui/nav'
import { Tag } from '../../ui/tag'
import { Txt } from '../../ui/txt'
import { PUBLIC_CASE } from './share-case'

/** 挂账清单: what waits, why, and when it is looked at again. */
export function Holds() {
  const { load, items, hasMore, busy, readOn } = usePages(ListHolds, { params: {}, body: {} })
  return (
    <Loaded load={load}>
      {({ hidden }) => (
        <Box className="stack">
          {items.length === 0 ? (
            <Empty icon="calendar-time" title="没有挂账的案件" zh="都在办理当中" />
          ) : (
            <Card flush>
              {items.map((row) => (
                <Entry
                  key={row.id}
                  title={row.title}
                  zh={[row.addressZh, row.unitZh, whenZh(row)].filter(Boolean).join(' · ')}
                  aside={<Tag zh={SUSPEND_REASON_ZH[row.reason]} tone="warn" />}
                  onTap={() => go(PUBLIC_CASE, { id: row.id })}
                />
              ))}
            </Card>
          )}
          {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
          {hidden !== 0 && (
            <Txt size="caption" tone="second" block>
              {hidden === null ? `另有不足 ${SMALL_CELL} 件不公开。` : `另有 ${hidden} 件不公开，只计件数。`}
            </Txt>
          )}
        </Box>
      )}
    </Loaded>
  )
}

const whenZh = ({ reviewAt, isDue }: HoldRow) => (isDue ? '正在复查' : `${dayZh(new Date(reviewAt), now())} 复查`)
