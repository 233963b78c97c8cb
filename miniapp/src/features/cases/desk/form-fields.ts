import type { ComponentType } from 'react'
import { CategoryField } from './category-field'
import { Conditions, GridField, InspectorField, RejectField, SuspendField, UrgencyField } from './choice-fields'
import { CoUnitsField } from './co-units-field'
import type { FieldProps } from './field-props'
import type { Field } from './fields'
import { MasterField } from './master-field'
import { PhotosField } from './photos-field'
import { UnitField } from './unit-field'
import { DueField, NoteField, PublicField, ReviewField, TargetField } from './written-fields'

/** An input, and the names the server gives to what is wrong with it. */
type Row = { readonly of: ComponentType<FieldProps>; readonly names: readonly string[] }
export const FORM_FIELDS: Record<Field, Row> = {
  condition: { of: Conditions, names: ['conditions'] },
  category: { of: CategoryField, names: ['categoryCode'] },
  urgency: { of: UrgencyField, names: ['urgency'] },
  grid: { of: GridField, names: ['gridId'] },
  unit: { of: UnitField, names: ['unitId'] },
  coUnits: { of: CoUnitsField, names: ['coUnitIds'] },
  inspector: { of: InspectorField, names: ['inspectorId'] },
  master: { of: MasterField, names: ['masterId'] },
  rejectReason: { of: RejectField, names: ['rejectReason'] },
  suspendReason: { of: SuspendField, names: ['suspendReason'] },
  reviewAt: { of: ReviewField, names: ['reviewAt'] },
  newDueAt: { of: DueField, names: ['newDueAt'] },
  target: { of: TargetField, names: ['target', 'externalNumber'] },
  proof: { of: PhotosField, names: ['photos', 'photoWaiver'] },
  photos: { of: PhotosField, names: ['photos'] },
  note: { of: NoteField, names: ['note'] },
  isPublic: { of: PublicField, names: ['isPublic'] },
}
