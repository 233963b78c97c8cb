import type { InputProps } from './input'

const TYPES = {
  text: { type: 'text' },
  number: { type: 'text', inputMode: 'decimal' },
  phone: { type: 'tel' },
  search: { type: 'search', enterKeyHint: 'search' },
} as const

export const Input = (given: InputProps) => {
  const { label, value, onText, placeholder = '', max = 140, keyboard = 'text', disabled, invalid, onDone } = given
  return (
    <input
      className={`input${invalid ? ' is-invalid' : ''}`}
      aria-label={label}
      aria-invalid={invalid || undefined}
      value={value}
      placeholder={placeholder}
      maxLength={max}
      disabled={disabled}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onDone?.()
      }}
      {...TYPES[keyboard]}
    />
  )
}
