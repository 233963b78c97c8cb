import { momentZh } from '@shared/kit/time'
import { now } from '../../api/clock'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Meter } from '../../ui/meter'
import { useNetDown } from '../../ui/net'
import { Photo } from '../../ui/photo'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { usePhotoSrcs } from '../files/use-photo-srcs'
import { useParts } from './draft-photos'
import { missingOf, type ReportDraft } from './drafts'
import { openDraft } from './start'

type DraftRowProps = {
  readonly draft: ReportDraft
  readonly busy: boolean
  readonly onSend: () => void
  readonly onDrop: () => void
}

export function DraftRow({ draft, busy, onSend, onDrop }: DraftRowProps) {
  const { id, photos, fields, changedAt } = draft
  const first = photos[0]?.ref ?? ''
  const src = usePhotoSrcs([first])[first]
  const place = fields.placeZh.split(' · ')[0]
  const title = fields.categoryZh || '还没选类别'
  const isFailed = photos.some(({ zh }) => zh !== '')
  return (
    <Card className="draft-row">
      {src ? <Photo src={src} label={`草稿照片：${title}`} className="thumb" /> : <NoPhoto />}
      <Box className="grow">
        <Txt size="title-3" strong block cut>
          {title}
        </Txt>
        <Txt size="caption" tone="second" block num>
          {`${momentZh(new Date(changedAt), now())}${place ? ` · ${place}` : ''}`}
        </Txt>
        <DraftState draft={draft} />
      </Box>
      <Box className="draft-acts">
        {isFailed && missingOf(draft) === null ? (
          <Button kind="outline" dense fit busy={busy} onTap={onSend}>
            重试
          </Button>
        ) : (
          <Button kind="soft" dense fit busy={busy} onTap={() => openDraft(id)}>
            编辑
          </Button>
        )}
        <Tap className="draft-drop" label={`删掉草稿：${title}`} onTap={onDrop}>
          <Icon name="trash" size={20} />
        </Tap>
      </Box>
    </Card>
  )
}

const NoPhoto = () => (
  <Box quiet className="thumb thumb-none">
    <Icon name="camera" size={24} />
  </Box>
)

/** 等待网络, 已传 n/m, 第 n 张没传上去, or what is still missing. */
function DraftState({ draft }: { draft: ReportDraft }) {
  const down = useNetDown()
  const parts = useParts()
  const { photos } = draft
  const missing = missingOf(draft)
  const refused = photos.findIndex(({ zh }) => zh !== '')
  const arrived = photos.filter(({ fileId }) => fileId !== null).length
  const part = photos.reduce((sum, { fileId, ref }) => sum + (fileId ? 1 : (parts[ref] ?? 0)), 0) / (photos.length || 1)
  if (refused >= 0) return <Line icon="alert-circle" tone="danger" zh={`第 ${refused + 1} 张照片没传上去`} />
  if (missing) return <Line icon="pencil" zh={`还差${missing}，点编辑补上`} />
  if (arrived === photos.length) return <Line icon="circle-check" zh={`${photos.length} 张已传好，等您提交`} />
  if (arrived === 0 && part === 0)
    return <Line icon="photo" zh={`${photos.length} 张 · ${down ? '等待网络' : '等您提交'}`} />
  const zh = `已传 ${arrived}/${photos.length}${down ? '，有网后接着传' : ''}`
  return (
    <>
      <Box className="between">
        <Txt size="caption" tone="second" num>
          {zh}
        </Txt>
        <Txt size="caption" tone="brand" num>{`${Math.round(part * 100)}%`}</Txt>
      </Box>
      <Meter label={zh} part={part} />
    </>
  )
}

type LineProps = {
  readonly icon: 'alert-circle' | 'pencil' | 'circle-check' | 'photo'
  readonly zh: string
  readonly tone?: 'danger'
}

const Line = ({ icon, zh, tone }: LineProps) => (
  <Box className={`draft-line${tone ? ` tone-${tone}` : ''}`}>
    <Icon name={icon} size={16} />
    <Txt size="caption">{zh}</Txt>
  </Box>
)
