import type { Role } from './roles'

export const ROLE_ZH: Record<Role, string> = {
  citizen: '市民',
  volunteer: '志愿者',
  shift_leader: '活动领队',
  reviewer: '审核员',
  dispatcher: '派遣员',
  handler: '责任单位经办人',
  verifier: '巡访核查员',
  area_leader: '包片领导',
  grid_chief: '网格长',
  admin: '管理员',
}
