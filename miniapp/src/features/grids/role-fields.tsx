import { GRANTED_ROLES, type GrantedRole, ROLE_SCOPE } from '@shared/people/grants'
import { ROLE_ZH } from '@shared/people/words'
import { FormRow } from '../../ui/form-row'
import { Select } from '../../ui/select'
import { type PickedUnit, UnitPick } from './unit-pick'
import { useGrids } from './use-grids'

export type RoleDraft = { readonly role: GrantedRole | null; readonly unit: PickedUnit | null; readonly gridId: string }
export const NO_ROLE: RoleDraft = { role: null, unit: null, gridId: '' }
const COUNTY = 'county'

export const roleAsk = ({ role, unit, gridId }: RoleDraft) =>
  role && { role, unitId: unit?.id ?? null, gridId: gridId === '' || gridId === COUNTY ? null : gridId }

/** A role and how far it reaches: the whole county, a grid, a unit. */
export function RoleFields({ draft, onDraft }: { draft: RoleDraft; onDraft: (draft: RoleDraft) => void }) {
  const grids = useGrids().map(({ id, name }) => ({ id, zh: name }))
  const needs = draft.role && ROLE_SCOPE[draft.role]
  const options = needs?.grid === 'needs' ? grids : [{ id: COUNTY, zh: '全县' }, ...grids]
  return (
    <>
      <FormRow label="角色">
        <Select
          label="角色"
          options={GRANTED_ROLES.map((id) => ({ id, zh: ROLE_ZH[id] }))}
          value={draft.role}
          onPick={(role) => onDraft({ ...draft, role: role as GrantedRole })}
        />
      </FormRow>
      <FormRow label="网格" hint={needs?.grid === 'needs' ? '必选' : '不选就是全县'}>
        <Select
          label="网格"
          options={options}
          value={draft.gridId || null}
          onPick={(gridId) => onDraft({ ...draft, gridId })}
        />
      </FormRow>
      <FormRow label="单位" hint={needs?.unit === 'needs' ? '必选' : '可不选'}>
        <UnitPick unit={draft.unit} onPick={(unit) => onDraft({ ...draft, unit })} />
      </FormRow>
    </>
  )
}
