import { AnnouncementBook } from '../../features/cases/announcements/announcement-book'
import { AdminOnly } from '../../features/people/admin-only'

export default function AnnouncementsPage() {
  return (
    <AdminOnly title="公告" reader="office">
      <AnnouncementBook />
    </AdminOnly>
  )
}
