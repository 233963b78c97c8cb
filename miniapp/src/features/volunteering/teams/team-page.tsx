import type { TeamView } from '@shared/volunteering/teams/contract'
import { hoursZh, TEAM_KIND_ZH } from '@shared/volunteering/words'
import { useNow } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { Entry } from '../../../ui/entry'
import { go } from '../../../ui/nav'
import { Section } from '../../../ui/section'
import { Stats } from '../../../ui/stats'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import { ActivityCard } from '../activity-card'
import { ManageCard } from './manage-card'
import { MembersCard } from './members-card'
import { StandCard } from './stand-card'
import type { TeamHand } from './use-team'

type TeamProps = { readonly team: TeamView; readonly hand: TeamHand }

/** 队伍主页: what it is, what it gave, what comes next; its lead finds the members here. */
export const TeamPage = ({ team, hand }: TeamProps) => (
  <Box className="office">
    <Head team={team} />
    <StandCard team={team} hand={hand} />
    {team.leads && <MembersCard team={team} hand={hand} />}
    {team.leads && (
      <Card flush>
        <Entry
          icon="calendar-event"
          title="本队活动台账"
          zh="起草、提交审核、修改"
          onTap={() => go('/staff/volunteering/activities')}
        />
        <Entry
          icon="certificate"
          title="培训和证书"
          zh="给队员登记，写明有效期"
          onTap={() => go('/staff/volunteering/qualifications')}
        />
      </Card>
    )}
    <Coming team={team} />
    {team.children.length > 0 && (
      <Card flush title="下级队伍">
        {team.children.map(({ id, name, kind }) => (
          <Entry key={id} title={name} zh={TEAM_KIND_ZH[kind]} onTap={() => go('/mine/volunteering/team', { id })} />
        ))}
      </Card>
    )}
    {team.mayChange && <ManageCard team={team} hand={hand} />}
  </Box>
)

const Head = ({ team }: { team: TeamView }) => (
  <Card>
    <Box className="row wrap gap-2">
      <Tag zh={TEAM_KIND_ZH[team.kind]} icon="users" tone="brand" />
      {team.isClosed && <Tag zh="已停用" />}
    </Box>
    <Box as="title" className="team-name">
      <Txt size="title-2" strong>
        {team.name}
      </Txt>
    </Box>
    <Txt size="caption" tone="second" block>
      {team.chain.length > 0 ? team.chain.map(({ name }) => name).join(' › ') : '县直属队伍'}
    </Txt>
    <Box className="team-stats">
      <Stats
        items={[
          { value: team.members === null ? '少于 5' : String(team.members), unit: '人', zh: '队员' },
          {
            value: team.minutes === null ? '—' : hoursZh(team.minutes),
            unit: '小时',
            zh: team.minutes === null ? '不足 5 人，不显示' : '服务时长，含下级',
          },
        ]}
      />
    </Box>
  </Card>
)

function Coming({ team }: { team: TeamView }) {
  const now = useNow()
  return (
    <Section title="近期活动">
      {team.upcoming.length === 0 ? (
        <Empty icon="calendar-event" title="近期没有活动" zh="发布后会出现在这里" />
      ) : (
        <Box as="list">
          {team.upcoming.map((activity) => (
            <Box key={activity.id} as="item" className="activity-item">
              <ActivityCard activity={activity} now={now} />
            </Box>
          ))}
        </Box>
      )}
    </Section>
  )
}
