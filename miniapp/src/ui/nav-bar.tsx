import type { ReactNode } from 'react'
import { Box } from './box'
import { Icon } from './icon'
import { goBack } from './nav'
import { Tap } from './tap'
import { Txt } from './txt'
import { FRAME } from './window-frame'

export type NavBarProps = {
  readonly title: string
  readonly tone: 'paper' | 'deep' | 'over'
  readonly back: boolean
  readonly brand?: ReactNode
}

export const NavBar = ({ title, tone, back, brand }: NavBarProps) => (
  <Box as="header" className={`nav nav-${tone}`} style={{ paddingTop: `${FRAME.statusPx}px` }}>
    <Box className="nav-line" style={{ height: `${FRAME.titlePx}px`, paddingRight: `${FRAME.capsulePx}px` }}>
      {back && (
        <Tap className="nav-back" label="返回" onTap={goBack}>
          <Icon name="chevron-left" size={24} />
        </Tap>
      )}
      {brand ?? (
        <Box className="nav-title">
          <Box as="page-title">
            <Txt cut strong>
              {title}
            </Txt>
          </Box>
        </Box>
      )}
    </Box>
  </Box>
)
