import { CASE_LIMITS } from '@shared/cases/clocks'
import { addDays, shanghai } from '@shared/kit/time'
import { now } from '../../../api/clock'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { DatePick } from '../../../ui/date-pick'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Toggle } from '../../../ui/toggle'
import { Txt } from '../../../ui/txt'
import type { FieldProps } from './field-props'
import { isNeeded } from './fields'
import { TemplatePick } from './template-pick'

const dayFrom = (days: number) => shanghai(addDays(now(), days)).day

export const ReviewField = ({ form: { fields, set }, wrong }: FieldProps) => (
  <FormRow label="复查日期" hint={`${CASE_LIMITS.suspendDaysMax} 天以内`} {...wrong}>
    <DatePick
      label="复查日期"
      mode="date"
      value={fields.reviewDay}
      from={dayFrom(1)}
      to={dayFrom(CASE_LIMITS.suspendDaysMax)}
      onPick={(reviewDay) => set({ reviewDay })}
    />
  </FormRow>
)

export const DueField = ({ form: { fields, set }, wrong }: FieldProps) => (
  <FormRow label="新的时限" hint="最多再加一个原时限" {...wrong}>
    <Box className="row gap-2">
      <Box className="grow">
        <DatePick
          label="新时限日期"
          mode="date"
          value={fields.dueDay}
          from={dayFrom(0)}
          onPick={(dueDay) => set({ dueDay })}
        />
      </Box>
      <Box className="grow">
        <DatePick label="新时限时间" mode="time" value={fields.dueClock} onPick={(dueClock) => set({ dueClock })} />
      </Box>
    </Box>
  </FormRow>
)

export const TargetField = ({ form: { fields, set }, wrong }: FieldProps) => (
  <FormRow label="转到哪里" {...wrong}>
    <Input
      label="转到哪里"
      placeholder="比如 公路段、12345"
      max={60}
      value={fields.target}
      onText={(target) => set({ target })}
    />
    <Input
      label="对方编号"
      placeholder="对方的编号，没有可不填"
      max={60}
      value={fields.externalNumber}
      onText={(externalNumber) => set({ externalNumber })}
    />
  </FormRow>
)

export const NoteField = ({ form, form: { fields, plan, set }, wrong }: FieldProps) => (
  <FormRow
    label={plan.moves.includes('dispatch') ? '交办说明' : '说明'}
    {...(isNeeded(plan, 'note') ? {} : { hint: '可不填' })}
    {...wrong}
  >
    <Area
      label="说明"
      max={500}
      placeholder={plan.moves.includes('handle') ? '做了什么，比如 更换井盖 1 套' : ''}
      value={fields.note}
      onText={(note) => set({ note })}
      invalid={wrong.wrong !== undefined}
    />
    <TemplatePick form={form} />
  </FormRow>
)

export const PublicField = ({ form: { fields, set }, wrong }: FieldProps) => (
  <FormRow label="公开" {...wrong}>
    <Box className="between">
      <Txt>公开到“周边”</Txt>
      <Toggle label="公开到“周边”" on={fields.isPublic} onChange={(isPublic) => set({ isPublic })} />
    </Box>
  </FormRow>
)
