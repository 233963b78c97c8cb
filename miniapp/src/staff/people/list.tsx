import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { InviteSheet } from '../../features/grids/invite-sheet'
import { AdminOnly } from '../../features/people/admin-only'
import { InviteList } from '../../features/people/invite-list'
import { StaffList } from '../../features/people/staff-list'
import { Choices } from '../../ui/choices'

const VIEWS = [
  { id: 'staff', zh: '工作人员' },
  { id: 'invites', zh: '邀请' },
]

export default function StaffListPage() {
  const { params } = useRouter<{ view?: string }>()
  const [view, setView] = useState(params.view === 'invites' ? 'invites' : 'staff')
  // A new invite is read at once: the list is drawn anew.
  const [made, setMade] = useState(0)
  return (
    <AdminOnly title="人员与角色">
      <InviteSheet onInvited={() => setMade(made + 1)} />
      <Choices label="看什么" look="segment" items={VIEWS} picked={[view]} onPick={setView} />
      {view === 'staff' ? <StaffList /> : <InviteList key={made} />}
    </AdminOnly>
  )
}
