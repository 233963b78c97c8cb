import { type ExportView, ListExports } from '@shared/cases/export-contract'
import { momentZh } from '@shared/kit/time'
import { useNow } from '../../../api/clock'
import { usePages } from '../../../api/use-pages'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { Txt } from '../../../ui/txt'

const FORMAT_ZH = { csv: 'CSV', xlsx: 'Excel', pdf: 'PDF' } as const

export function ExportList() {
  const { load, items, hasMore, busy, readOn } = usePages(ListExports, { params: {}, body: {} })
  return (
    <Loaded load={load}>
      {() =>
        items.length === 0 ? (
          <Empty icon="download" title="还没有人导出过台账" zh="每次导出都会登记导出人和用途" />
        ) : (
          <>
            <Card flush>
              {items.map((one) => (
                <ExportRow key={one.id} row={one} />
              ))}
            </Card>
            {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
          </>
        )
      }
    </Loaded>
  )
}

function ExportRow({ row: { byName, format, reason, rows, filters, at } }: { row: ExportView }) {
  const part = filters === 0 ? '全部可见案件' : `筛选了 ${filters} 项`
  const what = format === 'pdf' ? '一份单据' : `${rows} 行 · ${part}`
  return (
    <Box className="setting-row">
      <Txt strong block>
        {reason}
      </Txt>
      <Txt size="caption" tone="second" block num>{`${FORMAT_ZH[format]} · ${what}`}</Txt>
      <Txt size="micro" tone="third" block>{`${byName} · ${momentZh(new Date(at), useNow())}`}</Txt>
    </Box>
  )
}
