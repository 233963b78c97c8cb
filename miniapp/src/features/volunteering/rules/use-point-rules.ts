import type { PointRule } from '@shared/volunteering/points/rules'
import { ListPointRules, SetPointRule } from '@shared/volunteering/rules/contract'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useRefusable } from '../../../api/use-refusable'
import { toast } from '../../../ui/toast'

export function usePointRules() {
  const load = useLoad(ListPointRules, { params: {}, body: {} })
  const { wrong, busy, act } = useRefusable()
  const save = (rule: PointRule) =>
    act(`point rule ${JSON.stringify(rule)}`, async (key) => {
      await call(SetPointRule, { params: {}, body: { key, ...rule } })
      toast('积分办法已定，变更记录里看得到', 'ok')
      await load.reload()
    })
  return { load, wrong, busy: busy !== null, save }
}
export type PointRulesHand = ReturnType<typeof usePointRules>
