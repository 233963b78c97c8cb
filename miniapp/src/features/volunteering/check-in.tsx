import type { MyShiftView } from '@shared/volunteering/attendance-contract'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { scanLive } from '../../device/scan-live'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { go } from '../../ui/nav'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'
import { CodeCard, KeptCard, PlaceCard, RulesCard } from './check-in-cards'
import { TimerCard } from './timer-card'
import type { Presence } from './use-presence'

/** What of coming and going is open now; null when neither is. */
function openDirection({ state, checkIn, checkOut }: MyShiftView): 'in' | 'out' | null {
  if (state === 'in') return checkOut.may ? 'out' : null
  return state === 'absent' && checkIn.may ? 'in' : null
}

export function useCodeEntry(presence: Presence) {
  const [digits, setDigits] = useState('')
  const { shift, show } = presence
  const direction = shift && openDirection(shift)
  const sendDigits = async () => {
    if (!direction) return
    if (digits.length !== 8) return toast('请输入领队手机上的 8 位数字')
    await show(direction, digits)
    setDigits('')
  }
  const scan = async () => {
    const text = scanLive && (await scanLive())
    if (direction && text) await show(direction, text)
  }
  return { digits, setDigits, direction, sendDigits, scan }
}
export type CodeEntry = ReturnType<typeof useCodeEntry>

export function CheckIn({ shift, presence, entry }: { shift: MyShiftView; presence: Presence; entry: CodeEntry }) {
  const { kept, busy, awayM, resend, letGo } = presence
  useDidShow(() => void resend())
  return (
    <Box>
      <TimerCard shift={shift} awayM={awayM} />
      <Box className="stack">
        {kept && <KeptCard kept={kept} busy={busy} onSend={() => void resend()} onDrop={letGo} />}
        {entry.direction ? (
          <CodeCard
            direction={entry.direction}
            digits={entry.digits}
            busy={busy}
            onDigits={entry.setDigits}
            onSend={() => void entry.sendDigits()}
          />
        ) : (
          <Shut shift={shift} />
        )}
        {!shift.isRecorded && shift.state !== 'out' && (
          <Button kind="outline" icon="qrcode" onTap={() => go('/staff/volunteering/my-code', { id: shift.signUpId })}>
            让领队扫我
          </Button>
        )}
        <PlaceCard shift={shift} />
        <RulesCard shift={shift} />
      </Box>
    </Box>
  )
}

/** Why nothing can be done right now, in the server's own words. */
const Shut = ({ shift }: { shift: MyShiftView }) => {
  const zh = shift.state === 'in' ? shift.checkOut.zh : shift.state === 'absent' ? shift.checkIn.zh : ''
  if (zh === '') return null
  return (
    <Card tone="brand">
      <Box as="status" className="row gap-2">
        <Icon name="info-circle" size={20} className="tone-brand" />
        <Txt className="grow">{zh}</Txt>
      </Box>
    </Card>
  )
}

/** The one main action: scan where the phone can, send the digits where it cannot. */
export function CheckInBar({ entry, busy }: { entry: CodeEntry; busy: boolean }) {
  const { direction, scan, sendDigits } = entry
  if (!direction) return null
  const zh = direction === 'in' ? '签到' : '签退并结束服务'
  return scanLive ? (
    <Button icon="scan" busy={busy} onTap={() => void scan()}>
      {direction === 'in' ? '扫领队的码签到' : '扫码签退并结束服务'}
    </Button>
  ) : (
    <Button icon={direction === 'in' ? 'map-pin-check' : 'logout'} busy={busy} onTap={() => void sendDigits()}>
      {zh}
    </Button>
  )
}
