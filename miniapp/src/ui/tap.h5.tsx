import type { TapProps } from './tap'

/** How a browser is told that something is chosen: a row of a list is the one that stands open. */
const STATES: Partial<Record<NonNullable<TapProps['role']>, string>> = { tab: 'aria-selected', button: 'aria-current' }

export function Tap({ onTap, label, className = '', disabled = false, role = 'button', on, children }: TapProps) {
  const state = on === undefined ? {} : { [STATES[role] ?? 'aria-checked']: on }
  return (
    <button
      type="button"
      className={`tap ${className}${disabled ? ' is-disabled' : ''}`}
      disabled={disabled}
      aria-label={label}
      onClick={onTap}
      {...(role === 'button' ? {} : { role })}
      {...state}
    >
      {children}
    </button>
  )
}
