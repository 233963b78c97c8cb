import type { PhotoView } from '@shared/files/contract'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { GhostCamera, hasGhostCamera } from '../../../ui/ghost-camera'
import { Photo } from '../../../ui/photo'
import { toast } from '../../../ui/toast'
import { Txt } from '../../../ui/txt'
import type { MoveForm } from './use-move-form'

type SameAngleProps = {
  readonly before: PhotoView
  readonly photos: Pick<MoveForm['photos'], 'max' | 'take'>
  /** Photos taken so far. */
  readonly n: number
}

/** The photo from before as the frame to match, and as a faint picture over the camera itself. */
export function SameAngle({ before, photos, n }: SameAngleProps) {
  const [isOpen, setOpen] = useState(false)
  const end = (zh?: string) => {
    setOpen(false)
    if (zh) toast(zh, 'danger')
  }
  return (
    <Box className="compare">
      <Box className="compare-photo">
        <Photo src={before.thumbUrl} label="照片" badge={{ zh: '整改前' }} />
      </Box>
      <Box className="grow">
        <Txt size="caption" tone="second" block>
          站在同一位置、同一角度拍，对照才看得清
        </Txt>
        {hasGhostCamera() && n < photos.max && (
          <Button kind="outline" dense onTap={() => setOpen(true)}>
            对着原照片拍
          </Button>
        )}
      </Box>
      {isOpen && (
        <GhostCamera
          ghost={before.url}
          label="整改前照片"
          onShot={(ref) => {
            photos.take(ref)
            end()
          }}
          onClose={() => end()}
          onFail={end}
        />
      )}
    </Box>
  )
}
