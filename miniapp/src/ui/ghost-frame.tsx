import type { ReactNode } from 'react'
import { Box } from './box'
import { Button } from './button'
import { Choices } from './choices'
import { GHOST_STRENGTHS } from './ghost'
import { Pic } from './pic'
import { Txt } from './txt'

type GhostFrameProps = {
  readonly ghost: string
  readonly label: string
  readonly strength: string
  readonly busy: boolean
  readonly onStrength: (id: string) => void
  readonly onShoot: () => void
  readonly onClose: () => void
  /** What the camera sees. */
  readonly children: ReactNode
}

export const GhostFrame = (given: GhostFrameProps) => {
  const { ghost, label, strength, busy, onStrength, onShoot, onClose, children } = given
  return (
    <Box as="group" label="同角度拍照" className="ghost">
      <Box className="ghost-view">
        {children}
        <Box className="ghost-over" style={{ opacity: strength }}>
          <Pic src={ghost} label={label} fit="contain" className="ghost-pic" />
        </Box>
      </Box>
      <Box className="ghost-foot">
        <Txt size="caption" block className="ghost-say">
          前后挪一挪，让现场和淡影重合再拍
        </Txt>
        <Choices label="淡影浓淡" look="segment" items={GHOST_STRENGTHS} picked={[strength]} onPick={onStrength} />
        <Box className="row gap-2">
          <Button kind="outline" onTap={onClose}>
            不拍了
          </Button>
          <Button busy={busy} onTap={onShoot}>
            拍照
          </Button>
        </Box>
      </Box>
    </Box>
  )
}
