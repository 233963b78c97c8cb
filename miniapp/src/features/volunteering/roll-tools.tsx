import type { ShiftBoard } from '@shared/volunteering/leader-contract'
import { useState } from 'react'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { NumberSheet } from './number-sheet'
import type { BoardHand } from './use-board'
import { WidenSheet } from './widen-sheet'

/** What a leader may change of the list itself while the shift is not over. */
export function RollTools({ board, hand }: { board: ShiftBoard; hand: BoardHand }) {
  const [open, setOpen] = useState<'walk-in' | 'widen' | null>(null)
  const close = () => setOpen(null)
  if (board.serverTime >= board.endsAt) return null
  const opensAt = Date.parse(board.startsAt) - board.graceMinutes * 60_000
  return (
    <>
      <Box className="two-acts">
        <Button kind="outline" icon="plus" onTap={() => setOpen('widen')}>
          增加名额
        </Button>
        {Date.parse(board.serverTime) >= opensAt && (
          <Button kind="outline" icon="users" onTap={() => setOpen('walk-in')}>
            现场加入
          </Button>
        )}
      </Box>
      {open === 'walk-in' && (
        <NumberSheet
          title="现场加入志愿者"
          act="加入名单"
          busy={hand.busy}
          onClose={close}
          onDone={(number) => void hand.walkIn(number).then((done) => done && close())}
        />
      )}
      {open === 'widen' && (
        <WidenSheet
          posts={board.posts}
          busy={hand.busy}
          onClose={close}
          onDone={(wider) => void hand.widen(wider).then((done) => done && close())}
        />
      )}
    </>
  )
}
