import { REJECT_REASONS, SUSPEND_REASONS, URGENCIES } from '@shared/cases/states'
import { REJECT_REASON_ZH, SUSPEND_REASON_ZH, URGENCY_ZH } from '@shared/cases/words'
import { oneOf } from '@shared/kit/one-of'
import { Box } from '../../../ui/box'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { Select } from '../../../ui/select'
import { Ticks } from '../../../ui/ticks'
import { Txt } from '../../../ui/txt'
import { useGrids } from '../../grids/use-grids'
import { useInspectors } from '../../people/use-inspectors'
import type { FieldProps } from './field-props'

/** The conditions of the class as it will be: another class has others. */
export const Conditions = ({ form: { view, fields, plan, category, set }, wrong }: FieldProps) => (
  <FormRow label={plan.moves.includes('close') ? '结案条件' : '立案条件'} hint="勾选符合的" {...wrong}>
    <Ticks
      label="符合的条件"
      items={
        plan.moves.includes('close') ? view.closingConditions : (category?.filingConditions ?? view.filingConditions)
      }
      picked={fields.conditions}
      onPick={(conditions) => set({ conditions })}
    />
  </FormRow>
)

export const UrgencyField = ({ form: { fields, category, set }, wrong }: FieldProps) => {
  const limitZh = fields.urgency === 'general' ? category?.limitZh : (category?.hazardLimitZh ?? category?.limitZh)
  return (
    <FormRow label="性质" hint="决定处置时限" {...wrong}>
      <Choices
        label="性质"
        look="segment"
        items={URGENCIES.map((id) => ({ id, zh: URGENCY_ZH[id] }))}
        picked={[fields.urgency]}
        onPick={(id) => set({ urgency: oneOf(URGENCIES, id) ?? 'general' })}
      />
      {limitZh && (
        <Box as="status" className="between limit-line">
          <Txt size="caption">{`处置时限（${URGENCY_ZH[fields.urgency]}）`}</Txt>
          <Txt strong>{limitZh}</Txt>
        </Box>
      )}
    </FormRow>
  )
}

export const GridField = ({ form: { fields, set }, wrong }: FieldProps) => (
  <FormRow label="网格" {...wrong}>
    <Select
      label="网格"
      options={useGrids().map(({ id, name }) => ({ id, zh: name }))}
      value={fields.gridId}
      onPick={(gridId) => set({ gridId })}
      placeholder="位置不在网格里，请选一个"
    />
  </FormRow>
)

export const InspectorField = ({ form: { view, fields, set }, wrong }: FieldProps) => (
  <FormRow label="派谁去核实" {...wrong}>
    <Select
      label="核实人员"
      options={useInspectors(view.gridId).map(({ id, name, scopeZh }) => ({
        id,
        zh: scopeZh ? `${name}（${scopeZh}）` : name,
      }))}
      value={fields.inspectorId}
      onPick={(inspectorId) => set({ inspectorId })}
    />
  </FormRow>
)

export const RejectField = ({ form: { fields, set }, wrong }: FieldProps) => (
  <FormRow label="理由" {...wrong}>
    <Choices
      label="理由"
      look="tag"
      items={REJECT_REASONS.map((id) => ({ id, zh: REJECT_REASON_ZH[id] }))}
      picked={fields.rejectReason ? [fields.rejectReason] : []}
      onPick={(id) => set({ rejectReason: oneOf(REJECT_REASONS, id) })}
    />
  </FormRow>
)

export const SuspendField = ({ form: { fields, set }, wrong }: FieldProps) => (
  <FormRow label="原因" {...wrong}>
    <Choices
      label="原因"
      look="tag"
      items={SUSPEND_REASONS.map((id) => ({ id, zh: SUSPEND_REASON_ZH[id] }))}
      picked={fields.suspendReason ? [fields.suspendReason] : []}
      onPick={(id) => set({ suspendReason: oneOf(SUSPEND_REASONS, id) })}
    />
  </FormRow>
)
