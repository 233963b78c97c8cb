import { DeskList } from '../../features/volunteering/desk/desk-list'

export default function ActivitiesPage() {
  return <DeskList />
}
