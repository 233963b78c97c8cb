import type { MySignUpRow } from '@shared/volunteering/attendance-contract'
import { AppealSheet } from './appeal-sheet'
import { NumberSheet } from './number-sheet'
import type { RowAsk } from './sign-up-acts'
import { useAppeal } from './use-appeals'
import type { HandOversHand } from './use-hand-overs'

export type Asked = { readonly what: RowAsk; readonly mine: MySignUpRow }
type AskProps = {
  readonly asked: Asked
  readonly hand: HandOversHand
  readonly onChanged: () => Promise<unknown>
  readonly onClose: () => void
}

/** What one of my sign-ups needs to know before the step is taken; it closes when that went through. */
export function AskSheet({ asked: { what, mine }, hand, onChanged, onClose }: AskProps) {
  const { appeal, busy } = useAppeal(onChanged)
  const closed = (done: boolean) => done && onClose()
  return what === 'hand_over' ? (
    <NumberSheet
      title={`转给别人：${mine.title}`}
      lead="对方接了才算，开始前有效；没接之前名额仍是您的。"
      act="请对方接"
      busy={hand.busy}
      onClose={onClose}
      onDone={(number) => void hand.offer(mine.signUpId, number).then(closed)}
    />
  ) : (
    <AppealSheet
      mine={mine}
      busy={busy}
      onClose={onClose}
      onDone={(claim) => void appeal(mine.signUpId, claim).then(closed)}
    />
  )
}
