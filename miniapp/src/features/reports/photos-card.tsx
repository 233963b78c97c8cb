import { useState } from 'react'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { PhotoPicker } from '../../ui/photo-picker'
import { Sheet } from '../../ui/sheet'
import { Txt } from '../../ui/txt'
import { PHOTOS_MAX } from './drafts'
import type { ReportPhotos } from './use-report-photos'
import { Wrong } from './wrong'

type Shots = { readonly nearZh: string; readonly farZh: string }
type PhotosCardProps = {
  readonly photos: ReportPhotos
  /** How this class is photographed. */
  readonly shots: Shots | null
  readonly wrong: string
}

export function PhotosCard({ photos, shots, wrong }: PhotosCardProps) {
  const [asking, setAsking] = useState(false)
  const { picked, add, remove, retry } = photos
  const count = picked.length
  const choose = (from: 'camera' | 'album') => {
    setAsking(false)
    add(from)
  }
  return (
    <Card
      title="照片"
      aside={count > 0 ? `已拍 ${count} 张，最多 ${PHOTOS_MAX} 张` : `至少一张，最多 ${PHOTOS_MAX} 张`}
    >
      <PhotoPicker
        photos={picked}
        max={PHOTOS_MAX}
        hint={count === 0 ? '拍一张近景' : count === 1 ? '远景再来一张' : '再加一张'}
        onAdd={() => setAsking(true)}
        onRemove={remove}
        onRetry={retry}
      />
      {shots && count < 2 && (
        <Box className="shot-list">
          {[shots.nearZh, shots.farZh].slice(count).map((zh) => (
            <Txt key={zh} size="caption" tone="second" block>
              {zh}
            </Txt>
          ))}
        </Box>
      )}
      <Wrong zh={photos.wrong || wrong} />
      <Sheet title="加照片" open={asking} onClose={() => setAsking(false)}>
        <Button icon="camera" onTap={() => choose('camera')}>
          拍照
        </Button>
        <Button kind="outline" icon="photo" onTap={() => choose('album')}>
          从相册选
        </Button>
      </Sheet>
    </Card>
  )
}
