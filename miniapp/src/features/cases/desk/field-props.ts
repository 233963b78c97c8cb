import type { MoveForm } from './use-move-form'

/** What each input of the form is given; `wrong` is there only where it is about this input. */
export type FieldProps = { readonly form: MoveForm; readonly wrong: { readonly wrong?: string } }
