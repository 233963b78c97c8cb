import { Input as TaroInput } from '@tarojs/components'

export type InputProps = {
  readonly label: string
  readonly value: string
  readonly onText: (text: string) => void
  readonly placeholder?: string
  readonly max?: number
  readonly keyboard?: 'text' | 'number' | 'phone' | 'search'
  readonly disabled?: boolean
  readonly invalid?: boolean
  /** The key on the keyboard that sends. */
  readonly onDone?: () => void
}

const TYPES = { text: 'text', number: 'number', phone: 'number', search: 'text' } as const

export const Input = (given: InputProps) => {
  const { label, value, onText, placeholder = '', max = 140, keyboard = 'text', disabled, invalid, onDone } = given
  return (
    <TaroInput
      className={`input${invalid ? ' is-invalid' : ''}`}
      placeholderClass="input-placeholder"
      ariaLabel={label}
      value={value}
      type={TYPES[keyboard]}
      confirmType={keyboard === 'search' ? 'search' : 'done'}
      placeholder={placeholder}
      maxlength={max}
      disabled={disabled ?? false}
      onInput={({ detail }) => onText(detail.value)}
      onConfirm={() => onDone?.()}
    />
  )
}
