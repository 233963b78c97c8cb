import type { TxtProps } from './txt'
import { txtClass } from './txt-class'

export const Txt = ({ children, label, quiet, selectable, ...look }: TxtProps) => (
  <span
    className={`${txtClass(look)}${selectable ? ' is-selectable' : ''}`}
    aria-hidden={quiet || undefined}
    {...(label ? { role: 'text', 'aria-label': label } : {})}
  >
    {children}
  </span>
)
