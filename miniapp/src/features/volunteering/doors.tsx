import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import type { IconName } from '../../ui/icons'
import { go } from '../../ui/nav'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { useLeads } from './use-my-sign-ups'

/** What is one's own: signed up for, served, led. */
export function Doors() {
  const leads = useLeads()
  return (
    <Box className="own-doors">
      <Door icon="clipboard-check" zh="我的活动" to="/pages/volunteering/mine" />
      <Door icon="clock-heart" zh="我的时长" to="/pages/volunteering/hours" />
      <Door icon="users" zh="志愿队伍" to="/mine/volunteering/teams" />
      <Door icon="heart-handshake" zh="志愿点单" to="/mine/volunteering/orders" />
      {leads && <Door icon="qrcode" zh="我带队的" to="/staff/volunteering/shifts" />}
    </Box>
  )
}

const Door = ({ icon, zh, to }: { icon: IconName; zh: string; to: string }) => (
  <Tap className="own-door" role="link" onTap={() => go(to)}>
    <Icon name={icon} size={22} className="tone-brand" />
    <Txt>{zh}</Txt>
  </Tap>
)
