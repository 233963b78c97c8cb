import { useDidHide, useDidShow } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { Box } from './box'
import { ConfirmHost } from './confirm-host'
import { ConsentHost } from './consent-host'
import { useElder } from './elder'
import type { Tab } from './nav'
import { NavBar } from './nav-bar'
import { OfflineBar } from './offline-bar'
import { PrivacyHost } from './privacy-host'
import { TabBar } from './tab-bar'
import { ToastHost } from './toast-host'

export type ScreenProps = {
  readonly title: string
  /** `over` draws the title on top of the page's own picture, `deep` on the brand's dark ground. */
  readonly tone?: 'paper' | 'deep' | 'over'
  /** Stays in reach at the bottom: the page's one main action. */
  readonly bar?: ReactNode
  readonly tab?: Tab
  /** Replaces the written title, as the brand's word does at home. */
  readonly brand?: ReactNode
  /** A page of the desk may use the width of a desk; a citizen's page stays as wide as a phone. */
  readonly wide?: boolean
  readonly className?: string
  readonly children?: ReactNode
}

/** A page: title line, network state, content, main action or tabs, and the places where toasts and questions appear. */
export function Screen({ title, tone = 'paper', bar, tab, brand, wide, className = '', children }: ScreenProps) {
  const elder = useElder()
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  const look = ['screen', elder ? 'elder' : '', wide ? 'is-wide' : '', className].filter(Boolean).join(' ')
  return (
    <Box className={look}>
      <NavBar title={title} tone={tone} back={tab === undefined} brand={brand} />
      <OfflineBar />
      <Box as="main" className="screen-body">
        {children}
      </Box>
      {bar && <Box className="screen-bar">{bar}</Box>}
      {tab && <TabBar now={tab} />}
      {shown && <ToastHost raised={Boolean(bar ?? tab)} />}
      {shown && <ConfirmHost />}
      {shown && <ConsentHost />}
      {shown && <PrivacyHost />}
    </Box>
  )
}
