import { GetOrder, MoveOrder, ReadOrderContact } from '@shared/volunteering/orders/contract'
import { ORDER_TRANSITIONS, type OrderMove } from '@shared/volunteering/orders/moves'
import { useState } from 'react'
import type { z } from 'zod'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

export type MoveFields = Omit<z.input<typeof MoveOrder.body>, 'key' | 'move' | 'version'>
type Contact = z.output<typeof ReadOrderContact.reply>

export function useOrder(id: string) {
  const params = { id }
  const load = useLoad(GetOrder, { params, body: {} })
  const [contact, setContact] = useState<Contact | null>(null)
  const { busy, send } = useSend()
  const move = (name: OrderMove, fields: MoveFields) =>
    send(`${name} ${JSON.stringify(fields)}`, async (key) => {
      await call(MoveOrder, { params, body: { key, move: name, ...fields } })
      toast(`已${ORDER_TRANSITIONS[name].zh}`, 'ok')
      await load.reload()
    })
  const read = (reason: string) =>
    send(`contact ${reason}`, async (key) => {
      setContact(await call(ReadOrderContact, { params, body: { key, reason } }))
    })
  return { load, busy: busy !== null, move, read, contact }
}
export type OrderHand = ReturnType<typeof useOrder>
