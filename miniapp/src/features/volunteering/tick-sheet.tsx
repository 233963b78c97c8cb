import { shanghai, shanghaiMoment } from '@shared/kit/time'
import type { ShiftBoard } from '@shared/volunteering/leader-contract'
import { useState } from 'react'
import { Area } from '../../ui/area'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Choices } from '../../ui/choices'
import { DatePick } from '../../ui/date-pick'
import { FormRow } from '../../ui/form-row'
import { Sheet } from '../../ui/sheet'
import { Txt } from '../../ui/txt'
import type { RosterRow, Tick } from './use-board'

const REASONS = ['手机没电', '没有信号', '不会用手机', '码过期了'] as const
const OTHER = '其他'

type TickProps = {
  readonly board: ShiftBoard
  readonly row: RosterRow
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDone: (tick: Tick) => void
}

/** The leader's word instead of a code: when, and why there was no code. */
export function TickSheet({ board, row, busy, onClose, onDone }: TickProps) {
  const [clock, setClock] = useState('')
  const [reason, setReason] = useState<string>('')
  const [words, setWords] = useState('')
  const direction = row.state === 'in' ? 'out' : 'in'
  const zh = direction === 'in' ? '到场' : '离开'
  const note = reason === OTHER ? words.trim() : reason
  const done = () => onDone({ direction, at: clock === '' ? null : momentOf(board.startsAt, clock), note })
  return (
    <Sheet title={`登记${row.name}${zh}`} open onClose={onClose}>
      <Txt size="caption" tone="second" block className="sheet-lead">
        由您证明他{zh}了，记录上会注明“领队登记”。
      </Txt>
      <FormRow label={`${zh}时间`} hint="不选就是现在">
        <DatePick label={`${zh}时间`} mode="time" value={clock} onPick={setClock} />
      </FormRow>
      <FormRow label="为什么没有用码">
        <Choices
          label="原因"
          look="tag"
          items={[...REASONS, OTHER].map((id) => ({ id, zh: id }))}
          picked={[reason]}
          onPick={setReason}
        />
      </FormRow>
      {reason === OTHER && (
        <FormRow label="说明">
          <Area label="说明" value={words} onText={setWords} placeholder="写清楚情况" max={200} />
        </FormRow>
      )}
      <Box className="sheet-act">
        <Button busy={busy} disabled={note === ''} onTap={done}>
          {`登记${zh}`}
        </Button>
      </Box>
    </Sheet>
  )
}

/** A clock of the shift's own day; small hours of a night shift belong to the next. */
function momentOf(startsAt: string, clock: string) {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const start = shanghai(new Date(startsAt))
  const minute = hours * 60 + minutes
  const isNextDay = start.minute - minute > 12 * 60
  return shanghaiMoment(start.day, minute + (isNextDay ? 24 * 60 : 0)).toISOString()
}
