import { JoinCase } from '@shared/reports/contract'
import { call } from '../../api/call'
import { useSend } from '../../api/use-send'
import { goInstead } from '../../ui/nav'
import { toast } from '../../ui/toast'

/** 我也遇到: from then on the case is one's own too. `onJoined` is for what it makes needless, as a draft of the same thing. */
export function useJoin(onJoined: () => Promise<void> = async () => {}) {
  const { busy, send } = useSend()
  const join = (id: string) =>
    send(`join ${id}`, async (key) => {
      const { id: followed } = await call(JoinCase, { params: { id }, body: { key } })
      await onJoined()
      toast('已记上您这一份，进展会一起通知', 'ok')
      goInstead('/pages/cases/progress', { id: followed })
    })
  return { joining: busy !== null, join }
}
