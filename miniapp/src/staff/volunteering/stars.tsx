import { AdminOnly } from '../../features/people/admin-only'
import { StarDesk } from '../../features/volunteering/ledger/star-desk'
import { useStarDesk } from '../../features/volunteering/ledger/use-star-desk'

export default function StarDeskPage() {
  return (
    <AdminOnly title="星级公示" reader="county">
      <Open />
    </AdminOnly>
  )
}

const Open = () => <StarDesk hand={useStarDesk()} />
