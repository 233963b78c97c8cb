import { titleOf } from '@shared/reports/decide'
import { previewOf } from '@shared/reports/preview'
import { useState } from 'react'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Entry } from '../../ui/entry'
import { Icon } from '../../ui/icon'
import { Sheet } from '../../ui/sheet'
import { Txt } from '../../ui/txt'
import { identityOf, type ReportDraft } from './drafts'

/** 这些将公开: looked at before anything leaves the phone. */
export function PreviewEntry({ draft, isPrivate }: { draft: ReportDraft; isPrivate: boolean }) {
  const [open, setOpen] = useState(false)
  const { fields, photos } = draft
  const { shown, kept } = previewOf({
    isPrivate,
    title: titleOf(fields.placeZh, fields.categoryZh),
    addressZh: fields.placeZh,
    photos: photos.length,
    isNamed: identityOf(fields) === 'real_name',
  })
  return (
    <Card flush>
      <Entry icon="shield-check" title="看看哪些会公开" zh="受理以后才公开" onTap={() => setOpen(true)} />
      <Sheet title="公开预览" open={open} onClose={() => setOpen(false)}>
        {shown.length > 0 && <Lines title="这些将公开" lines={shown} icon="check" />}
        <Lines title="这些不公开" lines={kept} icon="shield-check" />
      </Sheet>
    </Card>
  )
}

type LinesProps = { readonly title: string; readonly lines: readonly string[]; readonly icon: 'check' | 'shield-check' }

const Lines = ({ title, lines, icon }: LinesProps) => (
  <Box className="preview-lines">
    <Txt strong block>
      {title}
    </Txt>
    {lines.map((zh) => (
      <Box key={zh} className="preview-line">
        <Icon name={icon} size={18} />
        <Txt>{zh}</Txt>
      </Box>
    ))}
  </Box>
)
