import { GetImportTemplate, IMPORT_KINDS, IMPORT_ZH, type ImportKind } from '@shared/points/import-contract'
import { useState } from 'react'
import { download } from '../../api/download'
import { useSend } from '../../api/use-send'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Choices } from '../../ui/choices'
import { Txt } from '../../ui/txt'
import { ImportSeen } from './import-seen'
import { useImport } from './use-import'

/** 导入: a table of one kind, tried first and written after. */
export function Imports() {
  const [kind, setKind] = useState<ImportKind>('units')
  const toKind = (id: string) => setKind(IMPORT_KINDS.find((one) => one === id) ?? 'units')
  return (
    <>
      <Choices
        label="导入哪类"
        look="segment"
        items={IMPORT_KINDS.map((id) => ({ id, zh: IMPORT_ZH[id] }))}
        picked={[kind]}
        onPick={toKind}
      />
      <Template kind={kind} />
      <ImportFile key={kind} kind={kind} />
    </>
  )
}

// biome-ignore format: a table reads by its columns
const HINTS: Record<ImportKind, string> = {
  units:  '编号相同的更新，没有的新增。新的县先导入单位。',
  grids:  '编号相同的更新，没有的新增。边界写“经度 纬度;经度 纬度”，WGS-84，网格之间不能重叠或留缝。',
  duties: '写要接任的人和开始日期；同一路段或牵头部门原来的责任在那天结束，历史都留着。没有写到的不变。',
  points: '编号相同的更新，没有的新增。坐标要落在所写的网格里，责任单位要已经导入。',
}

function Template({ kind }: { kind: ImportKind }) {
  const { busy, send } = useSend()
  const take = (filled: 'yes' | 'no') =>
    send(filled, () =>
      download(GetImportTemplate, { filled }, `${IMPORT_ZH[kind]}-${filled === 'yes' ? '现有数据' : '模板'}.xlsx`, {
        kind,
      }),
    )
  return (
    <Card title="1. 下载表格填写">
      <Txt block>{HINTS[kind]}</Txt>
      <Box className="setting-acts">
        <Button kind="soft" dense fit icon="download" busy={busy === 'no'} onTap={() => void take('no')}>
          空白模板
        </Button>
        <Button kind="soft" dense fit icon="download" busy={busy === 'yes'} onTap={() => void take('yes')}>
          现有数据
        </Button>
      </Box>
    </Card>
  )
}

function ImportFile({ kind }: { kind: ImportKind }) {
  const { table, seen, busy, pick, apply, recheck } = useImport(kind)
  return (
    <>
      <Card title="2. 选择文件检查">
        <Txt size="caption" tone="second" block>
          XLSX 或 CSV，最大 2 MB。检查不会写入任何内容。
        </Txt>
        {table && <Txt block>{table.name}</Txt>}
        <Box className="setting-acts">
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
      {seen && <ImportSeen seen={seen} busy={busy !== null} onApply={() => void apply()} />}
    </>
  )
}
