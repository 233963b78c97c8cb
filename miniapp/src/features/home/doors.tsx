import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import type { IconName } from '../../ui/icons'
import { go } from '../../ui/nav'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'

type Door = { readonly zh: string; readonly path: string; readonly icon: IconName; readonly tone: string }

/** Only doors that lead somewhere. */
const DOORS: readonly Door[] = [
  { zh: '我的上报', path: '/pages/cases/mine', icon: 'clipboard-list', tone: 'azure' },
  { zh: '周边问题', path: '/pages/cases/nearby', icon: 'map-pins', tone: 'jade' },
  { zh: '我的草稿', path: '/pages/reports/drafts', icon: 'device-floppy', tone: 'gamboge' },
  { zh: '消息', path: '/pages/notices/list', icon: 'bell', tone: 'iris' },
]

export const Doors = () => (
  <Box as="nav" className="card doors" label="常用">
    {DOORS.map(({ zh, path, icon, tone }) => (
      <Tap key={zh} className="door" onTap={() => go(path)}>
        <Box quiet className={`door-disc door-${tone}`}>
          <Icon name={icon} size={22} />
        </Box>
        <Txt size="caption">{zh}</Txt>
      </Tap>
    ))}
  </Box>
)
