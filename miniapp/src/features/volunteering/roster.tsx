import type { ShiftBoard } from '@shared/volunteering/leader-contract'
import type { LeaderMove } from '@shared/volunteering/sign-ups'
import { ATTENDANCE_FLAG_ZH, SIGN_UP_STATE_ZH } from '@shared/volunteering/words'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Tag, type TagProps } from '../../ui/tag'
import { Txt } from '../../ui/txt'
import { Avatar } from '../people/avatar'
import { clockZh } from './say'
import type { RosterRow } from './use-board'

type RosterProps = {
  readonly board: ShiftBoard
  readonly busy: boolean
  readonly onTick: (row: RosterRow) => void
  readonly onFill: (row: RosterRow) => void
  readonly onMove: (row: RosterRow, move: LeaderMove) => void
}

/** Who came, when, and what to look at twice. */
export const Roster = ({ board, busy, onTick, onFill, onMove }: RosterProps) =>
  board.roster.length === 0 ? (
    <Empty icon="users" title="还没有人报名" />
  ) : (
    <Card flush title="名单" aside={`到场 ${board.came} 人，在场 ${board.inside} 人`}>
      <Box as="list">
        {board.roster.map((row) => (
          <Person
            key={row.signUpId}
            row={row}
            isOver={board.serverTime >= board.endsAt}
            busy={busy}
            onTick={() => onTick(row)}
            onFill={() => onFill(row)}
            onMove={(move) => onMove(row, move)}
          />
        ))}
      </Box>
    </Card>
  )

type PersonProps = {
  readonly row: RosterRow
  readonly isOver: boolean
  readonly busy: boolean
  readonly onTick: () => void
  readonly onFill: () => void
  readonly onMove: (move: LeaderMove) => void
}

const Warnings = ({ row: { isRisky, isUnanswered } }: { row: RosterRow }) => (
  <>
    {isRisky && (
      <Txt size="caption" tone="warn" block>
        微信提示账号风险较高，请当面核对本人
      </Txt>
    )}
    {isUnanswered && (
      <Txt size="caption" tone="warn" block>
        改期后还没回答能不能来
      </Txt>
    )}
  </>
)

const Person = ({ row, isOver, busy, onTick, onFill, onMove }: PersonProps) => {
  const { name, postName, isPostChosen, flags, note, isMine } = row
  const look = lookOf(row)
  return (
    <Box as="item" className="roster-row">
      <Avatar name={name} />
      <Box className="grow">
        <Box className="row wrap gap-2">
          <Txt strong>{isMine ? `${name}（您）` : name}</Txt>
          <Tag {...look} />
        </Box>
        <Txt size="caption" tone="second" block num>
          {[...queueZh(row), isPostChosen ? postName : `${postName}（待您安排）`, spanOf(row)]
            .filter(Boolean)
            .join(' · ')}
        </Txt>
        <Warnings row={row} />
        {(flags.length > 0 || note !== '') && (
          <Txt size="caption" tone="warn" block>
            {[...flags.map((flag) => ATTENDANCE_FLAG_ZH[flag]), note].filter(Boolean).join(' · ')}
          </Txt>
        )}
        {row.moves.length > 0 && (
          <Box className="roster-acts">
            {row.moves.map((move) => (
              <Button
                key={move}
                kind={move === 'approve' ? 'primary' : 'outline'}
                dense
                fit
                busy={busy}
                label={`${MOVE_ZH[move]}，${name}`}
                onTap={() => onMove(move)}
              >
                {MOVE_ZH[move]}
              </Button>
            ))}
          </Box>
        )}
      </Box>
      {isOver && canFill(row) && (
        <Button kind="ghost" dense fit label={`补录，${name}`} onTap={onFill}>
          补录
        </Button>
      )}
      {canTick(row) && (
        <Button kind="outline" dense fit label={`登记${row.state === 'in' ? '离开' : '到场'}，${name}`} onTap={onTick}>
          {row.state === 'in' ? '登记离开' : '登记到场'}
        </Button>
      )}
    </Box>
  )
}

/** After the end, whoever has no sign of having come. */
const canFill = ({ isRecorded, isMine, signUpState, state }: RosterRow) =>
  !isRecorded && !isMine && state === 'absent' && (signUpState === 'approved' || signUpState === 'no_show')

const canTick = ({ isRecorded, isMine, signUpState }: RosterRow) => !isRecorded && !isMine && signUpState === 'approved'

function lookOf({ isRecorded, signUpState, state }: RosterRow): TagProps {
  if (isRecorded) return { zh: '已认定', icon: 'circle-check', tone: 'ok' }
  if (signUpState !== 'approved') return { zh: SIGN_UP_STATE_ZH[signUpState], icon: 'minus' }
  if (state === 'in') return { zh: '在场', icon: 'map-pin-check', tone: 'brand' }
  return state === 'out' ? { zh: '已签退', icon: 'check', tone: 'ok' } : { zh: '未到', icon: 'clock' }
}

const spanOf = ({ checkedInAt, checkedOutAt }: RosterRow) =>
  checkedInAt === null ? '' : `${clockZh(checkedInAt)}–${checkedOutAt === null ? '' : clockZh(checkedOutAt)}`

const MOVE_ZH: Record<LeaderMove, string> = { approve: '同意', reject: '不同意', wait: '转候补', excuse: '记为请假' }

/** Where somebody stands in the queue, or until when a seat is kept for them. */
function queueZh({ place, offerUntil, source }: RosterRow) {
  if (offerUntil !== null) return [`保留到 ${clockZh(offerUntil)}`]
  if (source === 'walk_in') return ['现场加入']
  return place === null ? [] : [`候补第 ${place} 位`]
}
