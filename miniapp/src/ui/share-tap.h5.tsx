import Taro from '@tarojs/taro'
import type { ShareTapProps } from './share-tap'
import { Tap } from './tap'

export function ShareTap({ path, className = '', label, onCopied, children }: ShareTapProps) {
  const share = async () => {
    await Taro.setClipboardData({ data: window.location.origin + path })
    onCopied()
  }
  return (
    <Tap className={className} onTap={() => void share()} {...(label ? { label } : {})}>
      {children}
    </Tap>
  )
}
