import {
  ChangeVolunteeringRules,
  GetVolunteeringRules,
  type VolunteeringRulesView,
} from '@shared/volunteering/rules/contract'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useRefusable } from '../../../api/use-refusable'
import { toast } from '../../../ui/toast'

export function useRules() {
  const load = useLoad(GetVolunteeringRules, { params: {}, body: {} })
  const { wrong, busy, act } = useRefusable()
  const save = (version: number, numbers: VolunteeringRulesView['numbers']) =>
    act(`rules ${version} ${JSON.stringify(numbers)}`, async (key) => {
      await call(ChangeVolunteeringRules, { params: {}, body: { key, version, numbers } })
      toast('规则已改，变更记录里看得到', 'ok')
      await load.reload()
    })
  return { load, wrong, busy: busy !== null, save }
}
export type RulesHand = ReturnType<typeof useRules>
