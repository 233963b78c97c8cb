import { useEffect, useState } from 'react'
import { Box } from '../../../ui/box'
import { Icon } from '../../../ui/icon'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { useDeskKeys } from './desk-keys'
import { type Held, HOLD_MS, takeBack, useHold } from './held'
import { Kbd } from './kbd'

type HeldBarProps = { readonly onBack: (caseId: string) => void }

/** What was decided last, and the seconds in which it can be taken back. */
export function HeldBar({ onBack }: HeldBarProps) {
  const { waiting } = useHold()
  return waiting ? <Bar key={waiting.id} held={waiting} onBack={onBack} /> : null
}

function Bar({ held: { zh }, onBack }: HeldBarProps & { readonly held: Held }) {
  const [left, setLeft] = useState(HOLD_MS / 1000)
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000)
    return () => clearInterval(timer)
  }, [])
  const undo = () => {
    const caseId = takeBack()
    if (caseId) onBack(caseId)
  }
  useDeskKeys([{ key: 'z', zh: '撤销刚才的办理', act: undo }])
  return (
    <Box className="held-place">
      <Box as="status" className="toast toast-ok">
        <Icon name="circle-check" size={20} />
        <Txt size="caption">{zh}</Txt>
        <Tap className="toast-undo held-undo" label="撤销" onTap={undo}>
          <Txt size="caption" strong>
            撤销
          </Txt>
          <Kbd name="Z" />
        </Tap>
        <Box quiet>
          <Txt size="caption" num>{`${left} 秒`}</Txt>
        </Box>
      </Box>
    </Box>
  )
}
