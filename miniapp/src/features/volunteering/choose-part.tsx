import { addMinutes, shanghai } from '@shared/kit/time'
import type { ShiftView } from '@shared/volunteering/contract'
import { PART_MINUTES_MIN } from '@shared/volunteering/sign-up-limits'
import { Box } from '../../ui/box'
import { Section } from '../../ui/section'
import { Select } from '../../ui/select'
import type { Part } from './use-shift-choice'

type PartProps = {
  readonly shift: ShiftView
  readonly part: Part | null
  readonly onPick: (part: Part | null) => void
}

/** 只来一段: the whole shift unless another beginning or end is picked. */
export function ChoosePart({ shift, part, onPick }: PartProps) {
  const steps = stepsOf(shift)
  if (steps.length < 3) return null
  const { from, to } = part ?? { from: shift.startsAt, to: shift.endsAt }
  const pick = (next: Part) => {
    const isWhole = next.from === shift.startsAt && next.to === shift.endsAt
    onPick(isWhole || next.from >= next.to ? null : next)
  }
  return (
    <Section title="时段" more="可以只来一段，至少 30 分钟">
      <Box className="two-acts">
        <Select
          label="从几点"
          options={steps.slice(0, -1).map(optionOf)}
          value={from}
          onPick={(id) => pick({ from: id, to })}
        />
        <Select
          label="到几点"
          options={steps.filter((step) => step > from).map(optionOf)}
          value={to}
          onPick={(id) => pick({ from, to: id })}
        />
      </Box>
    </Section>
  )
}

const optionOf = (moment: string) => ({ id: moment, zh: shanghai(new Date(moment)).clock })

/** Every half hour from the start, and the end itself; the last half hour is whole. */
function stepsOf({ startsAt, endsAt }: ShiftView) {
  const steps: string[] = []
  const last = addMinutes(new Date(endsAt), -PART_MINUTES_MIN)
  for (let at = new Date(startsAt); at <= last && steps.length < 96; at = addMinutes(at, PART_MINUTES_MIN))
    steps.push(at.toISOString())
  return [...steps, endsAt]
}
