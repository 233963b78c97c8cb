import { GetMe, type Me } from '@shared/people/contract'
import { isStaff } from '@shared/people/roles'
import { useLoad } from '../../api/use-load'

const nothing = { params: {}, body: {} }

export const useMe = () => useLoad(GetMe, nothing)

export const worksForCounty = ({ id, roles }: Me) => isStaff({ id, grants: roles })
