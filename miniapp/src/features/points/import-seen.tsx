import { IMPORT_ZH, type ImportCheck } from '@shared/points/import-contract'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Tag } from '../../ui/tag'
import { Txt } from '../../ui/txt'
import { BadCells } from './bad-cells'

type ImportSeenProps = { readonly seen: ImportCheck; readonly busy: boolean; readonly onApply: () => void }

/** What a file would do: every cell that is wrong, or every row that would change. */
export function ImportSeen({ seen, busy, onApply }: ImportSeenProps) {
  return seen.bad.length > 0 ? <BadCells bad={seen.bad} /> : <Changes seen={seen} busy={busy} onApply={onApply} />
}

function Changes({ seen: { kind, fresh, changed, same, shown }, busy, onApply }: ImportSeenProps) {
  const all = fresh + changed
  return (
    <>
      <Card title="3. 核对后写入">
        <Box as="status">
          <Txt strong block>{`新增 ${fresh}，修改 ${changed}，不变 ${same}`}</Txt>
        </Box>
        {all === 0 ? (
          <Txt block>和现有数据完全一样，没有要写入的。</Txt>
        ) : (
          <Box className="setting-acts">
            <Button dense fit busy={busy} onTap={onApply}>
              {`写入 ${all} 条${IMPORT_ZH[kind]}`}
            </Button>
          </Box>
        )}
      </Card>
      {shown.length > 0 && (
        <Card title="要写入的" aside={all > shown.length ? `前 ${shown.length} 条` : `${all} 条`} flush>
          {shown.map((row) => (
            <ShownRow key={row.key} row={row} />
          ))}
        </Card>
      )}
    </>
  )
}

function ShownRow({ row: { key, isNew, lines } }: { row: ImportCheck['shown'][number] }) {
  return (
    <Box className="setting-row">
      <Box className="row gap-2 wrap">
        <Txt strong>{key}</Txt>
        <Tag tone={isNew ? 'ok' : 'warn'} zh={isNew ? '新增' : '修改'} />
      </Box>
      {lines.map(({ name, was, is }) => (
        <Txt key={name} size="caption" tone="second" block className="import-line">
          {`${name}：${isNew ? short(is) : `${short(was) || '空'} → ${short(is) || '空'}`}`}
        </Txt>
      ))}
    </Box>
  )
}

/** A border has thousands of letters. */
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
