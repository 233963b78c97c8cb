import { CheckWorkYear } from '@shared/cases/calendar-contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useSend } from '../../../api/use-send'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Txt } from '../../../ui/txt'

type WorkYearImportProps = {
  readonly year: number
  readonly busy: boolean
  readonly onApply: (csv: string) => Promise<boolean>
}
type Bad = { readonly row: number; readonly column: string; readonly zh: string }
type Checked = { readonly csv: string; readonly days: number; readonly bad: readonly Bad[] }

/** First a dry run that names each bad cell, then the same text for good. */
export function WorkYearImport({ year, busy, onApply }: WorkYearImportProps) {
  const [csv, setCsv] = useState('')
  const [checked, setChecked] = useState<Checked | null>(null)
  const { busy: checking, send } = useSend()
  const isSame = checked?.csv === csv
  const check = () =>
    send('check', async () => {
      const { days, bad } = await call(CheckWorkYear, { params: {}, body: { year, csv } })
      setChecked({ csv, days: days.length, bad })
    })
  const apply = async () => {
    if (!(await onApply(csv))) return
    setCsv('')
    setChecked(null)
  }
  return (
    <Card title="用 CSV 导入">
      <Txt size="caption" tone="second" block>
        {`每行一天：日期,放假或上班,说明。整年一起替换。比如 ${year}-01-01,放假,元旦`}
      </Txt>
      <Area label="CSV 内容" value={csv} onText={setCsv} max={40_000} placeholder="从表格复制，粘贴到这里" />
      {checked && isSame && <CheckResult checked={checked} />}
      <Box className="setting-acts">
        <Button kind="soft" dense fit busy={checking !== null} disabled={csv.trim() === ''} onTap={() => void check()}>
          检查
        </Button>
        {checked && isSame && checked.bad.length === 0 && (
          <Button dense fit busy={busy} onTap={() => void apply()}>
            {`替换 ${year} 年`}
          </Button>
        )}
      </Box>
    </Card>
  )
}

function CheckResult({ checked: { days, bad } }: { checked: Checked }) {
  return (
    <Box as="status">
      <Txt strong block tone={bad.length === 0 ? 'ok' : 'danger'}>
        {bad.length === 0 ? `${days} 天都能读，还没有写入` : `${bad.length} 处要改，什么都没有写入`}
      </Txt>
      {bad.slice(0, 50).map(({ row, column, zh }) => (
        <Txt key={`${row} ${column}`} size="caption" block>{`第 ${row} 行“${column}”：${zh}`}</Txt>
      ))}
    </Box>
  )
}
