import type { Me } from '@shared/people/contract'
import { Box } from '../../../ui/box'
import { Icon } from '../../../ui/icon'
import type { IconName } from '../../../ui/icons'
import { go, goInstead } from '../../../ui/nav'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { VIEW_LOOK, type View, viewsOf } from './views'

type DeskRailProps = { readonly me: Me; readonly view: View; readonly onPick: (view: View) => void }

/** The lists of the desk, and the doors out of it. */
export const DeskRail = ({ me, view, onPick }: DeskRailProps) => (
  <Box as="nav" label="工作台导航" className="desk-rail-nav">
    <Box as="tabs" className="desk-rail">
      {viewsOf(me.roles).map((one) => (
        <Door key={one} {...VIEW_LOOK[one]} on={one === view} onTap={() => onPick(one)} />
      ))}
      <Door zh="消息" icon="bell" on={false} onTap={() => go('/pages/notices/list')} />
      <Box className="grow" />
      <Door zh="工作台" icon="layout-dashboard" on={false} onTap={() => goInstead('/staff/home/index')} />
    </Box>
  </Box>
)

type DoorProps = { readonly zh: string; readonly icon: IconName; readonly on: boolean; readonly onTap: () => void }

const Door = ({ zh, icon, on, onTap }: DoorProps) => (
  <Tap className={`desk-door${on ? ' is-on' : ''}`} role="tab" on={on} onTap={onTap}>
    <Icon name={icon} size={22} />
    <Txt size="micro" strong={on}>
      {zh}
    </Txt>
  </Tap>
)
