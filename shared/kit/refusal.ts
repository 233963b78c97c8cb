/** Why the house says no. Rules return it, the shell maps it to a status, the phone shows `zh`. */
export const REFUSALS = {
  malformed: 400,
  signed_out: 401,
  forbidden: 403,
  second_factor: 403,
  consent_required: 403,
  not_found: 404,
  conflict: 409,
  wrong_state: 409,
  key_reused: 409,
  not_ready: 409,
  full: 409,
  overlap: 409,
  too_large: 413,
  unsupported: 415,
  missing: 422,
  invalid: 422,
  too_many: 429,
  broken: 500,
  unavailable: 503,
} as const
export type RefusalCode = keyof typeof REFUSALS

/** `zh` is one sentence a person can act on; `field` names the input it is about, where there is one. */
export type Refusal = { readonly refused: RefusalCode; readonly zh: string; readonly field?: string }

export const refuse = (refused: RefusalCode, zh: string, field?: string): Refusal =>
  field === undefined ? { refused, zh } : { refused, zh, field }

export const isRefusal = (x: object): x is Refusal => 'refused' in x
