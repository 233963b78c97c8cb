import { AdminOnly } from '../../features/people/admin-only'
import { SettingTiles } from '../../features/people/setting-list'

export default function SettingsPage() {
  return (
    <AdminOnly title="县级管理">
      <SettingTiles />
    </AdminOnly>
  )
}
