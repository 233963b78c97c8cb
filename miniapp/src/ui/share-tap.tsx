import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'

export type ShareTapProps = {
  /** The page, from the root: what a browser copies; WeChat takes it from the page's own share words. */
  readonly path: string
  readonly className?: string
  /** Needed where the content is only an icon. */
  readonly label?: string
  readonly onCopied: () => void
  readonly children?: ReactNode
}

/** WeChat opens its list of chats from a button of its own only. */
export const ShareTap = ({ className = '', label, children }: ShareTapProps) => (
  <Button
    className={`tap ${className}`}
    openType="share"
    hoverClass="is-pressed"
    {...(label ? { ariaLabel: label } : {})}
  >
    {children}
  </Button>
)
