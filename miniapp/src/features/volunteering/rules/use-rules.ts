import type { Refusal } from '@shared/kit/refusal'
import {
  ChangeVolunteeringRules,
  GetVolunteeringRules,
  type VolunteeringRulesView,
} from '@shared/volunteering/rules/contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { Refused } from '../../../api/refused'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

export function useRules() {
  const load = useLoad(GetVolunteeringRules, { params: {}, body: {} })
  const [wrong, setWrong] = useState<Refusal | null>(null)
  const { busy, send } = useSend()
  const save = (version: number, numbers: VolunteeringRulesView['numbers']) =>
    send(`rules ${version} ${JSON.stringify(numbers)}`, async (key) => {
      setWrong(null)
      try {
        await call(ChangeVolunteeringRules, { params: {}, body: { key, version, numbers } })
      } catch (err) {
        if (err instanceof Refused) setWrong(err.refusal)
        throw err
      }
      toast('规则已改，变更记录里看得到', 'ok')
      await load.reload()
    })
  return { load, wrong, busy: busy !== null, save }
}
export type RulesHand = ReturnType<typeof useRules>
