import { durationZh, momentZh } from '@shared/kit/time'
import type { MyShiftView } from '@shared/volunteering/attendance-contract'
import { now as clock } from '../../api/clock'
import { scanLive } from '../../device/scan-live'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Input } from '../../ui/input'
import { MapView } from '../../ui/map-view'
import { Toggle } from '../../ui/toggle'
import { Txt } from '../../ui/txt'
import { useLand } from '../grids/use-land'
import type { Kept } from './kept-attempts'
import { setPlaceConsent, usePlaceConsent } from './place-consent'

/** Where to meet, and the one switch over one's own place. */
export function PlaceCard({ shift }: { shift: MyShiftView }) {
  const land = useLand()
  const consent = usePlaceConsent()
  const { lng, lat, radiusM, placeZh } = shift
  return (
    <Card flush className="place-card">
      <MapView
        {...land}
        still
        className="place-still"
        label={`集合地点 ${placeZh}，签到范围 ${radiusM} 米`}
        pins={[{ id: 'meet', lng, lat, label: placeZh, tone: 'meet' }]}
        round={{ lng, lat, radiusM }}
        center={{ lng, lat }}
        spanM={Math.max(900, radiusM * 4)}
      />
      <Box className="place-words">
        <Txt block>{placeZh}</Txt>
        <Txt size="caption" tone="second" block num>
          {`签到范围 ${radiusM} 米，只在签到、签退时取一次位置`}
        </Txt>
      </Box>
      <Box className="meet-row">
        <Txt>核对我的位置</Txt>
        <Toggle label="签到、签退时核对位置" on={consent === true} onChange={setPlaceConsent} />
      </Box>
    </Card>
  )
}

type CodeProps = {
  readonly direction: 'in' | 'out'
  readonly digits: string
  readonly busy: boolean
  readonly onDigits: (digits: string) => void
  readonly onSend: () => void
}

/** Eight digits work everywhere, also where no camera does. */
export const CodeCard = ({ direction, digits, busy, onDigits, onSend }: CodeProps) => {
  const zh = direction === 'in' ? '签到' : '签退'
  return (
    <Card title={scanLive ? `也可以输入 8 位${zh}码` : `输入 8 位${zh}码`}>
      <Txt size="caption" tone="second" block className="code-hint">
        {`看领队手机上二维码下面的数字，每 30 秒换一次。`}
      </Txt>
      <Box className="code-row">
        <Input
          label={`8 位${zh}码`}
          keyboard="number"
          value={digits}
          onText={(text) => onDigits(text.replace(/\D/g, '').slice(0, 8))}
          placeholder="8 位数字"
          max={9}
          onDone={onSend}
        />
        {scanLive && (
          <Button kind="soft" fit busy={busy} disabled={digits.length !== 8} onTap={onSend}>
            {zh}
          </Button>
        )}
      </Box>
    </Card>
  )
}

/** Nothing is pretended: it is not in yet, and why, and who can set it right. */
export function KeptCard({
  kept,
  busy,
  onSend,
  onDrop,
}: {
  kept: Kept
  busy: boolean
  onSend: () => void
  onDrop: () => void
}) {
  const { attempt, refusedZh } = kept
  const zh = attempt.direction === 'in' ? '签到' : '签退'
  const at = momentZh(new Date(attempt.deviceAt), clock())
  const late = refusedZh !== ''
  return (
    <Card tone={late ? 'danger' : 'warn'}>
      <Box as="alert" className="row gap-2">
        <Icon name={late ? 'alert-circle' : 'wifi-off'} size={22} className={late ? 'tone-danger' : 'tone-warn'} />
        <Txt strong className="grow">
          {late ? `${zh}没有补上：${refusedZh}` : `没有信号，还没有${zh}`}
        </Txt>
      </Box>
      <Txt size="caption" block className="kept-words" num>
        {late
          ? `您 ${at} 到场的时间记在这里。请告诉领队，由领队在名单上登记，时间以领队登记的为准。`
          : `${at} 的${zh}记在手机里了。有信号后点“补传”；码只在一分钟内有效，过了时间请领队在名单上为您登记。`}
      </Txt>
      <Button kind="outline" dense busy={busy} onTap={late ? onDrop : onSend}>
        {late ? '知道了，我去找领队' : '补传'}
      </Button>
    </Card>
  )
}

/** 时长怎么算, of this very shift. */
export function RulesCard({ shift }: { shift: MyShiftView }) {
  const rules = [
    `签到到签退的实际时间，最多计本场 ${durationZh(shift.capMinutes)}`,
    `可提前、推后各 ${shift.graceMinutes} 分钟签到签退，超出的不计`,
    '没有信号时点“让领队扫我”，或先记在手机里；码过期了由领队在名单上登记',
    '忘记签退，由领队按计划结束时间签退并注明',
    '领队确认名单后，计入您的时长',
  ]
  return (
    <Card title="时长怎么算">
      <Box as="list">
        {rules.map((rule) => (
          <Box key={rule} as="item" className="rule">
            <Icon name="circle-check" size={18} className="tone-ok" />
            <Txt>{rule}</Txt>
          </Box>
        ))}
      </Box>
    </Card>
  )
}
