import type { SimilarCase } from '@shared/reports/contract'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { go } from '../../ui/nav'
import { Photo } from '../../ui/photo'
import { Tag } from '../../ui/tag'
import { Txt } from '../../ui/txt'
import { CaseChip } from '../cases/case-chip'

type SimilarCardProps = {
  readonly items: readonly SimilarCase[]
  readonly busy: boolean
  readonly joinZh?: string
  readonly onJoin: (id: string) => void
  readonly onOther: (id: string) => void
}

/** One at a time, the nearest first; it hints and never stands in the way of 提交. */
export function SimilarCard({ items, busy, joinZh = '是同一个，我也遇到', onJoin, onOther }: SimilarCardProps) {
  const near = items[0]
  if (!near) return null
  const { id, mine, distanceM } = near
  return (
    <Card tone="warn" className="similar" label="可能是同一个问题">
      <Box className="similar-head">
        <Icon name="copy-check" size={18} />
        <Txt strong>{`${nearZh(distanceM)}有 ${items.length} 件可能是同一个问题`}</Txt>
      </Box>
      <SimilarRow near={near} />
      <Box className="similar-acts">
        {mine ? (
          <Button dense onTap={() => go('/pages/cases/progress', { id })}>
            我反映过，看进度
          </Button>
        ) : (
          <Button dense busy={busy} onTap={() => onJoin(id)}>
            {joinZh}
          </Button>
        )}
        <Button kind="outline" dense onTap={() => onOther(id)}>
          不是同一个
        </Button>
      </Box>
    </Card>
  )
}

/** Nearer than a phone can tell. */
const HERE_M = 5
const nearZh = (metres: number) => (metres < HERE_M ? '就在这里，' : `${metres} 米内`)

const SimilarRow = ({ near: { title, day, followers, photo, state, sameView } }: { near: SimilarCase }) => (
  <Box className="similar-row">
    {photo && <Photo src={photo.thumbUrl} label={`附近那件：${title}`} className="thumb" />}
    <Box className="grow">
      <Txt block strong>
        {title}
      </Txt>
      <Txt size="caption" tone="second" block num>
        {`${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 · 已有 ${followers} 人反映`}
      </Txt>
      <Box className="row gap-2">
        <CaseChip state={state} small />
        {sameView && <Tag zh="照片很像" tone="warn" />}
      </Box>
    </Box>
  </Box>
)
