import { useState } from 'react'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { PhotoPicker } from '../../../ui/photo-picker'
import { useUploads } from '../../files/use-uploads'
import type { ArticleHand } from './use-article'

type Row = { readonly name: string; readonly url: string }
const MOST = 5

/** 写图文. What was typed stays until the server has it. */
export function WriteCard({ hand: { busy, wrong, write } }: { hand: ArticleHand }) {
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [rows, setRows] = useState<readonly Row[]>([])
  const photos = useUploads(9)
  const wrongOf = (field: string) => (wrong?.field?.split('.')[0] === field ? wrong.zh : '')
  const attachments = rows.filter(({ name, url }) => name.trim() !== '' || url.trim() !== '')
  const isReady = title.trim() !== '' && text.trim() !== '' && (photos.ids.length === 0 || photos.isReady)
  const put = (at: number, is: Partial<Row>) => setRows(rows.map((row, i) => (i === at ? { ...row, ...is } : row)))
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
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end
        <FormRow key={i} label={`附件 ${i + 1}`} wrong={i === 0 ? wrongOf('attachments') : ''}>
          <Box className="stack">
            <Input
              label={`附件 ${i + 1} 名称`}
              placeholder="名称"
              value={row.name}
              max={60}
              onText={(name) => put(i, { name })}
            />
            <Input
              label={`附件 ${i + 1} 网址`}
              placeholder="https 开头的地址"
              value={row.url}
              max={500}
              onText={(url) => put(i, { url })}
            />
          </Box>
        </FormRow>
      ))}
      {rows.length < MOST && (
        <Button kind="ghost" dense fit icon="plus" onTap={() => setRows([...rows, { name: '', url: '' }])}>
          加附件
        </Button>
      )}
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
