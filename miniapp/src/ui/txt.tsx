import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { type TxtLook, txtClass } from './txt-class'

export type TxtProps = TxtLook & {
  readonly children?: ReactNode
  readonly label?: string
  readonly quiet?: boolean
  /** Can be copied, as a case number must be. */
  readonly selectable?: boolean
}

export const Txt = ({ children, label, quiet, selectable, ...look }: TxtProps) => (
  <Text
    className={txtClass(look)}
    {...(selectable ? { userSelect: true } : {})}
    {...(label ? { ariaLabel: label } : {})}
    {...(quiet ? { ariaHidden: true } : {})}
  >
    {children}
  </Text>
)
