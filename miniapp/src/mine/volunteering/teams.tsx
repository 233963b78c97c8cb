import { TeamList } from '../../features/volunteering/teams/team-list'
import { useTeams } from '../../features/volunteering/teams/use-teams'
import { Screen } from '../../ui/screen'

export default function TeamsPage() {
  const hand = useTeams()
  return (
    <Screen title="志愿队伍">
      <TeamList hand={hand} />
    </Screen>
  )
}
