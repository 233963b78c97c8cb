import { Box } from './box'
import { Icon } from './icon'
import { go, TABS, type Tab } from './nav'
import { Tap } from './tap'
import { Txt } from './txt'

export const TabBar = ({ now }: { now: Tab }) => (
  <Box as="nav" label="主导航">
    <Box as="tabs" className="tabs">
      {TABS.map(({ path, zh, icon }) => (
        <Tap
          key={path}
          role="tab"
          on={zh === now}
          className={`tab${zh === now ? ' is-on' : ''}`}
          onTap={() => zh !== now && go(path)}
        >
          <Icon name={icon} size={24} />
          <Txt>{zh}</Txt>
        </Tap>
      ))}
    </Box>
  </Box>
)
