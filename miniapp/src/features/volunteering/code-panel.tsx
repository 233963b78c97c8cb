import type { CodeDirection } from '@shared/volunteering/codes'
import type { ShiftKit } from '@shared/volunteering/offline/contract'
import { CODE_DIRECTION_ZH } from '@shared/volunteering/words'
import { useEffect, useState } from 'react'
import { keepAwake } from '../../device/keep-awake'
import { Box } from '../../ui/box'
import { Choices } from '../../ui/choices'
import { Icon } from '../../ui/icon'
import { qrImage } from '../../ui/qr'
import { Txt } from '../../ui/txt'
import { halves } from './say'
import { type Turning, useShiftCode } from './use-shift-code'

const DIRECTIONS = [
  { id: 'in', zh: '签到码' },
  { id: 'out', zh: '签退码' },
] as const

type PanelProps = { readonly shiftId: string; readonly first: CodeDirection; readonly kit: ShiftKit | null }

/** Held out to a group in the sun: black on white, as large as the phone. */
export function CodePanel({ shiftId, first, kit }: PanelProps) {
  const [picked, setPicked] = useState<CodeDirection | null>(null)
  const direction = picked ?? first
  const turning = useShiftCode(shiftId, direction, kit)
  useEffect(() => {
    keepAwake(true)
    return () => keepAwake(false)
  }, [])
  return (
    <Box as="section" className="card board-code">
      <Choices
        label="出示哪一个码"
        look="segment"
        items={DIRECTIONS}
        picked={[direction]}
        onPick={(id) => setPicked(id === 'out' ? 'out' : 'in')}
      />
      {turning.code ? (
        <Shown turning={turning} code={turning.code} />
      ) : (
        <Box as="status" className="board-none">
          <Icon name={turning.zh === '' ? 'refresh' : 'info-circle'} size={28} />
          <Txt>{turning.zh === '' ? `正在取${CODE_DIRECTION_ZH[direction]}码` : turning.zh}</Txt>
        </Box>
      )}
    </Box>
  )
}

type ShownProps = { readonly turning: Turning; readonly code: NonNullable<Turning['code']> }

function Shown({ turning, code }: ShownProps) {
  return (
    <>
      <Box
        as="image"
        className="board-qr"
        label={`${CODE_DIRECTION_ZH[code.direction]}二维码`}
        style={{ backgroundImage: qrImage(code.text) }}
      />
      <Box className="board-foot">
        <Box as="image" label={`数字码 ${[...code.digits].join(' ')}`} className="board-digits">
          <Txt strong num>
            {halves(code.digits)}
          </Txt>
        </Box>
        <Ring turning={turning} stepSeconds={code.stepSeconds} />
      </Box>
      <Txt size="caption" tone={turning.zh === '' ? 'second' : 'danger'} block className="center">
        {turning.zh === '' ? '没有相机的，在签到页输入这 8 位数字' : turning.zh}
      </Txt>
    </>
  )
}

/** Seconds to the next code, drawn round them. */
function Ring({ turning: { nextAt }, stepSeconds }: { turning: Turning; stepSeconds: number }) {
  const [at, setAt] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const left = Math.min(stepSeconds, Math.max(0, Math.ceil((nextAt - at) / 1000)))
  const part = Math.round((left / stepSeconds) * 100)
  const background = `conic-gradient(var(--brand) ${part}%, var(--ink-200) 0)`
  return (
    <Box as="image" label={`${left} 秒后换码`} className="board-ring" style={{ background }}>
      <Box className="board-ring-in">
        <Txt strong num>
          {left}
        </Txt>
      </Box>
    </Box>
  )
}
