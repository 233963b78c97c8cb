import {
  ChangeOrderKind,
  CreateOrderKind,
  ListOrderKindSettings,
  type OrderKindView,
} from '@shared/volunteering/orders/kinds-contract'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useRefusable } from '../../../api/use-refusable'
import { toast } from '../../../ui/toast'

export type KindDraft = Pick<OrderKindView, 'zh' | 'isOn' | 'hours'>

export function useKindSettings() {
  const load = useLoad(ListOrderKindSettings, { params: {}, body: {} })
  const { wrong, clear, busy, act } = useRefusable()
  const save = (intention: string, write: (key: string) => Promise<unknown>) =>
    act(intention, async (key) => {
      await write(key)
      toast('已保存，变更记录里看得到', 'ok')
      await load.reload()
    })
  const create = ({ zh, hours }: KindDraft) =>
    save(`order kind ${zh} ${JSON.stringify(hours)}`, (key) =>
      call(CreateOrderKind, { params: {}, body: { key, zh, hours } }),
    )
  const change = ({ code, version }: OrderKindView, draft: KindDraft) =>
    save(`order kind ${code} ${version} ${JSON.stringify(draft)}`, (key) =>
      call(ChangeOrderKind, { params: { id: code }, body: { key, version, ...draft } }),
    )
  return { load, wrong, clear, busy: busy !== null, create, change }
}
export type KindSettingsHand = ReturnType<typeof useKindSettings>
