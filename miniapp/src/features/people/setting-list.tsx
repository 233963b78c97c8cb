import { Card } from '../../ui/card'
import { Entry } from '../../ui/entry'
import { Loaded } from '../../ui/loaded'
import { go } from '../../ui/nav'
import { maySet, SETTING_TILES } from './setting-tiles'
import { useMe } from './use-me'

/** What this administrator can open. */
export function SettingTiles() {
  const load = useMe()
  return (
    <Loaded load={load}>
      {(me) => (
        <Card flush>
          {SETTING_TILES.filter((tile) => maySet(me, tile.for)).map(({ path, icon, title, zh }) => (
            <Entry key={path} icon={icon} title={title} zh={zh} onTap={() => go(path)} />
          ))}
        </Card>
      )}
    </Loaded>
  )
}
