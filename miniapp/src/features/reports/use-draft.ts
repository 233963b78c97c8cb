import { useState } from 'react'
import { newKey } from '../../api/key'
import { EMPTY_REPORT, type ReportDraft, type ReportFields, reportDrafts } from './drafts'

/**
 * One report being written. A form nobody has touched leaves no draft behind: only a photo, a word or a choice begins one;
 * from then on every change is written at once.
 */
export function useDraft(given: string | undefined) {
  const [id] = useState(() => given || newKey())
  const [blank, setBlank] = useState(() => reportDrafts.begin(id, EMPTY_REPORT))
  const kept = reportDrafts.use().find((draft) => draft.id === id)

  const set = (is: Partial<ReportFields>) => {
    const was = reportDrafts.find(id) ?? blank
    const next = { ...was, fields: { ...was.fields, ...is } }
    if (kept || isWorthKeeping(next)) reportDrafts.save(next)
    else setBlank(next)
  }
  return { id, draft: kept ?? blank, isKept: kept !== undefined, set }
}
export type DraftHand = ReturnType<typeof useDraft>

const isWorthKeeping = ({ photos, fields }: ReportDraft) =>
  photos.length > 0 || fields.words !== '' || fields.isPicked || fields.placedBy === 'hand'
