import { AdminOnly } from '../../features/people/admin-only'
import { Book } from '../../features/volunteering/ledger/book'
import { useBook } from '../../features/volunteering/ledger/use-book'

export default function HoursBookPage() {
  return (
    <AdminOnly title="时长账" reader="county">
      <Open />
    </AdminOnly>
  )
}

const Open = () => <Book hand={useBook()} />
