import { ListCases } from '@shared/cases/contract'
import { useLoad } from '../../../api/use-load'

const todo = { params: {}, body: { todo: 'yes', size: 1 } } as const

/** How many cases of each state wait for whoever asks. */
export const useTodoCounts = () => useLoad(ListCases, todo)
