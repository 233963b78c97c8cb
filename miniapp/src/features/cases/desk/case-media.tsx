import type { CaseView } from '@shared/cases/contract'
import type { PhotoView } from '@shared/files/contract'
import { momentZh } from '@shared/kit/time'
import { preview } from '../../../device/preview'
import { BeforeAfter } from '../../../ui/before-after'
import { Box } from '../../../ui/box'
import { Empty } from '../../../ui/empty'
import { MapView } from '../../../ui/map-view'
import { Photo } from '../../../ui/photo'
import { Txt } from '../../../ui/txt'
import { useLand } from '../../grids/use-land'

type Shown = { readonly view: CaseView; readonly now: Date }

/** When a photo came and from whom, as far as the journal tells. */
function captionOf({ events }: CaseView, { id }: PhotoView, now: Date) {
  const event = events.find(({ photos }) => photos.some((photo) => photo.id === id))
  return event ? `${momentZh(new Date(event.at), now)} ${event.byZh}` : ''
}

/** Before and after where there is an after; else the photos as they came. Any of them opens large. */
export function CaseMedia({ view, now }: Shown) {
  const { before, after } = view
  const all = [...before, ...after]
  const urls = all.map(({ url }) => url)
  const [first, ...others] = all
  const last = after.at(-1)
  if (!first) return <Empty icon="photo" title="没有照片" zh="电话、邮件来的反映可能没有照片" />
  const half = (photo: PhotoView) => {
    const caption = captionOf(view, photo, now)
    return { src: photo.url, label: `照片，${view.addressZh}`, caption }
  }
  const small = last ? all.filter(({ id }) => id !== first.id && id !== last.id) : others
  const open = (photo: PhotoView) => preview(urls, all.indexOf(photo))
  return (
    <Box className="case-media">
      {last && before[0] ? (
        <BeforeAfter before={half(before[0])} after={half(last)} onTap={() => preview(urls, 0)} />
      ) : (
        <Photo {...half(first)} className="case-photo" onTap={() => preview(urls, 0)} />
      )}
      {small.length > 0 && (
        <Box className="case-thumbs">
          {small.map((photo) => (
            <Photo
              key={photo.id}
              src={photo.thumbUrl}
              label={`第 ${all.indexOf(photo) + 1} 张照片`}
              onTap={() => open(photo)}
            />
          ))}
        </Box>
      )}
    </Box>
  )
}

export function CaseMap({ view }: Pick<Shown, 'view'>) {
  const land = useLand()
  const { id, lng, lat, gridId, addressZh, accuracyM, state } = view
  const tone = state === 'closed' ? 'done' : 'open'
  return (
    <Box className="work-map">
      <MapView
        label={`位置：${addressZh}`}
        {...land}
        pins={[{ id, lng, lat, label: addressZh, tone }]}
        center={{ lng, lat }}
        spanM={700}
        still
        {...(gridId ? { picked: gridId } : {})}
        {...(accuracyM ? { round: { lng, lat, radiusM: accuracyM } } : {})}
      />
      <Box className="case-place">
        <Txt size="caption" cut>
          {accuracyM === null ? addressZh : `${addressZh} · 误差约 ${Math.round(accuracyM)} 米`}
        </Txt>
      </Box>
    </Box>
  )
}
