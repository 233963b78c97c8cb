import type { Me } from '@shared/people/contract'
import type { Role } from '@shared/people/roles'
import { useState } from 'react'
import { Card } from '../../../ui/card'
import { Entry } from '../../../ui/entry'
import { go } from '../../../ui/nav'
import { useUnread } from '../../notices/use-notices'
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

/** Where the work is. */
export function HomeDoors({ me }: { me: Me }) {
  const unread = useUnread()
  const [exporting, setExporting] = useState(false)
  const isLeader = me.roles.some(({ role }) => role === 'shift_leader')
  return (
    <Card flush>
      {viewsOf(me.roles).map((view) => (
        <Entry
          key={view}
          icon={VIEW_LOOK[view].icon}
          title={VIEW_LOOK[view].zh}
          zh={SAYS[view]}
          onTap={() => go('/staff/cases/list', { view })}
        />
      ))}
      {isLeader && (
        <Entry
          icon="heart-handshake"
          title="带队"
          zh="签到码、到场名单、确认时长"
          onTap={() => go('/staff/volunteering/shifts')}
        />
      )}
      {me.roles.some(({ role }) => OFFICE.includes(role)) && (
        <Entry icon="download" title="导出台账" zh="Excel 或 CSV，登记用途" onTap={() => setExporting(true)} />
      )}
      {me.roles.some(({ role }) => OFFICE.includes(role)) && (
        <Entry
          icon="certificate"
          title="奖励发放"
          zh="批准、发放、预算和办法"
          onTap={() => go('/staff/reports/rewards')}
        />
      )}
      <Entry
        icon="bell"
        title="消息"
        zh={unread > 0 ? `${unread} 条没看` : '没有新消息'}
        onTap={() => go('/pages/notices/list')}
      />
      <ExportSheet open={exporting} onClose={() => setExporting(false)} />
    </Card>
  )
}
