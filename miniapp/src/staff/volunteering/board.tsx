import './board.scss'
import { useRouter } from '@tarojs/taro'
import { Board, BoardBar } from '../../features/volunteering/board'
import { useBoard } from '../../features/volunteering/use-board'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'

export default function ShiftBoardPage() {
  const { id = '' } = useRouter<{ id: string }>().params
  const hand = useBoard(id)
  const board = hand.load.data
  return (
    <Screen title="签到看板" bar={board && <BoardBar board={board} hand={hand} />}>
      <Loaded load={hand.load}>{(shown) => <Board board={shown} hand={hand} />}</Loaded>
    </Screen>
  )
}
