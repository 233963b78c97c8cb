/** 变更记录: what of the house's own settings can change. */
export const SETTING_KINDS = [
  'role_granted',
  'role_ended',
  'sessions_ended',
  'invited',
  'invite_ended',
  'invite_used',
  'duty_changed',
  'duty_ended',
  'calendar_changed',
  'template_changed',
  'imported',
  'category_changed',
  'key_made',
  'key_ended',
  'point_item_changed',
  'announced',
  'consent_text_changed',
  'retention_changed',
  'reward_rule_changed',
  'qualification_kind_changed',
  'volunteering_rules_changed',
  'order_kind_changed',
  'point_rule_changed',
] as const
export type SettingKind = (typeof SETTING_KINDS)[number]

export const SETTING_KIND_ZH: Record<SettingKind, string> = {
  role_granted: '授予角色',
  role_ended: '收回角色',
  sessions_ended: '结束登录',
  invited: '发出邀请',
  invite_ended: '撤回邀请',
  invite_used: '接受邀请',
  duty_changed: '调整责任人',
  duty_ended: '结束责任',
  calendar_changed: '更新日历',
  template_changed: '回复模板',
  imported: '导入',
  category_changed: '调整类别',
  key_made: '开通密钥',
  key_ended: '停用密钥',
  point_item_changed: '兑换物品',
  announced: '公告',
  consent_text_changed: '同意书新版本',
  retention_changed: '调整保存期限',
  reward_rule_changed: '奖励办法',
  qualification_kind_changed: '培训和证书种类',
  volunteering_rules_changed: '志愿服务规则',
  order_kind_changed: '点单类别',
  point_rule_changed: '积分办法',
}

/** What stood there, each under its Chinese name. */
export type ChangeFacts = Readonly<Record<string, string>>

/** The lines that differ, for people to read; a side that did not exist is empty. */
export const differences = (before: ChangeFacts, after: ChangeFacts) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((name) => ({ name, was: before[name] ?? '', is: after[name] ?? '' }))
    .filter(({ was, is }) => was !== is)
