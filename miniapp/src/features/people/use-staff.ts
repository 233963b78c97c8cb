import { EndGrant, EndStaffSessions, GetStaff, type StaffView } from '@shared/people/staff-contract'
import { ROLE_ZH } from '@shared/people/words'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { confirm } from '../../ui/confirm'
import { toast } from '../../ui/toast'

/** One member of staff, and what an administrator can take back. */
export function useStaff(id: string) {
  const load = useLoad(GetStaff, { params: { id }, body: {} })
  const { busy, send } = useSend()
  const done = (zh: string) => {
    toast(zh, 'ok')
    void load.reload()
  }
  const endGrant = async ({ id: grantId, role, scopeZh }: StaffView['grants'][number]) => {
    const zh = [ROLE_ZH[role], scopeZh].filter(Boolean).join(' · ')
    if (!(await confirm({ title: `收回“${zh}”`, zh: '立即生效，记入变更记录。', yes: '收回角色', danger: true })))
      return
    await send(grantId, async (key) => {
      await call(EndGrant, { params: { id: grantId }, body: { key } })
      done('已收回')
    })
  }
  const endSessions = async () => {
    const doubt = {
      title: '让这个人在所有设备上退出',
      zh: '正在使用的页面会要求重新登录。',
      yes: '全部退出',
      danger: true,
    }
    if (!(await confirm(doubt))) return
    await send('sessions', async (key) => {
      await call(EndStaffSessions, { params: { id }, body: { key } })
      done('已全部退出')
    })
  }
  return { load, busy, endGrant, endSessions }
}
