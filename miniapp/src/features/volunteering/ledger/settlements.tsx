import { momentZh } from '@shared/kit/time'
import { TransitionActivity } from '@shared/volunteering/desk-contract'
import { ListSettlements, type SettlementRow } from '@shared/volunteering/ledger/settling-contract'
import { call } from '../../../api/call'
import { now } from '../../../api/clock'
import { usePages } from '../../../api/use-pages'
import { useSend } from '../../../api/use-send'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { toast } from '../../../ui/toast'
import { Txt } from '../../../ui/txt'

/** 登记期限: what is over and not settled, the longest waiting first. */
export function Settlements() {
  const { load, items, hasMore, busy, readOn } = usePages(ListSettlements, { params: {}, body: {} })
  const { busy: sending, send } = useSend()
  const settle = (id: string) =>
    send(`settle ${id}`, async (key) => {
      await call(TransitionActivity, { params: { id }, body: { key, move: 'settle', note: '' } })
      toast('已结项', 'ok')
      await load.reload()
    })
  return (
    <Loaded load={load}>
      {() =>
        items.length === 0 ? (
          <Empty icon="clipboard-check" title="没有待结项的活动" zh="活动结束后 10 个工作日内登记时长" />
        ) : (
          <>
            <Card flush>
              {items.map((row) => (
                <Row
                  key={row.activityId}
                  row={row}
                  busy={sending !== null}
                  onSettle={() => void settle(row.activityId)}
                />
              ))}
            </Card>
            {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
          </>
        )
      }
    </Loaded>
  )
}

type RowProps = { readonly row: SettlementRow; readonly busy: boolean; readonly onSettle: () => void }

const Row = ({ row, busy, onSettle }: RowProps) => (
  <Box className="office-row">
    <Box className="office-words">
      <Txt strong block>
        {row.title}
      </Txt>
      <Txt size="caption" tone="second" block num>
        {`${row.teamName} · ${momentZh(new Date(row.endsAt), now())} 结束 · ${leftZh(row)}`}
      </Txt>
      <Txt size="caption" tone={row.isOverdue || row.by === null ? 'danger' : 'second'} block num>
        {row.zh}
      </Txt>
    </Box>
    {row.maySettle && (
      <Button dense fit kind="soft" busy={busy} label={`结项：${row.title}`} onTap={onSettle}>
        结项
      </Button>
    )}
  </Box>
)

const leftZh = ({ unsettled }: SettlementRow) => (unsettled > 0 ? `${unsettled} 人没有认定` : '名单已全部认定')
