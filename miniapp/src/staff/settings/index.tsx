import { AdminOnly } from '../../features/people/admin-only'
import { SETTING_TILES } from '../../features/people/setting-tiles'
import { Card } from '../../ui/card'
import { Entry } from '../../ui/entry'
import { go } from '../../ui/nav'

export default function SettingsPage() {
  return (
    <AdminOnly title="县级管理">
      <Card flush>
        {SETTING_TILES.map(({ path, icon, title, zh }) => (
          <Entry key={path} icon={icon} title={title} zh={zh} onTap={() => go(path)} />
        ))}
      </Card>
    </AdminOnly>
  )
}
