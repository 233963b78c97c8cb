import type { MemberRole, MemberState } from './members'

export const MEMBER_ROLE_ZH: Record<MemberRole, string> = { member: '队员', lead: '队长' }

export const MEMBER_STATE_ZH: Record<MemberState, string> = {
  asked: '等待同意',
  active: '在队',
  refused: '未同意',
  taken_back: '已撤回',
  left: '已退出',
  moved: '已转队',
  dismissed: '已移出',
  closed: '队伍停用',
}
