import { durationZh } from '@shared/kit/time'
import type { ShiftBoard } from '@shared/volunteering/leader-contract'
import { type LeaderMove, SIGN_UP_TRANSITIONS } from '@shared/volunteering/sign-ups'
import { ADMISSION_ZH } from '@shared/volunteering/words'
import { useState } from 'react'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { confirm } from '../../ui/confirm'
import { Icon } from '../../ui/icon'
import { go } from '../../ui/nav'
import { Txt } from '../../ui/txt'
import { CodePanel } from './code-panel'
import { BackfillSheet } from './ledger/backfill-sheet'
import { useKit } from './offline/use-kit'
import { ReasonSheet } from './reason-sheet'
import { RollTools } from './roll-tools'
import { Roster } from './roster'
import { fullSpanZh } from './say'
import { SettleSheet } from './settle-sheet'
import { summaryOf } from './summary'
import { TickSheet } from './tick-sheet'
import type { BoardHand, RosterRow } from './use-board'

export function Board({ board, hand }: { board: ShiftBoard; hand: BoardHand }) {
  const [rowId, setRowId] = useState<string | null>(null)
  const [fillId, setFillId] = useState<string | null>(null)
  const fill = board.roster.find(({ signUpId }) => signUpId === fillId)
  const [asked, setAsked] = useState<Asked | null>(null)
  const row = board.roster.find(({ signUpId }) => signUpId === rowId)
  const close = () => {
    setRowId(null)
    setFillId(null)
    setAsked(null)
  }
  /** 不同意 and 记为请假 say why; the others are one tap. */
  const move = (row: RosterRow, move: LeaderMove) =>
    SIGN_UP_TRANSITIONS[move].note ? setAsked({ row, move }) : void hand.decide(row, move, '')
  return (
    <Box>
      <Box className="board-head">
        <Txt size="title-2" strong block>
          {board.title}
        </Txt>
        <Txt size="caption" tone="second" block num>
          {`${fullSpanZh(board)} · 报名 ${board.signedUp}/${board.capacity} 人 · ${ADMISSION_ZH[board.admission]}`}
        </Txt>
      </Box>
      <Box className="stack">
        {hand.settled && <Done settled={hand.settled} />}
        {isOn(board) && <OnSite board={board} />}
        {board.noteZh !== '' && <Note zh={board.noteZh} />}
        {mayOfferOwn(board) && (
          <Button kind="outline" busy={hand.busy} onTap={() => void hand.own()}>
            提交我的时长，请另一人同意
          </Button>
        )}
        <RollTools board={board} hand={hand} />
        <Roster
          board={board}
          busy={hand.busy}
          onTick={({ signUpId }) => setRowId(signUpId)}
          onFill={({ signUpId }) => setFillId(signUpId)}
          onMove={move}
        />
      </Box>
      <BoardSheets {...{ board, hand, row, fill, asked }} onClose={close} />
    </Box>
  )
}

/** The turning code and the way to the scanner; opening it here once makes both work without a network. */
function OnSite({ board }: { board: ShiftBoard }) {
  const { kit } = useKit(board.id)
  return (
    <>
      <CodePanel shiftId={board.id} first={firstCode(board)} kit={kit} />
      <Button kind="soft" icon="scan" onTap={() => go('/staff/volunteering/scan', { id: board.id })}>
        {kit ? '扫志愿者的码（没有网络也能用）' : '扫志愿者的码'}
      </Button>
    </>
  )
}

/** The leader's own hours, measured and not on record yet, once the shift is over. */
const mayOfferOwn = ({ roster, serverTime, endsAt }: ShiftBoard) =>
  serverTime >= endsAt && roster.some(({ isMine, isRecorded, state }) => isMine && !isRecorded && state === 'out')

type Asked = { readonly row: RosterRow; readonly move: LeaderMove }
type SheetsProps = {
  readonly board: ShiftBoard
  readonly hand: BoardHand
  readonly row: RosterRow | undefined
  readonly fill: RosterRow | undefined
  readonly asked: Asked | null
  readonly onClose: () => void
}

/** One at a time; it closes when what it asked for went through. */
function BoardSheets({ board, hand, row, fill, asked, onClose }: SheetsProps) {
  const closed = (done: boolean) => done && onClose()
  return (
    <>
      {asked && (
        <ReasonSheet
          title={`${SIGN_UP_TRANSITIONS[asked.move].zh}：${asked.row.name}`}
          busy={hand.busy}
          onClose={onClose}
          onDone={(note) => void hand.decide(asked.row, asked.move, note).then(closed)}
        />
      )}
      {row && (
        <TickSheet
          board={board}
          row={row}
          busy={hand.busy}
          onClose={onClose}
          onDone={(given) => void hand.tick(row, given).then(closed)}
        />
      )}
      {fill && (
        <BackfillSheet
          board={board}
          row={fill}
          busy={hand.busy}
          onClose={onClose}
          onDone={(given) => void hand.backfill(fill, given).then(closed)}
        />
      )}
    </>
  )
}

/** After the grace no code opens anything: the list is what is left to do. */
const isOn = ({ endsAt, graceMinutes, serverTime }: ShiftBoard) =>
  Date.parse(serverTime) <= Date.parse(endsAt) + graceMinutes * 60_000

/** People come in the first half and leave in the second. */
const firstCode = ({ startsAt, endsAt, serverTime }: ShiftBoard) =>
  Date.parse(serverTime) * 2 > Date.parse(startsAt) + Date.parse(endsAt) ? 'out' : 'in'

const Done = ({ settled: { people, minutes, absent } }: { settled: NonNullable<BoardHand['settled']> }) => (
  <Card className="settled">
    <Box as="status" className="row gap-2">
      <Icon name="circle-check" size={22} className="tone-ok" />
      <Txt strong className="grow" num>
        {`已确认 ${people} 人，共 ${durationZh(minutes)}${absent > 0 ? `；${absent} 人记为未到` : ''}`}
      </Txt>
    </Box>
  </Card>
)

const Note = ({ zh }: { zh: string }) => (
  <Card tone="warn">
    <Box as="status" className="row gap-2">
      <Icon name="alert-circle" size={20} className="tone-warn" />
      <Txt className="grow">{zh}</Txt>
    </Box>
  </Card>
)

export function BoardBar({ board, hand }: { board: ShiftBoard; hand: BoardHand }) {
  const [open, setOpen] = useState(false)
  const { inside, isOver, people, absent } = summaryOf(board)
  const close = async () => {
    const yes = await confirm({
      title: `为 ${inside} 人签退吗`,
      zh: '签退时间记为计划结束时间，记录上会注明“按计划时间签退”。',
      yes: '按计划时间签退',
    })
    if (yes) void hand.close()
  }
  const settle = async () => {
    if (await hand.settle(board)) setOpen(false)
  }
  const left = people + absent.length > 0
  return (
    <>
      {isOver && inside > 0 && (
        <Button kind="outline" busy={hand.busy} onTap={() => void close()}>
          全员签退
        </Button>
      )}
      <Button icon="list-check" disabled={!left && inside === 0} busy={hand.busy} onTap={() => setOpen(true)}>
        {left || inside > 0 ? '确认名单' : '名单已处理'}
      </Button>
      <SettleSheet
        board={board}
        open={open}
        busy={hand.busy}
        onClose={() => setOpen(false)}
        onCloseShift={() => void hand.close()}
        onDone={() => void settle()}
      />
    </>
  )
}
