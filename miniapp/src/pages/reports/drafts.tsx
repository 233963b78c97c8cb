import { DraftList } from '../../features/reports/draft-list'

export default function DraftsPage() {
  return <DraftList />
}
