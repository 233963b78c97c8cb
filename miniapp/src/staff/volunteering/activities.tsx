import { useMe } from '../../features/people/use-me'
import { DeskList } from '../../features/volunteering/desk/desk-list'

export default function ActivitiesPage() {
  const roles = useMe().data?.roles ?? []
  return <DeskList mayNumber={roles.some(({ role }) => role === 'admin')} />
}
