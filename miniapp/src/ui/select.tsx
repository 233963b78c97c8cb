import { Picker, View } from '@tarojs/components'
import { Icon } from './icon'
import { Txt } from './txt'

export type Option = { readonly id: string; readonly zh: string }
export type SelectProps = {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string | null
  readonly onPick: (id: string) => void
  readonly placeholder?: string
  readonly disabled?: boolean
}

export const Select = ({ label, options, value, onPick, placeholder = '请选择', disabled = false }: SelectProps) => {
  const at = options.findIndex(({ id }) => id === value)
  const shown = options[at]?.zh
  return (
    <Picker
      mode="selector"
      range={options.map(({ zh }) => zh)}
      value={Math.max(0, at)}
      disabled={disabled}
      {...{ ariaRole: 'combobox', ariaLabel: `${label}，${shown ?? placeholder}` }}
      onChange={({ detail }) => {
        const picked = options[Number(detail.value)]
        if (picked) onPick(picked.id)
      }}
    >
      <View className={`select${disabled ? ' is-disabled' : ''}`}>
        <Txt {...(shown ? {} : { tone: 'third' as const })}>{shown ?? placeholder}</Txt>
        <Icon name="chevron-down" size={20} />
      </View>
    </Picker>
  )
}
