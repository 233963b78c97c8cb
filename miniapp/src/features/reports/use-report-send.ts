import { useState } from 'react'
import { Refused } from '../../api/refused'
import { useSend } from '../../api/use-send'
import { goInstead } from '../../ui/nav'
import { submitDraft } from './submit'

export type ReportField = 'photos' | 'position' | 'categoryCode' | 'words'
type Wrong = { readonly field: string; readonly zh: string }

/** 提交: what is refused is said at its field. */
export function useReportSend(id: string) {
  const { busy, send } = useSend()
  const [wrong, setWrong] = useState<Wrong | null>(null)

  const submit = () =>
    send('submit', async () => {
      setWrong(null)
      try {
        const { id: caseId } = await submitDraft(id)
        goInstead('/pages/reports/sent', { id: caseId })
      } catch (err) {
        if (err instanceof Refused && err.refusal.field) setWrong({ field: err.refusal.field, zh: err.refusal.zh })
        throw err
      }
    })
  const wrongOf = (field: ReportField) => (wrong?.field === field ? wrong.zh : '')
  return { isSending: busy !== null, submit, wrong, wrongOf }
}
