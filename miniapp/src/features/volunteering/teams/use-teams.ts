import { CreateTeam, ListMyTeams, ListTeams } from '@shared/volunteering/teams/contract'
import type { TeamKind } from '@shared/volunteering/volunteers'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'
import { useMe } from '../../people/use-me'

const nothing = { params: {}, body: {} }
export type TeamFields = { readonly name: string; readonly kind: TeamKind; readonly parentId: string | null }

export function useTeams() {
  const me = useMe()
  const load = useLoad(ListTeams, nothing)
  const mine = useLoad(ListMyTeams, me.data ? nothing : null)
  const { busy, send } = useSend()
  const create = (fields: TeamFields) =>
    send(`team ${JSON.stringify(fields)}`, async (key) => {
      await call(CreateTeam, { params: {}, body: { key, ...fields } })
      toast('已建好', 'ok')
      await load.reload()
    })
  const isAdmin = Boolean(me.data?.roles.some(({ role }) => role === 'admin'))
  return { isIn: Boolean(me.data), load, mine, busy: busy !== null, isAdmin, create }
}
export type TeamsHand = ReturnType<typeof useTeams>

/** Whether this person leads a team. */
export function useLeadsTeam() {
  const me = useMe()
  const mine = useLoad(ListMyTeams, me.data ? nothing : null)
  return Boolean(mine.data?.items.some(({ role, state }) => role === 'lead' && state === 'active'))
}
