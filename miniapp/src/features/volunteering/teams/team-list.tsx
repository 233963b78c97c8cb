import { shanghai } from '@shared/kit/time'
import type { MyTeam, TeamRow } from '@shared/volunteering/teams/contract'
import { MEMBER_ROLE_ZH, MEMBER_STATE_ZH } from '@shared/volunteering/teams/words'
import { TEAM_KIND_ZH } from '@shared/volunteering/words'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { Entry } from '../../../ui/entry'
import { Loaded } from '../../../ui/loaded'
import { go } from '../../../ui/nav'
import { Section } from '../../../ui/section'
import { Tag } from '../../../ui/tag'
import { MyQualificationsCard } from '../qualifications/my-card'
import { SkillsCard } from './skills-card'
import { TeamSheet } from './team-sheet'
import { treeOf } from './tree'
import type { TeamsHand } from './use-teams'

const open = (id: string) => go('/mine/volunteering/team', { id })

/** 志愿队伍: one's own first, then the whole tree. */
export function TeamList({ hand }: { hand: TeamsHand }) {
  const [making, setMaking] = useState(false)
  const mine = hand.mine.data?.items ?? []
  return (
    <Box className="office">
      {mine.length > 0 && <MyTeams items={mine} />}
      <Loaded load={hand.load}>
        {({ items, kinds }) => (
          <Section title="全部队伍" more={`${items.filter(({ isClosed }) => !isClosed).length} 支`}>
            {items.length === 0 ? (
              <Empty icon="users" title="还没有队伍" zh="管理员建好队伍后会出现在这里" />
            ) : (
              <Card flush className="team-tree">
                {treeOf(items.filter(({ isClosed }) => !isClosed)).map(({ team, depth }) => (
                  <Box key={team.id} className={`team-depth-${Math.min(depth, 3)}`}>
                    <Entry title={team.name} zh={sayOf(team)} onTap={() => open(team.id)} />
                  </Box>
                ))}
              </Card>
            )}
            {making && (
              <TeamSheet
                title="新建队伍"
                teams={items}
                kinds={kinds}
                busy={hand.busy}
                onClose={() => setMaking(false)}
                onDone={(fields) => void hand.create(fields).then((done) => done && setMaking(false))}
              />
            )}
          </Section>
        )}
      </Loaded>
      {hand.isIn && <SkillsCard />}
      {hand.isIn && <MyQualificationsCard />}
      {hand.isAdmin && (
        <Button kind="soft" icon="plus" onTap={() => setMaking(true)}>
          新建队伍
        </Button>
      )}
    </Box>
  )
}

const sayOf = ({ kind, members }: TeamRow) =>
  `${TEAM_KIND_ZH[kind]} · ${members === null ? '少于 5 人' : members === 0 ? '还没有队员' : `${members} 人`}`

const MyTeams = ({ items }: { items: readonly MyTeam[] }) => (
  <Card flush title="我的队伍">
    {items.map((one) => (
      <Entry
        key={one.id}
        icon="users"
        title={one.teamName}
        zh={spanOf(one)}
        aside={<Tag zh={standOf(one)} tone={one.state === 'active' ? 'brand' : 'plain'} />}
        onTap={() => open(one.teamId)}
      />
    ))}
  </Card>
)

const standOf = ({ state, role, isPrimary }: MyTeam) => {
  if (state !== 'active') return MEMBER_STATE_ZH[state]
  return role === 'lead' ? MEMBER_ROLE_ZH.lead : isPrimary ? '主队' : MEMBER_STATE_ZH.active
}

const dayOf = (moment: string) => shanghai(new Date(moment)).day
const spanOf = ({ askedAt, since, until }: MyTeam) =>
  since ? `${dayOf(since)} 入队${until ? `，${dayOf(until)} 离队` : ''}` : `${dayOf(askedAt)} 申请`
