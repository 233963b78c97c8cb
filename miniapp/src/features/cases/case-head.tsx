import type { MyCaseView } from '@shared/cases/contract'
import { isPaused } from '@shared/cases/states'
import { useNow } from '../../api/clock'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Meter } from '../../ui/meter'
import { SlaBadge } from '../../ui/sla-badge'
import { Txt } from '../../ui/txt'
import { CaseTitle } from './case-title'
import { type CasePromise, endZh, figuresOf, promiseOf } from './promise'

/** What it is, and how long until the promised time: the clock runs on the phone. */
export function CaseHead({ c }: { c: MyCaseView }) {
  const now = useNow()
  const promise = promiseOf(c, now)
  return (
    <Card className="case-head">
      <CaseTitle title={c.title} state={c.state} />
      <Txt size="caption" tone="second" block num selectable>
        {factsZh(c)}
      </Txt>
      {promise ? (
        <TimeLeft promise={promise} from={startOf(c)} now={now} paused={isPaused(c.state)} />
      ) : (
        <Txt block className="case-ended">
          {endZh(c, now)}
        </Txt>
      )}
    </Card>
  )
}

export const factsZh = ({ number, categoryZh, gridZh, followers }: MyCaseView) =>
  [number, categoryZh, gridZh, followers > 1 ? `${followers} 人同报` : ''].filter(Boolean).join(' · ')

/** Since when the promise runs: the dispatch, or the step before. */
const startOf = ({ state, dispatchedAt, events, submittedAt }: MyCaseView) =>
  new Date(
    (['dispatched', 'processing'].includes(state) && dispatchedAt) ||
      events
        .map(({ at }) => at)
        .sort()
        .at(-1) ||
      submittedAt,
  )

type TimeLeftProps = {
  readonly promise: CasePromise
  readonly from: Date
  readonly now: Date
  readonly paused: boolean
}

function TimeLeft({ promise: { dueAt, left, when, after, isLate }, from, now, paused }: TimeLeftProps) {
  const limitMs = Math.max(1, dueAt.getTime() - from.getTime())
  const part = (now.getTime() - from.getTime()) / limitMs
  return (
    <>
      <Box className="time-left">
        <Box className="grow">
          <Txt size="caption" tone={isLate ? 'danger' : 'second'} block>
            {isLate ? '已超过承诺时间' : left}
          </Txt>
          <Box className={`time-figures${isLate ? ' tone-danger' : ''}`}>
            {figuresOf(dueAt.getTime() - now.getTime()).map(({ value, unit }) => (
              <Txt key={unit}>
                <Txt strong num className="time-value">
                  {value}
                </Txt>
                {unit}
              </Txt>
            ))}
          </Box>
        </Box>
        <SlaBadge dueAt={dueAt} limitMs={limitMs} now={now} zh={`${when} ${paused ? after : '前'}`} />
      </Box>
      <Meter
        label={`时间已过 ${Math.min(100, Math.round(part * 100))}%`}
        part={part}
        tone={isLate ? 'danger' : 'brand'}
      />
    </>
  )
}
