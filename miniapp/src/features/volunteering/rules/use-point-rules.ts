import type { Refusal } from '@shared/kit/refusal'
import type { PointRule } from '@shared/volunteering/points/rules'
import { ListPointRules, SetPointRule } from '@shared/volunteering/rules/contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { Refused } from '../../../api/refused'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

export function usePointRules() {
  const load = useLoad(ListPointRules, { params: {}, body: {} })
  const [wrong, setWrong] = useState<Refusal | null>(null)
  const { busy, send } = useSend()
  const save = (rule: PointRule) =>
    send(`point rule ${JSON.stringify(rule)}`, async (key) => {
      setWrong(null)
      try {
        await call(SetPointRule, { params: {}, body: { key, ...rule } })
      } catch (err) {
        if (err instanceof Refused) setWrong(err.refusal)
        throw err
      }
      toast('积分办法已定，变更记录里看得到', 'ok')
      await load.reload()
    })
  return { load, wrong, busy: busy !== null, save }
}
export type PointRulesHand = ReturnType<typeof usePointRules>
