import { StaffOnly } from '../../features/cases/desk/staff-only'
import { MailList } from '../../features/reports/mail-list'

export default function MailsPage() {
  return <StaffOnly title="邮件待录">{() => <MailList />}</StaffOnly>
}
