import { ListMySignUps } from '@shared/volunteering/attendance-contract'
import { ListMyShifts } from '@shared/volunteering/leader-contract'
import type { MySignUpList } from '@shared/volunteering/my-sign-ups'
import { useLoad } from '../../api/use-load'
import { usePages } from '../../api/use-pages'

export const useMySignUps = (list: MySignUpList) => usePages(ListMySignUps, { params: {}, body: { list } })

/** The one that comes first, if there is any. */
export const useNextSignUp = () =>
  useLoad(ListMySignUps, { params: {}, body: { list: 'coming' as const, size: 1 } }).data?.items[0]

/** Whether this person leads a shift at all. */
export const useLeads = () => (useLoad(ListMyShifts, { params: {}, body: { size: 1 } }).data?.items.length ?? 0) > 0

export const useLedShifts = () => usePages(ListMyShifts, { params: {}, body: {} })
