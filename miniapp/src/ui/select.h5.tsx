import { Icon } from './icon'
import type { SelectProps } from './select'

export const Select = ({ label, options, value, onPick, placeholder = '请选择', disabled = false }: SelectProps) => (
  <div className={`select${disabled ? ' is-disabled' : ''}`}>
    <select
      aria-label={label}
      value={value ?? ''}
      disabled={disabled}
      onChange={(event) => {
        if (event.target.value !== '') onPick(event.target.value)
      }}
    >
      <option value="">{placeholder}</option>
      {options.map(({ id, zh }) => (
        <option key={id} value={id}>
          {zh}
        </option>
      ))}
    </select>
    <Icon name="chevron-down" size={20} />
  </div>
)
