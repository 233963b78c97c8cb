import { useRouter } from '@tarojs/taro'
import { TeamPage } from '../../features/volunteering/teams/team-page'
import { useTeam } from '../../features/volunteering/teams/use-team'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'

export default function OneTeamPage() {
  const { id = '' } = useRouter<{ id: string }>().params
  const hand = useTeam(id)
  return (
    <Screen title="队伍">
      <Loaded load={hand.load}>{(team) => <TeamPage team={team} hand={hand} />}</Loaded>
    </Screen>
  )
}
