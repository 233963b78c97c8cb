import type { Me } from '@shared/people/contract'
import type { Role } from '@shared/people/roles'
import { useState } from 'react'
import { Card } from '../../../ui/card'
import { Entry } from '../../../ui/entry'
import type { IconName } from '../../../ui/icons'
import { go } from '../../../ui/nav'
import { useUnread } from '../../notices/use-notices'
import { SUPERVISION_READERS } from '../supervision/use-supervisions'
import { ExportSheet } from './export-sheet'
import { VIEW_LOOK, viewsOf } from './views'

const SAYS = {
  todo: '按剩余时间排，最急的在前',
  unit: '签收、拍照反馈',
  check: '到现场核查，通过或返工',
  all: '能看的全部案件，可搜可筛',
} as const

/** As the endpoints have it. */
const OFFICE: readonly Role[] = ['reviewer', 'dispatcher', 'admin']

type Door = {
  readonly icon: IconName
  readonly title: string
  readonly zh: string
  readonly path: `/staff/${string}`
  /** For everybody where nobody is named; as the endpoints behind it have it. */
  readonly for?: readonly Role[]
}

// biome-ignore format: a table reads by its columns
const DOORS: readonly Door[] = [
  { icon: 'phone',            title: '代录反映', zh: '来电、来信、巡访、媒体、上级交办', path: '/staff/reports/intake',      for: ['reviewer', 'dispatcher', 'admin', 'verifier', 'area_leader'] },
  { icon: 'message-question', title: '邮件待录', zh: '来信、附件照片，录成反映',         path: '/staff/reports/mails',       for: OFFICE },
  { icon: 'gavel',            title: '督办台账', zh: '督办单、挂牌、两人销号',           path: '/staff/cases/supervisions',  for: SUPERVISION_READERS },
  { icon: 'chart-bar',        title: '三率',     zh: '响应、解决、满意，剔除列在旁边',   path: '/staff/cases/rates' },
  { icon: 'map-2',            title: '热点与反复点', zh: '哪里反映最多，哪里办结又来',   path: '/staff/cases/spots' },
  { icon: 'alert-circle',     title: '公开内容投诉', zh: '隐私、不实，可立即下架',       path: '/staff/cases/complaints',    for: ['reviewer'] },
  { icon: 'certificate',      title: '奖励发放', zh: '批准、发放、预算和办法',           path: '/staff/reports/rewards',     for: OFFICE },
  { icon: 'calendar-event',   title: '活动台账', zh: '起草、审核、修改志愿活动',         path: '/staff/volunteering/activities', for: ['admin', 'reviewer'] },
  { icon: 'heart-handshake',  title: '带队',     zh: '签到码、到场名单、确认时长',       path: '/staff/volunteering/shifts', for: ['shift_leader'] },
  { icon: 'certificate',      title: '证明办理', zh: '出具、撤销志愿服务记录证明',       path: '/staff/volunteering/certificates', for: ['shift_leader', 'admin'] },
  { icon: 'clock-heart',      title: '更正与补录', zh: '志愿时长，另一人同意才入账',   path: '/staff/volunteering/requests',    for: ['admin', 'reviewer'] },
  { icon: 'message-question', title: '未到申诉', zh: '记为未到的人说到了，领队以外的人处理', path: '/staff/volunteering/appeals', for: ['reviewer'] },
  { icon: 'calendar-time',    title: '登记期限', zh: '已结束的活动，10 个工作日登记',  path: '/staff/volunteering/settlements', for: ['admin', 'reviewer'] },
  { icon: 'eye-check',        title: '异常与抽查', zh: '只供核实，不自动处罚；2% 回访',  path: '/staff/volunteering/spot-checks', for: ['admin', 'reviewer'] },
  { icon: 'heart-handshake',  title: '点单调度', zh: '受理、派单、回访，评单数字',       path: '/staff/volunteering/orders',      for: ['dispatcher', 'admin'] },
  { icon: 'building-store',   title: '积分兑换', zh: '核销领取码，兑换物品',             path: '/staff/volunteering/exchange',    for: OFFICE },
  { icon: 'certificate',      title: '培训和证书', zh: '登记有效期，班次可以要求',       path: '/staff/volunteering/qualifications', for: ['admin', 'reviewer'] },
  { icon: 'photo',            title: '活动图文', zh: '活动结束后的图文，另一人审核',     path: '/staff/volunteering/article', for: ['admin', 'reviewer'] },
  { icon: 'settings',         title: '志愿服务规则', zh: '候补、申诉、点单时限、星级、积分', path: '/staff/volunteering/rules', for: ['admin'] },
  { icon: 'settings',         title: '点单类别', zh: '新增、改名、停用，各类自己的时限',  path: '/staff/volunteering/order-kinds', for: ['admin', 'dispatcher'] },
  { icon: 'message-question', title: '回复模板', zh: '每一步常用的话',                   path: '/staff/settings/templates',  for: ['reviewer'] },
  { icon: 'bell',             title: '公告',     zh: '停水、封路、活动期间的安排',       path: '/staff/settings/announcements', for: ['reviewer'] },
  { icon: 'settings',         title: '县级管理', zh: '人员、责任链、日历和记录',         path: '/staff/settings/index',      for: ['admin'] },
]

/** What is not about cases stands apart, so that a hand finds its door. */
const GROUPS = [
  { start: '/staff/volunteering/', title: '志愿服务' },
  { start: '/staff/settings/', title: '管理' },
] as const
const groupOf = (path: string) => GROUPS.find(({ start }) => path.startsWith(start))?.start ?? null

const entryOf = ({ path, icon, title, zh }: Door) => (
  <Entry key={path} icon={icon} title={title} zh={zh} onTap={() => go(path)} />
)

/** Where the work is. */
export function HomeDoors({ me }: { me: Me }) {
  const unread = useUnread()
  const [exporting, setExporting] = useState(false)
  const holdsOne = (roles: readonly Role[]) => me.roles.some(({ role }) => roles.includes(role))
  const doors = DOORS.filter((door) => door.for === undefined || holdsOne(door.for))
  return (
    <>
      <Card flush title="案件">
        {viewsOf(me.roles).map((view) => (
          <Entry
            key={view}
            icon={VIEW_LOOK[view].icon}
            title={VIEW_LOOK[view].zh}
            zh={SAYS[view]}
            onTap={() => go('/staff/cases/list', { view })}
          />
        ))}
        {doors.filter(({ path }) => groupOf(path) === null).map(entryOf)}
        {holdsOne(OFFICE) && (
          <Entry icon="download" title="导出台账" zh="Excel 或 CSV，登记用途" onTap={() => setExporting(true)} />
        )}
      </Card>
      {GROUPS.map(({ start, title }) => {
        const own = doors.filter(({ path }) => groupOf(path) === start)
        return own.length === 0 ? null : (
          <Card key={start} flush title={title}>
            {own.map(entryOf)}
          </Card>
        )
      })}
      <Card flush>
        <Entry
          icon="bell"
          title="消息"
          zh={unread > 0 ? `${unread} 条没看` : '没有新消息'}
          onTap={() => go('/pages/notices/list')}
        />
        <ExportSheet open={exporting} onClose={() => setExporting(false)} />
      </Card>
    </>
  )
}
