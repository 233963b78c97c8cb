import type { CaseRow } from '@shared/cases/contract'
import { Button } from '../../../ui/button'
import { go } from '../../../ui/nav'
import { useSign } from './use-sign'

/** 签收 with one tap; 反馈 leads straight to its form. */
export function RowActs({ row, onDone }: { row: CaseRow; onDone: () => void }) {
  const { isBusy, sign } = useSign(row, onDone)
  if (row.state === 'dispatched')
    return (
      <Button dense icon="check" busy={isBusy} onTap={sign} label={`签收“${row.title}”`}>
        签收
      </Button>
    )
  if (row.state === 'processing')
    return (
      <Button
        kind="soft"
        dense
        icon="camera"
        onTap={() => go('/staff/cases/move', { id: row.id, plan: 'handle' })}
        label={`拍照反馈“${row.title}”`}
      >
        拍照反馈
      </Button>
    )
  return null
}
