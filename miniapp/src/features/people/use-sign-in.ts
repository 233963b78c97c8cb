import { EndSession, ListDemoAccounts, StartDemoSession } from '@shared/people/contract'
import { call } from '../../api/call'
import { dropSession, heldToken, keepSession, usePersonId } from '../../api/session'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'

const nothing = { params: {}, body: {} }

/** Empty outside a demo: the house then has no accounts to choose from. */
export const useDemoAccounts = () => useLoad(ListDemoAccounts, nothing)

export function useSignIn() {
  const personId = usePersonId()
  const { busy, send } = useSend()
  const choose = (id: string) =>
    send(id, async () => {
      keepSession(await call(StartDemoSession, { params: {}, body: { personId: id } }))
    })
  /** The phone forgets the session even when the server cannot be told. */
  const leave = () =>
    send('leave', async () => {
      const token = heldToken()
      await call(EndSession, nothing).finally(() => dropSession(token))
    })
  return { personId, busy, choose, leave }
}
