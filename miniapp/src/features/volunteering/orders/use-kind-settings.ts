import type { Refusal } from '@shared/kit/refusal'
import {
  ChangeOrderKind,
  CreateOrderKind,
  ListOrderKindSettings,
  type OrderKindView,
} from '@shared/volunteering/orders/kinds-contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { Refused } from '../../../api/refused'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

export type KindDraft = Pick<OrderKindView, 'zh' | 'isOn' | 'hours'>

export function useKindSettings() {
  const load = useLoad(ListOrderKindSettings, { params: {}, body: {} })
  const [wrong, setWrong] = useState<Refusal | null>(null)
  const { busy, send } = useSend()
  const act = (intention: string, write: (key: string) => Promise<unknown>) =>
    send(intention, async (key) => {
      setWrong(null)
      try {
        await write(key)
      } catch (err) {
        if (err instanceof Refused) setWrong(err.refusal)
        throw err
      }
      toast('已保存，变更记录里看得到', 'ok')
      await load.reload()
    })
  const create = ({ zh, hours }: KindDraft) =>
    act(`order kind ${zh} ${JSON.stringify(hours)}`, (key) =>
      call(CreateOrderKind, { params: {}, body: { key, zh, hours } }),
    )
  const change = ({ code, version }: OrderKindView, draft: KindDraft) =>
    act(`order kind ${code} ${version} ${JSON.stringify(draft)}`, (key) =>
      call(ChangeOrderKind, { params: { id: code }, body: { key, version, ...draft } }),
    )
  return { load, wrong, clear: () => setWrong(null), busy: busy !== null, create, change }
}
export type KindSettingsHand = ReturnType<typeof useKindSettings>
