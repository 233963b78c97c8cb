import { OutboxBoard } from '../../features/notices/outbox'
import { AdminOnly } from '../../features/people/admin-only'

export default function OutboxPage() {
  return (
    <AdminOnly title="消息发送" reader="county">
      <OutboxBoard />
    </AdminOnly>
  )
}
