import { callPhone } from '../../device/call-phone'
import { Box } from '../../ui/box'
import { setElder } from '../../ui/elder'
import { Icon } from '../../ui/icon'
import type { IconName } from '../../ui/icons'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { HOTLINE } from '../people/help-lines'

/** The same doors as the standard home, fewer and larger. */
export const ElderHome = () => (
  <Box className="elder-home">
    <BigDoor icon="phone" title="打电话反映" zh="有人接听，帮您登记" onTap={() => callPhone(HOTLINE)} />
    <Box className="card elder-urgent">
      <Icon name="alert-triangle" size={24} className="tone-warn" />
      <Txt>
        有人受伤、着火、触电，请先拨
        <Txt strong> 110、119、120</Txt>
      </Txt>
    </Box>
    <Tap className="elder-leave" onTap={() => setElder(false)}>
      <Txt strong tone="brand">
        切换到标准版
      </Txt>
    </Tap>
  </Box>
)

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
    <Box>
      <Txt strong block className="big-door-title">
        {title}
      </Txt>
      <Txt block>{zh}</Txt>
    </Box>
  </Tap>
)
