import { GetOrderFigures, ListOrders, type ORDER_LISTS, SubmitOrder } from '@shared/volunteering/orders/contract'
import { ListOrderKinds } from '@shared/volunteering/orders/kinds-contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { usePages } from '../../../api/use-pages'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

export type OrderListName = (typeof ORDER_LISTS)[number]
const nothing = { params: {}, body: {} }

export const useOrderKinds = () => useLoad(ListOrderKinds, nothing)
export const useOrderFigures = () => useLoad(GetOrderFigures, nothing)

export function useOrders(first: OrderListName) {
  const [list, setList] = useState(first)
  const [isOpen, setOpen] = useState(true)
  const pages = usePages(ListOrders, { params: {}, body: { list, open: isOpen ? 'yes' : 'no' } })
  return { ...pages, list, setList, isOpen, setOpen }
}
export type OrdersHand = ReturnType<typeof useOrders>

export type OrderDraft = {
  readonly kind: string
  readonly words: string
  readonly placeZh: string
  readonly wantedAt: string | null
  readonly position: { readonly lng: number; readonly lat: number } | null
  readonly contact: { readonly name: string; readonly phone: string }
}

export function useSubmitOrder(onDone: (id: string) => void) {
  const { busy, send } = useSend()
  const submit = (draft: OrderDraft) =>
    send(`order ${JSON.stringify(draft)}`, async (key) => {
      const { id } = await call(SubmitOrder, { params: {}, body: { key, ...draft } })
      toast('已提交，受理后会告诉您', 'ok')
      onDone(id)
    })
  return { busy: busy !== null, submit }
}
