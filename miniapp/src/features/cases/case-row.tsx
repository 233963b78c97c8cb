import type { MyCaseRow } from '@shared/cases/citizen-contract'
import { useNow } from '../../api/clock'
import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import { go } from '../../ui/nav'
import { Photo } from '../../ui/photo'
import { Tag } from '../../ui/tag'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { CaseChip } from './case-chip'
import { endZh, promiseOf } from './promise'

export const PROGRESS = '/pages/cases/progress'

/** One of my cases in a list: what, where it stands, by when. */
export const CaseRow = ({ row }: { row: MyCaseRow }) => (
  <Tap className="case-row" onTap={() => go(PROGRESS, { id: row.id })}>
    {row.cover ? (
      <Photo src={row.cover.thumbUrl} label="" className="thumb" />
    ) : (
      <Box quiet className="thumb thumb-none">
        <Icon name="users" size={24} />
      </Box>
    )}
    <Box className="grow">
      <Txt size="title-3" strong className="case-name">
        {row.title}
      </Txt>
      <PromiseLine row={row} />
      <Box className="case-row-foot">
        <CaseChip state={row.state} small />
        {row.mayRate && <Tag zh="待评价" tone="brand" />}
        {!row.mine && (
          <Txt size="micro" tone="third">
            附议
          </Txt>
        )}
      </Box>
    </Box>
    <Icon name="chevron-right" size={18} className="entry-arrow" />
  </Tap>
)

/** 已派到 县市政工程公司，承诺 今天 18:00 前处置 */
export function PromiseLine({ row }: { row: MyCaseRow }) {
  const now = useNow()
  const promise = promiseOf(row, now)
  if (!promise)
    return (
      <Txt size="caption" tone="second" block>
        {endZh(row, now)}
      </Txt>
    )
  const { before, when, after, isLate } = promise
  return (
    <Txt size="caption" tone="second" block num>
      {`${before} `}
      <Txt strong tone={isLate ? 'danger' : 'main'}>
        {when}
      </Txt>
      {` ${after}${isLate ? '，已超时' : ''}`}
    </Txt>
  )
}
