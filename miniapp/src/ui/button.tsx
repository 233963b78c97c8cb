import type { ReactNode } from 'react'
import { Icon } from './icon'
import type { IconName } from './icons'
import { Tap } from './tap'
import { Txt } from './txt'

export type ButtonProps = {
  readonly onTap: () => void
  readonly kind?: 'primary' | 'soft' | 'outline' | 'ghost' | 'danger'
  /** 40 high in dense rows instead of 48; never below 60 in 关怀模式. */
  readonly dense?: boolean
  readonly icon?: IconName
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly label?: string
  /** As wide as its words instead of its place. */
  readonly fit?: boolean
  readonly children: ReactNode
}

/** While busy it keeps its width and words, and takes no second tap. */
export function Button(given: ButtonProps) {
  const { onTap, kind = 'primary', dense, icon, busy = false, disabled = false, label, fit, children } = given
  const look = [`button button-${kind}`, dense ? 'is-dense' : '', fit ? 'is-fit' : '', busy ? 'is-busy' : '']
  return (
    <Tap
      className={look.filter(Boolean).join(' ')}
      disabled={disabled || busy}
      onTap={onTap}
      {...(label ? { label } : {})}
    >
      {busy ? <Icon name="refresh" size={18} className="is-turning" /> : icon && <Icon name={icon} size={20} />}
      <Txt strong>{children}</Txt>
    </Tap>
  )
}
