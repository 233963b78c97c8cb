import type { AppealAnswer, AppealState } from '@shared/volunteering/appeals'
import { AnswerAppeal, AppealAbsence, ListAppeals } from '@shared/volunteering/appeals-contract'
import { useState } from 'react'
import { call } from '../../api/call'
import { usePages } from '../../api/use-pages'
import { useSend } from '../../api/use-send'
import { toast } from '../../ui/toast'

export type Claim = {
  readonly reasonZh: string
  readonly from: string
  readonly to: string
  readonly fileId: string | null
}

/** 申诉 of one’s own absence. */
export function useAppeal(onChanged: () => Promise<unknown>) {
  const { busy, send } = useSend()
  const appeal = (signUpId: string, claim: Claim) =>
    send(`appeal ${signUpId} ${JSON.stringify(claim)}`, async (key) => {
      await call(AppealAbsence, { params: { id: signUpId }, body: { key, ...claim } })
      toast('已提交，处理后会通知您', 'ok')
      await onChanged()
    })
  return { busy: busy !== null, appeal }
}

/** 申诉 as the office has them. */
export function useAppeals() {
  const [state, setState] = useState<AppealState>('asked')
  const list = usePages(ListAppeals, { params: {}, body: { state } })
  const { busy, send } = useSend()
  const answer = (id: string, given: AppealAnswer, note: string) =>
    send(`appeal ${id} ${given} ${note}`, async (key) => {
      await call(AnswerAppeal, { params: { id }, body: { key, answer: given, note } })
      toast(given === 'grant' ? '已通过，恢复报名' : '已告诉本人', 'ok')
      await list.load.reload()
    })
  return { ...list, state, setState, sending: busy !== null, answer }
}
export type AppealsHand = ReturnType<typeof useAppeals>
