import { useState } from 'react'
import { newKey } from '../../../api/key'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { PhotoPicker } from '../../../ui/photo-picker'
import { useUploads } from '../../files/use-uploads'
import type { ArticleHand } from './use-article'

/** `row` names a line of the form from its birth on. */
type Row = { readonly row: string; readonly name: string; readonly url: string }
const MOST = 5

/** 写图文. What was typed stays until the server has it. */
export function WriteCard({ hand: { busy, wrong, write } }: { hand: ArticleHand }) {
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [rows, setRows] = useState<readonly Row[]>([])
  const photos = useUploads(9)
  const wrongOf = (field: string) => (wrong?.field?.split('.')[0] === field ? wrong.zh : '')
  const attachments = rows
    .filter(({ name, url }) => name.trim() !== '' || url.trim() !== '')
    .map(({ name, url }) => ({ name, url }))
  const isReady = title.trim() !== '' && text.trim() !== '' && (photos.ids.length === 0 || photos.isReady)
  return (
    <Card title="写活动图文">
      <FormRow label="标题" wrong={wrongOf('title')}>
        <Input label="标题" value={title} max={60} onText={setTitle} />
      </FormRow>
      <FormRow label="正文" wrong={wrongOf('text')}>
        <Area label="正文" value={text} max={5000} onText={setText} />
      </FormRow>
      <FormRow label="照片" hint="最多 9 张，不拍清别人的脸" wrong={photos.wrong || wrongOf('photos')}>
        <PhotoPicker
          photos={photos.picked}
          max={9}
          hint="加照片"
          onAdd={() => void photos.add('both')}
          onRemove={photos.remove}
          onRetry={photos.retry}
        />
      </FormRow>
      <Attachments rows={rows} wrong={wrongOf('attachments')} onRows={setRows} />
      <Button
        busy={busy}
        disabled={!isReady}
        onTap={() => void write({ title: title.trim(), text: text.trim(), photos: [...photos.ids], attachments })}
      >
        提交审核
      </Button>
    </Card>
  )
}

type AttachmentsProps = {
  readonly rows: readonly Row[]
  readonly wrong: string
  readonly onRows: (rows: readonly Row[]) => void
}

function Attachments({ rows, wrong, onRows }: AttachmentsProps) {
  const put = (which: string, is: Partial<Row>) =>
    onRows(rows.map((one) => (one.row === which ? { ...one, ...is } : one)))
  return (
    <>
      {rows.map(({ row, name, url }, i) => (
        <FormRow key={row} label={`附件 ${i + 1}`} wrong={i === 0 ? wrong : ''}>
          <Box className="stack">
            <Input
              label={`附件 ${i + 1} 名称`}
              placeholder="名称"
              value={name}
              max={60}
              onText={(is) => put(row, { name: is })}
            />
            <Input
              label={`附件 ${i + 1} 网址`}
              placeholder="https 开头的地址"
              value={url}
              max={500}
              onText={(is) => put(row, { url: is })}
            />
          </Box>
        </FormRow>
      ))}
      {rows.length < MOST && (
        <Button
          kind="ghost"
          dense
          fit
          icon="plus"
          onTap={() => onRows([...rows, { row: newKey(), name: '', url: '' }])}
        >
          加附件
        </Button>
      )}
    </>
  )
}
