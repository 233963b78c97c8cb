import { durationZh, momentZh } from '@shared/kit/time'
import { useEffect, useState } from 'react'
import { now as clock } from '../../api/clock'
import { Txt } from '../../ui/txt'

const TURN_MS = 20_000

/** 还有 3 小时 20 分，保留到今天 21:00: how long a seat is still kept. */
export function Countdown({ until }: { until: string }) {
  const [at, setAt] = useState(clock)
  useEffect(() => {
    const timer = setInterval(() => setAt(clock()), TURN_MS)
    return () => clearInterval(timer)
  }, [])
  const minutes = Math.ceil((Date.parse(until) - at.getTime()) / 60_000)
  const left = minutes > 0 ? `还有 ${durationZh(minutes)}` : '确认时间已过'
  return (
    <Txt size="caption" strong tone="warn" block num>
      {`${left}，保留到${momentZh(new Date(until), at)}`}
    </Txt>
  )
}
