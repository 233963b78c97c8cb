import type { CaseRow } from '@shared/cases/contract'
import { distanceM } from '@shared/kit/geo'
import { useState } from 'react'
import { type Fix, locate } from '../../../device/locate'
import { toast } from '../../../ui/toast'

/** Where the person stands, only once they ask. Further taps sort by distance or by time; a round of checks goes by distance at once. */
export function useNear(byDistance: boolean) {
  const [fix, setFix] = useState<Fix | null>(null)
  const [isSorted, setSorted] = useState(false)
  const onAsk = async () => {
    if (fix) return setSorted(!isSorted)
    const found = await locate()
    if (found) {
      setFix(found)
      setSorted(byDistance)
    } else toast('没有定位权限。可以在设置里打开，列表仍按时限排')
  }
  const sorted = (rows: readonly CaseRow[]) =>
    fix && isSorted ? [...rows].sort((a, b) => distanceM(fix, a) - distanceM(fix, b)) : rows
  return { from: fix, isSorted, sorted, ask: () => void onAsk() }
}
export type Near = ReturnType<typeof useNear>
