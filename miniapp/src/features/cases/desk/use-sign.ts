import { type CaseRow, type CaseView, TransitionCase } from '@shared/cases/contract'
import { call } from '../../../api/call'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

/** 签收 has nothing to fill in: one tap. `onEnd` gets the case, or null where somebody or something was in the way. */
export function useSign(
  { id, version, title }: Pick<CaseRow, 'id' | 'version' | 'title'>,
  onEnd: (after: CaseView | null) => void,
) {
  const { busy, send } = useSend()
  const sign = async () => {
    let after: CaseView | null = null
    await send(`sign ${id}`, async (key) => {
      after = await call(TransitionCase, { params: { id }, body: { key, move: 'sign', version } })
      toast(`“${title}”已签收，请按时处置`, 'ok')
    })
    onEnd(after)
  }
  return { isBusy: busy !== null, sign: () => void sign() }
}
