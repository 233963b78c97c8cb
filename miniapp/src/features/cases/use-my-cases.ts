import { ListMyCases } from '@shared/cases/citizen-contract'
import { useLoad } from '../../api/use-load'
import { usePages } from '../../api/use-pages'

export const CASE_FILTERS = [
  { id: 'all', zh: '全部' },
  { id: 'yes', zh: '办理中' },
  { id: 'no', zh: '已办结' },
] as const
export type CaseFilter = (typeof CASE_FILTERS)[number]['id']

export const useMyCases = (filter: CaseFilter) =>
  usePages(ListMyCases, { params: {}, body: filter === 'all' ? {} : { open: filter } })

const OPEN_ASKED = 50

/** What is being dealt with just now: the newest, and how many. */
export function useMyOpenCases() {
  const load = useLoad(ListMyCases, { params: {}, body: { open: 'yes', size: OPEN_ASKED } })
  const { items = [], next = null } = load.data ?? {}
  // What waits for the person comes before what is merely newest.
  const newest = items.find(({ state }) => state === 'supplement') ?? items[0] ?? null
  return { load, newest, countZh: next ? `${OPEN_ASKED} 件以上` : `${items.length} 件`, items }
}
