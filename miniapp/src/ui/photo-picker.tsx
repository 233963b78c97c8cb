import { Box } from './box'
import { Icon } from './icon'
import { Pic } from './pic'
import { Tap } from './tap'
import { Txt } from './txt'

export type PickedPhoto = {
  readonly id: string
  readonly src: string
  readonly state: 'kept' | 'sending' | 'sent' | 'failed'
  /** From 0 to 1 while sending. */
  readonly part?: number
  /** 06-27 10:21, on the picture's dark foot. */
  readonly caption?: string
}
export type PhotoPickerProps = {
  readonly photos: readonly PickedPhoto[]
  readonly max: number
  /** On the empty tile: 远景再来一张. */
  readonly hint: string
  readonly onAdd: () => void
  readonly onRemove: (id: string) => void
  readonly onRetry: (id: string) => void
}

export const PhotoPicker = ({ photos, max, hint, onAdd, onRemove, onRetry }: PhotoPickerProps) => (
  <Box as="group" label="照片" className="picker">
    {photos.map((photo, i) => (
      <Tile key={photo.id} photo={photo} n={i + 1} onRemove={onRemove} onRetry={onRetry} />
    ))}
    {photos.length < max && (
      <Tap className="picker-add" onTap={onAdd}>
        <Icon name={photos.length === 0 ? 'camera' : 'camera-plus'} size={28} />
        <Txt size="micro">{hint}</Txt>
      </Tap>
    )}
  </Box>
)

type TileProps = Pick<PhotoPickerProps, 'onRemove' | 'onRetry'> & { readonly photo: PickedPhoto; readonly n: number }

const Tile = ({ photo: { id, src, state, part = 0, caption }, n, onRemove, onRetry }: TileProps) => (
  <Box className="picker-tile">
    {src !== '' && <Pic src={src} label={`第 ${n} 张照片`} className="photo-pic" />}
    {caption && state !== 'failed' && (
      <Box quiet className="photo-caption">
        <Txt num>{caption}</Txt>
      </Box>
    )}
    {state === 'sending' && (
      <Box as="status" label={`第 ${n} 张正在上传`} className="picker-part">
        <Box className="picker-part-done" style={{ width: `${Math.round(part * 100)}%` }} />
      </Box>
    )}
    {state === 'failed' && (
      <Tap className="picker-failed" label={`第 ${n} 张没传上去，重试`} onTap={() => onRetry(id)}>
        <Icon name="refresh" size={18} />
        <Txt size="micro">重试</Txt>
      </Tap>
    )}
    <Tap className="picker-remove" label={`删掉第 ${n} 张照片`} onTap={() => onRemove(id)}>
      <Box className="picker-x">
        <Icon name="x" size={16} />
      </Box>
    </Tap>
  </Box>
)
