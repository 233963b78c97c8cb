import { Picker, View } from '@tarojs/components'
import { Icon } from './icon'
import { Txt } from './txt'

export type DatePickProps = {
  readonly label: string
  /** YYYY-MM-DD for a day, HH:MM for a time. */
  readonly mode: 'date' | 'time'
  readonly value: string
  readonly onPick: (value: string) => void
  readonly from?: string
  readonly to?: string
}

export const DatePick = ({ label, mode, value, onPick, from, to }: DatePickProps) => {
  const shown = value || (mode === 'date' ? '选择日期' : '选择时间')
  const look = (
    <View className="select">
      <Txt num>{shown}</Txt>
      <Icon name={mode === 'date' ? 'calendar-event' : 'clock'} size={20} />
    </View>
  )
  const given = { value, ariaRole: 'combobox', ariaLabel: `${label}，${shown}` }
  const limits = { ...(from ? { start: from } : {}), ...(to ? { end: to } : {}) }
  return mode === 'date' ? (
    <Picker mode="date" {...given} {...limits} onChange={({ detail }) => onPick(detail.value)}>
      {look}
    </Picker>
  ) : (
    <Picker mode="time" {...given} {...limits} onChange={({ detail }) => onPick(String(detail.value))}>
      {look}
    </Picker>
  )
}
