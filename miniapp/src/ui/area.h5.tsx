import type { AreaProps } from './area'

export const Area = ({ label, value, onText, placeholder = '', max, invalid }: AreaProps) => (
  <textarea
    className={`area${invalid ? ' is-invalid' : ''}`}
    aria-label={label}
    aria-invalid={invalid || undefined}
    value={value}
    placeholder={placeholder}
    maxLength={max}
    rows={3}
    onChange={(event) => onText(event.target.value)}
  />
)
