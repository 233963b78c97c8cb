import type { TeamMember, TeamView } from '@shared/volunteering/teams/contract'
import { MEMBER_TRANSITIONS, type MemberMove } from '@shared/volunteering/teams/members'
import { MEMBER_ROLE_ZH, MEMBER_STATE_ZH } from '@shared/volunteering/teams/words'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { go } from '../../../ui/nav'
import { Section } from '../../../ui/section'
import { Txt } from '../../../ui/txt'
import { WordsSheet } from '../ledger/words-sheet'
import { type MemberList, type TeamHand, useMembers } from './use-team'

type MembersProps = { readonly team: TeamView; readonly hand: TeamHand }
type Step = { readonly member: TeamMember; readonly move: MemberMove }

/** For who acts for the team: requests to answer, members, and who was here. */
export function MembersCard({ team, hand }: MembersProps) {
  const { load, items, hasMore, busy, readOn, list, setList } = useMembers(team.id)
  const [step, setStep] = useState<Step | null>(null)
  const lists = [
    { id: 'active', zh: '队员' },
    { id: 'asked', zh: team.asking > 0 ? `申请 ${team.asking}` : '申请' },
    { id: 'past', zh: '离开的' },
  ] as const satisfies readonly { id: MemberList; zh: string }[]
  const act = async (member: TeamMember, move: MemberMove, note: string) => {
    if (await hand.move(member.id, move, note)) await load.reload().then(() => setStep(null))
  }
  return (
    <Section title="队员名单">
      <Choices
        label="队员名单"
        look="segment"
        items={lists}
        picked={[list]}
        onPick={(id) => setList(lists.find((one) => one.id === id)?.id ?? 'active')}
      />
      <Box className="team-members">
        <Loaded load={load}>
          {() =>
            items.length === 0 ? (
              <Empty icon="users" title={list === 'asked' ? '没有要答复的申请' : '这里还没有人'} />
            ) : (
              <Card flush>
                {items.map((member) => (
                  <Row
                    key={member.id}
                    member={member}
                    isMine={member.id === team.mine?.id}
                    busy={hand.busy}
                    onMove={(move) =>
                      MEMBER_TRANSITIONS[move].note ? setStep({ member, move }) : void act(member, move, '')
                    }
                  />
                ))}
              </Card>
            )
          }
        </Loaded>
        {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
      </Box>
      {step && (
        <WordsSheet
          title={MEMBER_TRANSITIONS[step.move].zh}
          about={step.member.displayName}
          hint="原因会告诉本人。"
          act={MEMBER_TRANSITIONS[step.move].zh}
          busy={hand.busy}
          onClose={() => setStep(null)}
          onSend={(note) => void act(step.member, step.move, note)}
        />
      )}
    </Section>
  )
}

type RowProps = {
  readonly member: TeamMember
  /** One's own buttons stand in the card above. */
  readonly isMine: boolean
  readonly busy: boolean
  readonly onMove: (move: MemberMove) => void
}

const Row = ({ member, isMine, busy, onMove }: RowProps) => (
  <Box className="office-row">
    <Box className="office-words">
      <Txt strong block>
        {member.role === 'lead' ? `${member.displayName} · ${MEMBER_ROLE_ZH.lead}` : member.displayName}
      </Txt>
      <Txt size="caption" tone="second" block num>
        {`${member.number} · ${MEMBER_STATE_ZH[member.state]}${member.fromZh ? ` · 从${member.fromZh}转来` : ''}`}
      </Txt>
      {member.words && <Txt size="caption" block>{`“${member.words}”`}</Txt>}
    </Box>
    <Box className="office-acts">
      {(isMine ? [] : member.moves).map((move) => (
        <Button
          key={move}
          dense
          fit
          busy={busy}
          kind={move === 'accept' ? 'soft' : 'ghost'}
          label={`${MEMBER_TRANSITIONS[move].zh}：${member.displayName}`}
          onTap={() => onMove(move)}
        >
          {MEMBER_TRANSITIONS[move].zh}
        </Button>
      ))}
      {!isMine && member.state === 'active' && (
        <Button
          dense
          fit
          kind="ghost"
          label={`培训和证书：${member.displayName}`}
          onTap={() => go('/staff/volunteering/qualifications', { number: member.number })}
        >
          培训和证书
        </Button>
      )}
    </Box>
  </Box>
)
