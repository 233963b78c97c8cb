import { Box } from '../../../ui/box'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Select } from '../../../ui/select'

/** A limit as it is typed: so many of a unit. Empty is none. */
export type TypedLimit = { readonly count: string; readonly unit: string }

const UNITS = [
  { id: 'work-hour', zh: '工作小时', minutes: 60, clock: 'work' },
  { id: 'work-day', zh: '工作日', minutes: 480, clock: 'work' },
  { id: 'hour', zh: '小时（昼夜连续）', minutes: 60, clock: 'wall' },
] as const

export function typed(minutes: number | null, clock: 'work' | 'wall' | null): TypedLimit {
  if (minutes === null || clock === null) return { count: '', unit: 'hour' }
  const fits = UNITS.filter((unit) => unit.clock === clock && minutes % unit.minutes === 0).at(-1)
  const unit = fits ?? (clock === 'wall' ? UNITS[2] : UNITS[0])
  return { count: String(minutes / unit.minutes), unit: unit.id }
}

/** Null where nothing, or no number, is written. */
export function limitOf({ count, unit }: TypedLimit) {
  const { minutes, clock } = UNITS.find(({ id }) => id === unit) ?? UNITS[0]
  const amount = Number(count)
  return count.trim() === '' || !(amount > 0) ? null : { minutes: Math.round(amount * minutes), clock }
}

type LimitFieldProps = {
  readonly label: string
  readonly hint?: string
  readonly value: TypedLimit
  readonly onChange: (value: TypedLimit) => void
}

export const LimitField = ({ label, hint, value, onChange }: LimitFieldProps) => (
  <FormRow label={label} {...(hint ? { hint } : {})}>
    <Box className="row gap-2">
      <Box className="grow">
        <Input
          label={`${label}数量`}
          keyboard="number"
          value={value.count}
          onText={(count) => onChange({ ...value, count })}
          max={6}
        />
      </Box>
      <Box className="grow">
        <Select
          label={`${label}单位`}
          options={UNITS}
          value={value.unit}
          onPick={(unit) => onChange({ ...value, unit })}
        />
      </Box>
    </Box>
  </FormRow>
)
