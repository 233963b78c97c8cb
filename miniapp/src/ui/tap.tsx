import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

export type TapProps = {
  readonly onTap: () => void
  /** What a reader says; needed where the content is only an icon. */
  readonly label?: string
  readonly className?: string
  readonly disabled?: boolean
  readonly role?: 'button' | 'link' | 'tab' | 'radio' | 'switch' | 'checkbox'
  /** Of a tab, radio, switch or checkbox. */
  readonly on?: boolean
  readonly children?: ReactNode
}

/** Everything that can be pressed is one of these. */
export const Tap = ({ onTap, label, className = '', disabled = false, role = 'button', on, children }: TapProps) => (
  <View
    className={`tap ${className}${disabled ? ' is-disabled' : ''}`}
    hoverClass={disabled ? 'none' : 'is-pressed'}
    ariaRole={role}
    {...(label ? { ariaLabel: label } : {})}
    {...(on === undefined ? {} : role === 'tab' ? { ariaSelected: on } : { ariaChecked: on })}
    {...(disabled ? { ariaDisabled: true } : {})}
    onClick={() => {
      if (!disabled) onTap()
    }}
  >
    {children}
  </View>
)
