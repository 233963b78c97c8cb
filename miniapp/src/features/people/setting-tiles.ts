import type { Me } from '@shared/people/contract'
import { isCountyAdmin } from '@shared/people/grants'
import { holds } from '@shared/people/roles'
import type { IconName } from '../../ui/icons'

/** Who a screen is for: any administrator, only the whole county's, or the office too. */
export type SettingReader = 'admin' | 'county' | 'office'
/** The screens of 县级管理: a new one is one more line here. */
type Tile = {
  readonly path: string
  readonly for: SettingReader
  readonly icon: IconName
  readonly title: string
  readonly zh: string
}

// biome-ignore format: a table reads by its columns
export const SETTING_TILES: readonly Tile[] = [
  { path: '/staff/people/list',         for: 'admin',  icon: 'users',            title: '人员与角色', zh: '邀请、授予、收回、退出登录' },
  { path: '/staff/grids/duties',        for: 'admin',  icon: 'map-pins',         title: '责任链',     zh: '每个网格四级由谁负责，从哪天起' },
  { path: '/staff/settings/calendar',   for: 'county', icon: 'calendar-event',   title: '工作日历',   zh: '放假和调休，期限按它计算' },
  { path: '/staff/settings/categories', for: 'county', icon: 'clock',            title: '类别与时限', zh: '名称、时限、条件，从哪天起' },
  { path: '/staff/settings/templates',  for: 'office', icon: 'message-question', title: '回复模板',   zh: '每一步常用的话，自动填入案件信息' },
  { path: '/staff/settings/announcements', for: 'office', icon: 'bell',           title: '公告',       zh: '停水、封路、活动期间的安排，到期自己消失' },
  { path: '/staff/settings/imports',    for: 'county', icon: 'upload',           title: '导入',       zh: '单位、网格、四级责任、点位的表格' },
  { path: '/staff/settings/keys',       for: 'county', icon: 'plug-connected-x', title: '接口密钥',   zh: '给其他平台开通和停用' },
  { path: '/staff/settings/outbox',     for: 'county', icon: 'send',             title: '消息发送',   zh: '微信消息发了多少，发不出去的原因' },
  { path: '/staff/settings/exports',    for: 'county', icon: 'download',         title: '导出记录',   zh: '谁导出过台账，用途是什么' },
  { path: '/staff/volunteering/book',   for: 'county', icon: 'clock-heart',      title: '时长账',     zh: '合计、哈希链、导出、年度报告' },
  { path: '/staff/volunteering/stars',  for: 'county', icon: 'f-star',           title: '星级公示',   zh: '公示期满、核实异议、认定' },
  { path: '/staff/settings/changes',    for: 'admin',  icon: 'clipboard-list',   title: '变更记录',   zh: '谁改过什么，改前改后' },
  { path: '/staff/settings/point-codes', for: 'county', icon: 'map-pins',        title: '点位码',     zh: '点位牌上的小程序码，扫码就地反映' },
  { path: '/staff/settings/retention',  for: 'county', icon: 'clock',            title: '保存期限',   zh: '各类记录保存多少天，日志不少于六个月' },
  { path: '/staff/settings/consents',   for: 'county', icon: 'shield-check',     title: '同意书',     zh: '隐私政策和单独同意的文本、版本' },
  { path: '/staff/settings/audit',      for: 'county', icon: 'shield-check',     title: '审计记录',   zh: '办理、登录、下载、越权，哈希链' },
]

/** As the endpoints behind the screens have it. */
export function maySet(me: Me, reader: SettingReader) {
  const actor = { id: me.id, grants: me.roles }
  if (reader === 'county') return isCountyAdmin(actor)
  return holds(actor, 'admin') || (reader === 'office' && holds(actor, 'reviewer'))
}
