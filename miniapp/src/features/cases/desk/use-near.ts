import type { CaseRow } from '@shared/cases/contract'
import { distanceM } from '@shared/kit/geo'
import { useState } from 'react'
import { type Fix, locate } from '../../../device/locate'
import { toast } from '../../../ui/toast'

/** Where the person stands, only once they ask; a second tap sorts by distance, a third by time again. */
export function useNear() {
  const [fix, setFix] = useState<Fix | null>(null)
  const [isSorted, setSorted] = useState(false)
  const onAsk = async () => {
    if (fix) return setSorted(!isSorted)
    const found = await locate()
    if (found) setFix(found)
    else toast('没有定位权限。可以在设置里打开，列表仍按时限排')
  }
  const sorted = (rows: readonly CaseRow[]) =>
    fix && isSorted ? [...rows].sort((a, b) => distanceM(fix, a) - distanceM(fix, b)) : rows
  return { from: fix, isSorted, sorted, ask: () => void onAsk() }
}
export type Near = ReturnType<typeof useNear>
