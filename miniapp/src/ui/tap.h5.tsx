import type { TapProps } from './tap'

export function Tap({ onTap, label, className = '', disabled = false, role = 'button', on, children }: TapProps) {
  const state = on === undefined ? {} : role === 'tab' ? { 'aria-selected': on } : { 'aria-checked': on }
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
