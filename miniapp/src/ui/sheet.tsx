import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { Tap } from './tap'
import { Txt } from './txt'

export type SheetProps = {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children?: ReactNode
  /** In the middle, for a question; otherwise from below, for a choice. */
  readonly small?: boolean
  /** As wide as two things side by side need. */
  readonly broad?: boolean
}

export function Sheet({ title, open, onClose, children, small, broad }: SheetProps) {
  if (!open) return null
  return (
    <View className={`sheet-place${small ? ' is-small' : ''}${broad ? ' is-broad' : ''}`}>
      <View className="sheet-shade" catchMove {...{ ariaHidden: true }} onClick={onClose} />
      <View className="sheet" ariaRole="dialog" ariaLabel={title}>
        <View className="sheet-head">
          <Txt size="title-2" strong>
            {title}
          </Txt>
          {!small && (
            <Tap className="sheet-close" label="关闭" onTap={onClose}>
              <Icon name="x" size={22} />
            </Tap>
          )}
        </View>
        <View className="sheet-body">{children}</View>
      </View>
    </View>
  )
}
