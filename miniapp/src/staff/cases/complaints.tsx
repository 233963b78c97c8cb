import { ComplaintList } from '../../features/cases/complaints/complaint-list'
import { StaffOnly } from '../../features/cases/desk/staff-only'
import { Screen } from '../../ui/screen'

export default function ComplaintsPage() {
  return (
    <StaffOnly title="公开内容投诉">
      {() => (
        <Screen title="公开内容投诉" wide className="settings">
          <ComplaintList />
        </Screen>
      )}
    </StaffOnly>
  )
}
