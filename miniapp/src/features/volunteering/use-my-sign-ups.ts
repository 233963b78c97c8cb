import { ListMySignUps } from '@shared/volunteering/attendance-contract'
import { ListMyShifts } from '@shared/volunteering/leader-contract'
import type { MySignUpList } from '@shared/volunteering/my-sign-ups'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useMore } from '../../api/use-more'

export function useMySignUps(list: MySignUpList) {
  const load = useLoad(ListMySignUps, { params: {}, body: { list } })
  const more = useMore(list, load.data, (cursor) => call(ListMySignUps, { params: {}, body: { list, cursor } }))
  return { load, ...more }
}

/** The one that comes first, if there is any. */
export const useNextSignUp = () =>
  useLoad(ListMySignUps, { params: {}, body: { list: 'coming' as const, size: 1 } }).data?.items[0]

/** Whether this person leads a shift at all. */
export const useLeads = () => (useLoad(ListMyShifts, { params: {}, body: { size: 1 } }).data?.items.length ?? 0) > 0

export function useLedShifts() {
  const load = useLoad(ListMyShifts, { params: {}, body: {} })
  const more = useMore('led', load.data, (cursor) => call(ListMyShifts, { params: {}, body: { cursor } }))
  return { load, ...more }
}
