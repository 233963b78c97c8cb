import type { PublicCase } from '@shared/cases/citizen-contract'
import { distanceZh } from '@shared/kit/geo'
import { momentZh } from '@shared/kit/time'
import { now } from '../../api/clock'
import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import { go } from '../../ui/nav'
import { Photo } from '../../ui/photo'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { CaseChip } from './case-chip'
import { categoryIcon } from './category-icon'
import { PUBLIC_CASE } from './share-case'

export const PublicRow = ({ row }: { row: PublicCase }) => {
  const photo = row.after ?? row.before
  return (
    <Tap className="case-row" onTap={() => go(PUBLIC_CASE, { id: row.id })}>
      {photo ? (
        <Photo src={photo.thumbUrl} label="" className="thumb" />
      ) : (
        <Box quiet className="thumb thumb-none">
          <Icon name={categoryIcon({ icon: '', groupCode: row.categoryCode.slice(0, 1) })} size={24} />
        </Box>
      )}
      <Box className="grow">
        <Txt size="title-3" strong className="case-name">
          {row.title}
        </Txt>
        <Txt size="caption" tone="second" block num>
          {[row.unitZh || row.gridZh, publicWhenZh(row)].filter(Boolean).join(' · ')}
        </Txt>
        <Box className="case-row-foot">
          <CaseChip state={row.state} small />
          <Txt size="micro" tone="third" num>
            {[
              row.distanceM === null ? '' : distanceZh(row.distanceM),
              row.followers > 1 ? `${row.followers} 人同报` : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </Txt>
        </Box>
      </Box>
    </Tap>
  )
}

/** Past the promised time and not answered yet. */
export const isLate = ({ state, dueAt }: PublicCase) =>
  ['dispatched', 'processing'].includes(state) && dueAt !== null && now() > new Date(dueAt)

/** 承诺 今天 18:00 前, or when it was done. */
export function publicWhenZh(row: PublicCase) {
  const { state, dueAt, endedAt } = row
  if (state === 'closed' && endedAt) return `${momentZh(new Date(endedAt), now())} 办结`
  return dueAt ? `承诺 ${momentZh(new Date(dueAt), now())} 前${isLate(row) ? '，已超时' : ''}` : '正在派单'
}
