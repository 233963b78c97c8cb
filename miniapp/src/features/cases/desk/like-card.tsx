import type { LikeCase } from '@shared/cases/desk-contract'
import { CASE_STATE_ZH } from '@shared/cases/words'
import { dayZh, shanghaiMoment } from '@shared/kit/time'
import { useNow } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Pic } from '../../../ui/pic'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { Kbd } from './kbd'

type LikeCardProps = {
  readonly items: readonly LikeCase[]
  /** Null where the asker may not merge this case. */
  readonly onMerge: ((one: LikeCase) => void) | null
  readonly onCompare: (one: LikeCase) => void
}

/** 疑似同一问题: what to merge into, or to look at beside this case. M takes the nearest. */
export function LikeCard({ items, onMerge, onCompare }: LikeCardProps) {
  const now = useNow()
  if (items.length === 0) return null
  return (
    <Card title={`疑似同一问题 ${items.length} 件`} aside="同类按距离，照片相同的在前" label="疑似同一问题">
      <Box as="list" className="like-list" label="疑似同一问题的案件">
        {items.map((one, i) => (
          <Box as="item" key={one.id} className="like-case">
            <Box quiet className="queue-cover">
              {one.photo ? (
                <Pic src={one.photo.thumbUrl} label="" className="photo-pic" />
              ) : (
                <Icon name="photo" size={24} />
              )}
            </Box>
            <Box className="grow">
              <Txt strong cut block>
                {one.title}
              </Txt>
              <Txt size="micro" tone="second" cut block num>
                {likeZh(one, now)}
              </Txt>
            </Box>
            <Tap className="like-act" label={`对比“${one.title}”`} onTap={() => onCompare(one)}>
              <Txt size="caption">对比</Txt>
            </Tap>
            {onMerge && (
              <Tap className="like-act is-main" label={`并入“${one.title}”`} onTap={() => onMerge(one)}>
                <Txt size="caption" strong>
                  并案
                </Txt>
                {i === 0 && <Kbd name="M" />}
              </Tap>
            )}
          </Box>
        ))}
      </Box>
    </Card>
  )
}

/** 35 米 · 昨天 · 4 人反映 · 已派单 */
const likeZh = ({ isTwin, distanceM, day, followers, state }: LikeCase, now: Date) =>
  [
    ...(isTwin ? ['照片相同'] : []),
    `${distanceM} 米`,
    dayZh(shanghaiMoment(day), now),
    `${followers} 人反映`,
    CASE_STATE_ZH[state],
  ].join(' · ')
