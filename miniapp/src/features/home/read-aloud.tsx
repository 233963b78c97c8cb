import { useDidHide } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { speak } from '../../device/speak'
import { Icon } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'

type ReadAloudProps = { readonly emergencyZh: string; readonly runningZh: string }

/** 读给我听: the page's main points; only where the phone itself has a voice. */
export function ReadAloud({ emergencyZh, runningZh }: ReadAloudProps) {
  const [reading, setReading] = useState(false)
  const stop = () => {
    speak?.stop()
    setReading(false)
  }
  useDidHide(stop)
  useEffect(() => () => speak?.stop(), [])
  if (!speak) return null
  const voice = speak
  const read = () => {
    if (reading) return stop()
    setReading(true)
    voice.say(
      `这里可以拍照反映问题，拍一张就行。也可以打电话反映，有人接听，帮您登记。看办得怎样：${runningZh}。${emergencyZh}。`,
      () => setReading(false),
    )
  }
  return (
    <Tap className="card small-door" onTap={read}>
      <Icon name={reading ? 'player-pause' : 'volume'} size={28} />
      <Txt strong>{reading ? '停一停' : '读给我听'}</Txt>
    </Tap>
  )
}
