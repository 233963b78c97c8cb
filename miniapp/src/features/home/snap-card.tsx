import { useState } from 'react'
import { scan } from '../../device/scan'
import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import type { IconName } from '../../ui/icons'
import { go } from '../../ui/nav'
import { Tap } from '../../ui/tap'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'
import { usePoint } from '../points/use-point'
import { startReport, startReportAt } from '../reports/start'
import { useDraftCount } from '../reports/use-drafts'
import { PointSheet } from './point-sheet'

/** The one main action of the home. */
export function SnapCard() {
  const [typing, setTyping] = useState(false)
  const drafts = useDraftCount()
  const point = usePoint((found) => {
    setTyping(false)
    startReportAt(found)
  })
  const readCode = async () => {
    if (scan === null) return setTyping(true)
    const said = await scan()
    if (said !== null && !(await point.look(said))) toast('没有认出这个点位码', 'danger')
  }
  return (
    <Box as="section" className="snap" label="随手拍">
      <Tap className="snap-main" label="随手拍，拍照即定位，三步提交" onTap={() => startReport('camera')}>
        <Box quiet className="snap-disc">
          <Icon name="camera" size={24} />
        </Box>
        <Box className="grow">
          <Txt strong block className="snap-word">
            随手拍
          </Txt>
          <Txt size="caption" block>
            拍照即定位，三步提交
          </Txt>
        </Box>
        <Icon name="chevron-right" size={24} />
      </Tap>
      <Box className="snap-sub">
        <SubTap icon="photo" zh="选照片" onTap={() => startReport('album')} />
        <SubTap icon="qrcode" zh={scan === null ? '输点位码' : '扫点位码'} onTap={() => void readCode()} />
        {drafts > 0 && <SubTap icon="device-floppy" zh={`草稿 ${drafts}`} onTap={() => go('/pages/reports/drafts')} />}
      </Box>
      {typing && <PointSheet point={point} onClose={() => setTyping(false)} />}
    </Box>
  )
}

const SubTap = ({ icon, zh, onTap }: { icon: IconName; zh: string; onTap: () => void }) => (
  <Tap className="snap-tap" onTap={onTap}>
    <Icon name={icon} size={18} />
    <Txt>{zh}</Txt>
  </Tap>
)
