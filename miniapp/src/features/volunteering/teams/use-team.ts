import {
  ChangeTeam,
  CloseTeam,
  GetTeam,
  JoinTeam,
  ListTeamMembers,
  ListTeams,
  MoveTeamMember,
} from '@shared/volunteering/teams/contract'
import { MEMBER_TRANSITIONS, type MemberMove } from '@shared/volunteering/teams/members'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { usePages } from '../../../api/use-pages'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

export function useTeam(id: string) {
  const params = { id }
  const load = useLoad(GetTeam, { params, body: {} })
  const { busy, send } = useSend()
  const act = (intention: string, said: string, write: (key: string) => Promise<unknown>) =>
    send(intention, async (key) => {
      await write(key)
      toast(said, 'ok')
      await load.reload()
    })
  const join = (words: string, transfer: boolean) =>
    act(`join ${words} ${transfer}`, '已申请，等队长同意', (key) =>
      call(JoinTeam, { params, body: { key, words, transfer } }),
    )
  const move = (memberId: string, name: MemberMove, note: string) =>
    act(`${name} ${memberId} ${note}`, `已${MEMBER_TRANSITIONS[name].zh}`, (key) =>
      call(MoveTeamMember, { params: { id: memberId }, body: { key, move: name, note } }),
    )
  const change = (name: string, parentId: string | null) =>
    act(`change ${name} ${parentId}`, '已改好', (key) => call(ChangeTeam, { params, body: { key, name, parentId } }))
  const close = () => act('close', '已停用', (key) => call(CloseTeam, { params, body: { key } }))
  return { load, busy: busy !== null, join, move, change, close }
}
export type TeamHand = ReturnType<typeof useTeam>

export type MemberList = 'asked' | 'active' | 'past'
export function useMembers(id: string) {
  const [list, setList] = useState<MemberList>('active')
  const pages = usePages(ListTeamMembers, { params: { id }, body: { list } })
  return { ...pages, list, setList }
}

/** Only for who may change the tree. */
export const useTree = () => useLoad(ListTeams, { params: {}, body: {} })
