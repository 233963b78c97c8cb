import { useEffect, useState } from 'react'
import { useSend } from '../../api/use-send'
import { confirm } from '../../ui/confirm'
import { goInstead } from '../../ui/nav'
import { toast } from '../../ui/toast'
import { missingOf, type ReportDraft, reportDrafts } from './drafts'
import { submitDraft } from './submit'

export const useDraftCount = () => reportDrafts.use().length

/** All drafts of this phone; nothing leaves it without a tap. */
export function useDrafts() {
  const drafts = reportDrafts.use()
  const { busy, send } = useSend()
  const [at, setAt] = useState<string | null>(null)
  useEffect(() => void reportDrafts.purge(), [])
  const ready = drafts.filter((draft) => missingOf(draft) === null)

  const sendAll = () => sendEach(ready, 'all')
  const sendOne = (draft: ReportDraft) => sendEach([draft], draft.id)
  /** One after another; the first that is refused says why, and the rest stay as they were. */
  const sendEach = async (those: readonly ReportDraft[], name: string) => {
    let lastId = ''
    const isDone = await send(name, async () => {
      for (const { id } of those) {
        setAt(id)
        lastId = (await submitDraft(id)).id
      }
    })
    setAt(null)
    if (!isDone) return
    if (those.length === 1) return goInstead('/pages/reports/sent', { id: lastId })
    toast(`${those.length} 件都提交了`, 'ok')
    goInstead('/pages/cases/mine')
  }
  const drop = async ({ id }: ReportDraft) => {
    const sure = await confirm({ title: '删掉这份草稿吗', zh: '照片也会一起删掉。', yes: '删掉草稿', danger: true })
    if (sure) await reportDrafts.drop(id)
  }
  return { drafts, ready, busy: busy !== null, at, sendAll, sendOne, drop }
}
