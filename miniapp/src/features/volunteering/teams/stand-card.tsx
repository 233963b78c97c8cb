import type { TeamView } from '@shared/volunteering/teams/contract'
import { MEMBER_TRANSITIONS, type MemberMove } from '@shared/volunteering/teams/members'
import { MEMBER_ROLE_ZH, MEMBER_STATE_ZH } from '@shared/volunteering/teams/words'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { confirm } from '../../../ui/confirm'
import { Entry } from '../../../ui/entry'
import { Txt } from '../../../ui/txt'
import { WordsSheet } from '../ledger/words-sheet'
import type { TeamHand } from './use-team'

type StandProps = { readonly team: TeamView; readonly hand: TeamHand }

/** Where one stands with the team: in, waiting, or free to ask. */
export function StandCard({ team, hand }: StandProps) {
  const [asking, setAsking] = useState<'join' | 'transfer' | null>(null)
  if (team.mine) return <Mine mine={team.mine} hand={hand} />
  if (!team.mayJoin) return null
  return (
    <Card>
      <Box className="team-asks">
        <Button busy={hand.busy} icon="plus" onTap={() => setAsking('join')}>
          申请入队
        </Button>
        {team.transferFrom && (
          <Button kind="ghost" busy={hand.busy} icon="switch-horizontal" onTap={() => setAsking('transfer')}>
            申请转到这支队伍
          </Button>
        )}
      </Box>
      {team.transferFrom && (
        <Txt size="caption" tone="second" block className="team-note">
          {`您的主队是${team.transferFrom}。转队在对方同意的那一刻生效，时长和经历都保留。`}
        </Txt>
      )}
      {asking && (
        <WordsSheet
          title={asking === 'join' ? '申请入队' : '申请转队'}
          about={asking === 'join' ? team.name : `${team.transferFrom ?? ''} → ${team.name}`}
          hint="队长看到后会答复，结果发到消息里。"
          act="提交申请"
          optional
          busy={hand.busy}
          onClose={() => setAsking(null)}
          onSend={(words) => void hand.join(words, asking === 'transfer').then((done) => done && setAsking(null))}
        />
      )}
    </Card>
  )
}

const DOUBTS: Partial<Record<MemberMove, string>> = {
  leave: '时长和经历都保留，以后可以再申请',
  stand_down: '之后仍是队员，不再办理入队申请',
}

function Mine({ mine, hand }: { mine: NonNullable<TeamView['mine']>; hand: TeamHand }) {
  const act = async (move: MemberMove) => {
    const zh = DOUBTS[move]
    if (zh && !(await confirm({ title: `${MEMBER_TRANSITIONS[move].zh}？`, zh, yes: MEMBER_TRANSITIONS[move].zh })))
      return
    await hand.move(mine.id, move, '')
  }
  return (
    <Card flush>
      <Entry
        icon="user-check"
        title={mine.state === 'active' ? `我是${MEMBER_ROLE_ZH[mine.role]}` : `我的申请${MEMBER_STATE_ZH[mine.state]}`}
        {...(mine.isPrimary ? { zh: '这是我的主队' } : {})}
        aside={
          <Box className="office-acts">
            {mine.moves.map((move) => (
              <Button key={move} dense fit kind="ghost" busy={hand.busy} onTap={() => void act(move)}>
                {MEMBER_TRANSITIONS[move].zh}
              </Button>
            ))}
          </Box>
        }
      />
    </Card>
  )
}
