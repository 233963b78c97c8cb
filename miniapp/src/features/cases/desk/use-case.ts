import { type CaseView, GetCase } from '@shared/cases/contract'
import { useState } from 'react'
import { useLoad } from '../../../api/use-load'
import type { Load } from '../../../ui/load'

/** One case of the desk; what a move answered is shown at once, before anything is asked again. */
export function useCase(id: string | null) {
  const load = useLoad(GetCase, id === null ? null : { params: { id }, body: {} })
  const [after, setAfter] = useState<CaseView | null>(null)
  const isNewer = after !== null && after.id === id && after.version > (load.data?.version ?? 0)
  const shown: Load<CaseView> = isNewer ? { ...load, data: after, failure: null } : load
  return { load: shown, show: setAfter }
}
