import { durationZh } from '@shared/kit/time'
import type { ShiftBoard } from '@shared/volunteering/leader-contract'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Sheet } from '../../ui/sheet'
import { Txt } from '../../ui/txt'
import { summaryOf } from './summary'

type SettleProps = {
  readonly board: ShiftBoard
  readonly open: boolean
  readonly busy: boolean
  readonly onClose: () => void
  readonly onCloseShift: () => void
  readonly onDone: () => void
}

/** What will be written, who is left out and why, before anything is. */
export function SettleSheet({ board, open, busy, onClose, onCloseShift, onDone }: SettleProps) {
  const { people, minutes, absent, leftOut, inside, isOver } = summaryOf(board)
  const isStuck = isOver && inside > 0
  return (
    <Sheet title="确认名单" open={open} onClose={onClose}>
      <Box className="settle-figure">
        <Txt strong block num className="settle-people">
          {`${people} 人，共 ${durationZh(minutes)}`}
        </Txt>
        <Txt size="caption" tone="second" block>
          确认后计入各人时长，不能撤回。
        </Txt>
      </Box>
      {absent.length > 0 && <Line icon="minus" zh={`记为未到：${absent.join('、')}`} />}
      {leftOut.map(({ name, whyZh }) => (
        <Line key={`${name} ${whyZh}`} icon="info-circle" zh={`不在这次：${name}（${whyZh}）`} />
      ))}
      <Box className="sheet-act">
        {isStuck ? (
          <Button busy={busy} onTap={onCloseShift}>
            {`先为 ${inside} 人按计划时间签退`}
          </Button>
        ) : (
          <Button busy={busy} disabled={people + absent.length === 0} onTap={onDone}>
            {people + absent.length === 0 ? '还没有可以确认的人' : '确认并计入时长'}
          </Button>
        )}
      </Box>
    </Sheet>
  )
}

const Line = ({ icon, zh }: { icon: 'minus' | 'info-circle'; zh: string }) => (
  <Box className="rule">
    <Icon name={icon} size={18} className="tone-second" />
    <Txt>{zh}</Txt>
  </Box>
)
