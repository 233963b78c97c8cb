import type { DatePickProps } from './date-pick'

export const DatePick = ({ label, mode, value, onPick, from, to }: DatePickProps) => (
  <input
    className="input"
    aria-label={label}
    type={mode}
    value={value}
    min={from}
    max={to}
    onChange={(event) => onPick(event.target.value)}
  />
)
