import { GetMyHours } from '@shared/volunteering/attendance-contract'
import type { RecordState } from '@shared/volunteering/hours'
import { useState } from 'react'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useMore } from '../../api/use-more'

export function useHours() {
  const [state, setState] = useState<RecordState | null>(null)
  const body = state ? { state } : {}
  const load = useLoad(GetMyHours, { params: {}, body })
  // The totals are of everything: they stay while the records below are filtered.
  const all = useLoad(GetMyHours, { params: {}, body: {} })
  const list = useMore(state ?? '', load.data?.records, async (cursor) => {
    const { records } = await call(GetMyHours, { params: {}, body: { ...body, cursor } })
    return records
  })
  return { load, all, ...list, state, setState }
}
export type Hours = ReturnType<typeof useHours>
