import './zod-setup'
import './app.scss'
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { watchPrivacy } from './device/privacy'
import { watchNetwork } from './device/watch-network'
import { confirm } from './ui/confirm'
import { setElder, shouldOfferElder } from './ui/elder'
import { netIsDown, netIsUp } from './ui/net'
import { askForPrivacy } from './ui/privacy'
import { fontScale } from './ui/window-frame'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    watchNetwork(netIsDown, netIsUp)
    watchPrivacy(askForPrivacy)
    if (shouldOfferElder(fontScale())) void offerElder()
  })
  return children
}

async function offerElder() {
  setElder(
    await confirm({
      title: '换成大字版吗',
      zh: '您的手机用的是大字。关怀模式字更大、按钮更大，随时可以换回来。',
      yes: '换成大字版',
      no: '保持现在这样',
    }),
  )
}
