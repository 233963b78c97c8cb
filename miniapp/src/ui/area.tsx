import { Textarea } from '@tarojs/components'

export type AreaProps = {
  readonly label: string
  readonly value: string
  readonly onText: (text: string) => void
  readonly placeholder?: string
  readonly max: number
  readonly invalid?: boolean
}

export const Area = ({ label, value, onText, placeholder = '', max, invalid }: AreaProps) => (
  <Textarea
    className={`area${invalid ? ' is-invalid' : ''}`}
    placeholderClass="input-placeholder"
    ariaLabel={label}
    value={value}
    placeholder={placeholder}
    maxlength={max}
    autoHeight
    cursorSpacing={120}
    onInput={({ detail }) => onText(detail.value)}
  />
)
