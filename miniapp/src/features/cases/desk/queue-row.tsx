import type { CaseRow } from '@shared/cases/contract'
import { CASE_SOURCE_ZH } from '@shared/cases/words'
import { distanceM, distanceZh, type LngLat } from '@shared/kit/geo'
import { dayZh, shanghai } from '@shared/kit/time'
import type { ReactNode } from 'react'
import { Box } from '../../../ui/box'
import { Icon } from '../../../ui/icon'
import { Pic } from '../../../ui/pic'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { ClockBadge } from './clock-badge'
import { SOURCE_ICON } from './source-look'
import { StateChip } from './state-chip'

type QueueRowProps = {
  readonly row: CaseRow
  readonly now: Date
  /** Where the person stands, to say how far it is. */
  readonly from: LngLat | null
  readonly on?: boolean
  /** The state stands in the tab already where only one state is listed. */
  readonly showState: boolean
  readonly onTap: () => void
  /** Decided, and about to leave. */
  readonly held?: boolean
  /** At the left edge: a box to tick. */
  readonly tick?: ReactNode
  /** What can be done from the list itself. */
  readonly acts?: ReactNode
}

export const QueueRow = ({ row, now, from, on = false, showState, onTap, acts, held = false, tick }: QueueRowProps) => (
  <Box as="item" className={`queue-row${on ? ' is-on' : ''}${tick ? ' is-ticked' : ''}`}>
    {tick}
    <Tap className="queue-case" onTap={onTap} {...(on ? { on } : {})}>
      <Cover row={row} />
      <Box className="grow">
        <Box className="between gap-2">
          <Txt strong cut className="queue-title">
            {row.title}
          </Txt>
          <Txt size="micro" tone="second" num>
            {whenZh(new Date(row.submittedAt), now)}
          </Txt>
        </Box>
        <Box className="between gap-2">
          <Txt size="micro" tone="second" cut className="grow queue-place">
            {[row.addressZh, row.gridZh].filter(Boolean).join(' · ')}
          </Txt>
          {from && <Mark icon="walk" zh={distanceZh(distanceM(from, row))} />}
        </Box>
        <Marks row={row} now={now} showState={showState} held={held} />
      </Box>
    </Tap>
    {acts && <Box className="queue-acts">{acts}</Box>}
  </Box>
)

const Cover = ({ row: { cover } }: Pick<QueueRowProps, 'row'>) => (
  <Box quiet className="queue-cover">
    {cover ? <Pic src={cover.thumbUrl} label="" className="photo-pic" /> : <Icon name="photo" size={24} />}
  </Box>
)

const Marks = ({ row, now, showState, held }: Pick<QueueRowProps, 'row' | 'now' | 'showState' | 'held'>) => (
  <Box className="queue-marks">
    {held && <Mark icon="hourglass" zh="已办，待发出" />}
    {showState && <StateChip state={row.state} small />}
    <ClockBadge of={row} now={now} />
    <Mark icon={SOURCE_ICON[row.source]} zh={CASE_SOURCE_ZH[row.source]} />
    {row.followers > 1 && <Mark icon="users" zh={`${row.followers} 人`} />}
  </Box>
)

const Mark = ({ icon, zh }: { icon: Parameters<typeof Icon>[0]['name']; zh: string }) => (
  <Box className="mark">
    <Icon name={icon} size={14} />
    <Txt size="micro" num>
      {zh}
    </Txt>
  </Box>
)

/** The hour of today, the day of any other. */
const whenZh = (at: Date, now: Date) => (dayZh(at, now) === '今天' ? shanghai(at).clock : dayZh(at, now))
