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
  { zh: '志愿活动', path: '/pages/volunteering/list', icon: 'heart-handshake', tone: 'jade' },
  { zh: '周边问题', path: '/pages/cases/nearby', icon: 'map-pins', tone: 'gamboge' },
  { zh: '我的时长', path: '/pages/volunteering/hours', icon: 'clock-heart', tone: 'iris' },
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
