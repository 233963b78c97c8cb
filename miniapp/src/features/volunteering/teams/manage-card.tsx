import type { TeamView } from '@shared/volunteering/teams/contract'
import { useState } from 'react'
import { Card } from '../../../ui/card'
import { confirm } from '../../../ui/confirm'
import { Entry } from '../../../ui/entry'
import { TeamSheet } from './team-sheet'
import { type TeamHand, useTree } from './use-team'

type ManageProps = { readonly team: TeamView; readonly hand: TeamHand }

/** 队伍设置 of an administrator. */
export function ManageCard({ team, hand }: ManageProps) {
  const tree = useTree()
  const [changing, setChanging] = useState(false)
  const close = async () => {
    const zh = '队员会离队；时长合计和经历不变。停用后不能恢复。'
    if (await confirm({ title: `停用${team.name}？`, zh, yes: '停用队伍', danger: true })) await hand.close()
  }
  return (
    <Card flush title="队伍设置">
      <Entry icon="pencil" title="改名、改隶属" onTap={() => setChanging(true)} />
      <Entry icon="circle-x" title="停用队伍" tone="danger" onTap={() => void close()} />
      {changing && tree.data && (
        <TeamSheet
          title="改名、改隶属"
          teams={tree.data.items}
          kinds={tree.data.kinds}
          was={team}
          busy={hand.busy}
          onClose={() => setChanging(false)}
          onDone={({ name, parentId }) => void hand.change(name, parentId).then((done) => done && setChanging(false))}
        />
      )}
    </Card>
  )
}
