import { useEffect, useRef, useState } from 'react'
import { dictate } from '../../device/dictate'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { toast } from '../../ui/toast'

type VoiceButtonProps = { readonly text: string; readonly max: number; readonly onText: (text: string) => void }

/** 语音输入 below a field of words; not there where the browser cannot listen. */
export const VoiceButton = (given: VoiceButtonProps) => (dictate ? <Listening {...given} /> : null)

function Listening({ text, max, onText }: VoiceButtonProps) {
  const [stop, setStop] = useState<(() => void) | null>(null)
  // A sentence arrives long after the tap: it goes behind what stands there by then.
  const now = useRef(text)
  now.current = text
  const ending = useRef(stop)
  ending.current = stop
  useEffect(() => () => ending.current?.(), [])

  const start = () => {
    const stopping = dictate?.(
      (said) => onText(`${now.current}${said}`.slice(0, max)),
      (zh) => {
        setStop(null)
        if (zh) toast(zh, 'danger')
      },
    )
    if (stopping) setStop(() => stopping)
  }
  return (
    <Box className="voice">
      <Button kind={stop ? 'soft' : 'outline'} dense fit icon="microphone" onTap={stop ?? start}>
        {stop ? '正在听，点这里结束' : '语音输入'}
      </Button>
    </Box>
  )
}
