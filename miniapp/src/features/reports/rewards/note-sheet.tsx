import type { RewardView } from '@shared/reports/rewards/contract'
import { type OfficeMove, REWARD_MOVES } from '@shared/reports/rewards/moves'
import { yuanZh } from '@shared/reports/rewards/words'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Sheet } from '../../../ui/sheet'
import { Txt } from '../../../ui/txt'

/** What a reason is asked for. */
export type Noted =
  | { readonly kind: 'act'; readonly move: OfficeMove; readonly reward: RewardView }
  | { readonly kind: 'pay'; readonly ready: readonly RewardView[] }

type NoteSheetProps = {
  readonly noted: Noted
  readonly busy: boolean
  readonly onClose: () => void
  readonly onSend: (note: string) => void
}

export function NoteSheet({ noted, busy, onClose, onSend }: NoteSheetProps) {
  const [note, setNote] = useState('')
  const isPay = noted.kind === 'pay'
  const title = isPay ? '编发放清单' : `${REWARD_MOVES[noted.move].zh}奖励`
  const about = isPay
    ? `${noted.ready.length} 笔，共 ${yuanZh(noted.ready.reduce((sum, { fen }) => sum + fen, 0))}。编入后记为已发放，一笔只进一份清单。`
    : noted.reward.title
  return (
    <Sheet title={title} open onClose={onClose} small>
      <Txt block>{about}</Txt>
      <FormRow label={isPay ? '说明' : '理由'} hint="会留痕">
        <Input
          label="说明"
          value={note}
          onText={setNote}
          placeholder={isPay ? '比如 六月第一批' : '写明依据'}
          max={100}
        />
      </FormRow>
      <Box className="sheet-act">
        <Button busy={busy} disabled={note.trim() === ''} onTap={() => onSend(note.trim())}>
          {title}
        </Button>
      </Box>
    </Sheet>
  )
}
