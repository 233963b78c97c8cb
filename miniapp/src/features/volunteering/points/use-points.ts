import {
  CancelExchange,
  ChangePointItem,
  CreatePointItem,
  type ExchangeView,
  GetMyPoints,
  ListPointItems,
  RedeemExchange,
  ReservePointItem,
} from '@shared/volunteering/points/contract'
import { useState } from 'react'
import type { z } from 'zod'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { usePages } from '../../../api/use-pages'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

const nothing = { params: {}, body: {} }

export function useMyPoints() {
  const pages = usePages(GetMyPoints, nothing)
  const shelf = useLoad(ListPointItems, nothing)
  const { busy, send } = useSend()
  const act = (intention: string, said: string, write: (key: string) => Promise<unknown>) =>
    send(intention, async (key) => {
      await write(key)
      toast(said, 'ok')
      await Promise.all([pages.load.reload(), shelf.reload()])
    })
  const reserve = (id: string) =>
    act(`reserve ${id}`, '已兑换，凭码领取', (key) => call(ReservePointItem, { params: { id }, body: { key } }))
  const cancel = (id: string) =>
    act(`cancel ${id}`, '已取消，积分退回', (key) => call(CancelExchange, { params: { id }, body: { key } }))
  return { ...pages, shelf, sending: busy !== null, reserve, cancel }
}
export type MyPointsHand = ReturnType<typeof useMyPoints>

export type ItemDraft = Omit<z.input<typeof CreatePointItem.body>, 'key'>

export function useExchangeDesk() {
  const shelf = useLoad(ListPointItems, nothing)
  const [done, setDone] = useState<ExchangeView | null>(null)
  const { busy, send } = useSend()
  const redeem = (code: string) =>
    send(`redeem ${code}`, async (key) => {
      setDone(await call(RedeemExchange, { params: {}, body: { key, code } }))
      toast('已核销', 'ok')
    })
  const create = (draft: ItemDraft) =>
    send(`item ${JSON.stringify(draft)}`, async (key) => {
      await call(CreatePointItem, { params: {}, body: { key, ...draft } })
      toast('已上架', 'ok')
      await shelf.reload()
    })
  const change = (id: string, addStock: number, isOn: boolean) =>
    send(`item ${id} ${addStock} ${isOn}`, async (key) => {
      await call(ChangePointItem, { params: { id }, body: { key, addStock, isOn } })
      toast('已改好', 'ok')
      await shelf.reload()
    })
  return { shelf, done, busy: busy !== null, redeem, create, change }
}
export type ExchangeDeskHand = ReturnType<typeof useExchangeDesk>
