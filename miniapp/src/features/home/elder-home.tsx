import { callPhone } from '../../device/call-phone'
import { Box } from '../../ui/box'
import { setElder } from '../../ui/elder'
import { Icon } from '../../ui/icon'
import type { IconName } from '../../ui/icons'
import { go } from '../../ui/nav'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { HomeAnnouncements } from '../cases/announcements/announcement-cards'
import { useMyOpenCases } from '../cases/use-my-cases'
import { useCounty } from '../grids/use-county'
import { HOTLINE } from '../people/help-lines'
import { startReport } from '../reports/start'
import { ReadAloud } from './read-aloud'

/** The same doors as the standard home, fewer and larger. */
export function ElderHome() {
  const county = useCounty()
  const { countZh, items } = useMyOpenCases()
  const running = items.length > 0 ? `${countZh}正在办理` : '您反映的都在这里'
  const zh = county?.emergencyZh || '有人受伤、着火、触电，请先拨 110、119、120'
  return (
    <Box className="elder-home">
      <HomeAnnouncements />
      <BigDoor icon="camera" title="拍照反映问题" zh="拍一张就行" main onTap={() => startReport('camera')} />
      <BigDoor
        icon="phone"
        title="打电话反映"
        zh={county?.hotlineZh || '有人接听，帮您登记'}
        onTap={() => callPhone(county?.hotline ?? HOTLINE)}
      />
      <BigDoor icon="list-search" title="看办得怎样" zh={running} onTap={() => go('/pages/cases/mine')} />
      <Box className="elder-pair">
        <SmallDoor icon="heart-handshake" zh="志愿活动" onTap={() => go('/pages/volunteering/list')} />
        <ReadAloud emergencyZh={zh} runningZh={running} />
      </Box>
      <Box className="card elder-urgent">
        <Icon name="alert-triangle" size={24} className="tone-warn" />
        <Txt>{zh}</Txt>
      </Box>
      <Tap className="elder-leave" onTap={() => setElder(false)}>
        <Txt strong tone="brand">
          切换到标准版
        </Txt>
      </Tap>
    </Box>
  )
}

type BigDoorProps = {
  readonly icon: IconName
  readonly title: string
  readonly zh: string
  readonly main?: boolean
  readonly onTap: () => void
}

const BigDoor = ({ icon, title, zh, main, onTap }: BigDoorProps) => (
  <Tap className={`big-door${main ? ' is-main' : ''}`} onTap={onTap}>
    <Box quiet className="big-door-disc">
      <Icon name={icon} size={36} />
    </Box>
    <Box className="grow">
      <Txt strong block className="big-door-title">
        {title}
      </Txt>
      <Txt block>{zh}</Txt>
    </Box>
  </Tap>
)

const SmallDoor = ({ icon, zh, onTap }: { icon: IconName; zh: string; onTap: () => void }) => (
  <Tap className="card small-door" onTap={onTap}>
    <Icon name={icon} size={28} />
    <Txt strong>{zh}</Txt>
  </Tap>
)
