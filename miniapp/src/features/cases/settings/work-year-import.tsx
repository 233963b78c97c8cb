import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Txt } from '../../../ui/txt'
import { BadCells } from '../../points/bad-cells'
import { useWorkYearTable } from './use-work-year-table'
import { WorkMonths } from './work-months'

type WorkYearImportProps = { readonly year: number; readonly onDone: () => void }

/** First a dry run that names each bad cell, then the same file for good. */
export function WorkYearImport({ year, onDone }: WorkYearImportProps) {
  const { table, seen, busy, pick, apply, take, recheck } = useWorkYearTable(year, onDone)
  return (
    <>
      <Card title="用表格导入">
        <Txt block>每行一天，三列：日期、类型（放假或上班）、说明。整年一起替换，只写和周一到周五不一样的日子。</Txt>
        <Txt size="caption" tone="second" block>
          XLSX 或 CSV。检查不会写入任何内容。
        </Txt>
        {table && <Txt block>{table.name}</Txt>}
        <Box className="setting-acts">
          <Button kind="soft" dense fit icon="download" busy={busy === 'take'} onTap={() => void take()}>
            下载表格
          </Button>
          <Button dense fit icon="upload" busy={busy === 'check'} onTap={() => void pick()}>
            {table ? '换一个文件' : '选择文件'}
          </Button>
          {table && !seen && busy === null && (
            <Button kind="soft" dense fit onTap={() => void recheck()}>
              再检查一次
            </Button>
          )}
        </Box>
      </Card>
      {seen && seen.bad.length > 0 && <BadCells bad={seen.bad} />}
      {seen?.stamp && (
        <>
          <Card title="核对后写入">
            <Box as="status">
              <Txt strong block>{`${seen.days.length} 天都能读，还没有写入`}</Txt>
            </Box>
            <Box className="setting-acts">
              <Button dense fit busy={busy !== null} onTap={() => void apply()}>
                {`替换 ${year} 年`}
              </Button>
            </Box>
          </Card>
          <WorkMonths title="要写入的" year={year} days={seen.days} />
        </>
      )}
    </>
  )
}
