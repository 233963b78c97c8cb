import { GetMyRewards, ObjectReward, SetRewardPayee } from '@shared/reports/rewards/contract'
import type { PayeeWay } from '@shared/reports/rewards/moves'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useMore } from '../../../api/use-more'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

export function useMyRewards() {
  const load = useLoad(GetMyRewards, { params: {}, body: {} })
  const list = useMore('', load.data, (cursor) => call(GetMyRewards, { params: {}, body: { cursor } }))
  const { busy: sending, send } = useSend()
  const bind = (way: PayeeWay, name: string) =>
    send(`bind ${way} ${name}`, async (key) => {
      await call(SetRewardPayee, { params: {}, body: { key, way, name } })
      toast('已登记', 'ok')
      await load.reload()
    })
  const object = (id: string, words: string) =>
    send(`object ${id} ${words}`, async (key) => {
      await call(ObjectReward, { params: { id }, body: { key, words } })
      toast('已提交，核实后答复', 'ok')
      await load.reload()
    })
  return { load, ...list, sending: sending !== null, bind, object }
}
export type MyRewardsHand = ReturnType<typeof useMyRewards>

/** What one report has earned; nothing is asked before it is closed. */
export const useCaseReward = (caseId: string, isClosed: boolean) =>
  useLoad(GetMyRewards, isClosed ? { params: {}, body: { caseId } } : null).data?.items[0]
