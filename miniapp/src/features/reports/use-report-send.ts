import { useState } from 'react'
import { Refused } from '../../api/refused'
import { useSend } from '../../api/use-send'
import { goInstead } from '../../ui/nav'
import { submitDraft } from './submit'

export type ReportField = 'photos' | 'position' | 'categoryCode' | 'words'
/** A consent that was refused is about one card of the form. */
const FIELD_OF: Readonly<Record<string, string>> = { precise_location: 'position', phone: 'contact.phone' }
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
        if (err instanceof Refused && err.refusal.field) {
          const { field, zh } = err.refusal
          setWrong({ field: FIELD_OF[field] ?? field, zh })
        }
        throw err
      }
    })
  const wrongOf = (field: ReportField) => (wrong?.field === field ? wrong.zh : '')
  return { isSending: busy !== null, submit, wrong, wrongOf }
}
