import { ListCategories } from '@shared/cases/citizen-contract'
import { useLoad } from '../../api/use-load'

export const useCategories = () => useLoad(ListCategories, { params: {}, body: {} }).data?.items ?? null
